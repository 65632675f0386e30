"""A stolen disk is silent: numbers, cards and telephones are in no file of the database, log or backup."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from gongjiang.web.demo.people import id_number
from tests.clerk.claim_sheets import born, roster, row
from tests.console.conftest import Told
from tests.town import Town


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def cells() -> Iterator[bytes]:
    """Every value of every table, as it lies there."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for one in cursor.fetchall():
                yield from (bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in one)


@pytest.mark.both
def test_a_roster_that_was_taken_in_is_nowhere_to_be_read(
    console: Callable[..., Told], town: Town, tmp_path: Path, settings
) -> None:
    """Through the intake as it is: persons, accounts, certificates, faults, the record, the sheet itself."""
    settings.HOME = tmp_path
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes(roster([*(row(n) for n in range(40)), row(41, 金额=1), row(3)]))
    assert console("import", "skill-claims", sheet, "--by", "officer", "--on", "2026-05-11").code == 0
    sheet.unlink()

    told = b"".join([*held(tmp_path).values(), *cells()])

    secret = [id_number(born(n), n) for n in range(42)] + [f"62000000{n:08d}" for n in range(42)]
    assert [one for one in (*secret, "13100000000") if one.encode() in told] == []
    assert "示例03有限公司".encode() in told
    assert list((tmp_path / "sheets").iterdir()) != []
