"""The record from the command line: verified, exported, handed to a witness, checked by the verifier."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction

from gongjiang.office.journal.models import Head, record
from gongjiang.web.console.verify_bundle import run
from tests.console.conftest import Told
from tests.town import Town

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)


@pytest.mark.both
def test_the_commands_export_witness_and_verify(
    town: Town, console: Callable[..., Told], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen, path, later = console("journal", "witness", "审计局"), tmp_path / "all.zip", tmp_path / "later.zip"
    kept = tmp_path / "heads.txt"
    kept.write_text(seen.out, "utf-8")
    with transaction.atomic():
        record("test.note", "x", {}, NOW)

    made = console("journal", "export", path), console("journal", "export", later, "--since", kept)
    told = console("journal", "verify", "--json").json

    assert [one.code for one in made] == [0, 0]
    assert (told["whole"], told["rows"], told["root"]) == (True, [], Head.objects.get(pk=1).root)
    assert run([str(path), "--since", str(kept), "--witness", str(kept), "--json"]) == 0
    end = json.loads(capsys.readouterr().out)["head"]
    assert (end["size"], end["root"]) == (told["size"], told["root"])
    assert run([str(later), "--since", str(kept)]) == 0
    assert console("journal", "export", later, "--since", f"3:{'00' * 32}").code == 1
    assert console("journal", "export", later, "--since", "soon").code == 2
