"""An empty folder becomes a house of its own keys and one administrator; without its keys no house starts."""

import json
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.console.conftest import Told, outside

CODE = "一次性设置码 / one-time set-up code："


def code(told: Told) -> str:
    assert (told.code, told.err) == (0, "")
    return next((line.removeprefix(CODE) for line in told.out.splitlines() if line.startswith(CODE)), "")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    home = tmp_path_factory.mktemp("house")
    return home, code(outside(home, "serve", "--build-only"))


def test_the_first_start_makes_keys_and_tells_a_code(started: tuple[Path, str]) -> None:
    home, first = started

    modes = {stat.S_IMODE(path.stat().st_mode) for path in (home / "secrets").iterdir()}
    keys = [path.read_bytes() for path in (home / "secrets").iterdir()]
    assert (modes, len(set(keys)), len(first) >= 20) == ({0o600}, len(keys), True)
    assert first.encode() not in (home / "gongjiang.sqlite3").read_bytes()


def test_a_code_is_told_anew_until_there_are_others(tmp_path: Path) -> None:
    home = tmp_path
    first, second = (code(outside(home, "serve", "--build-only")) for _ in range(2))
    assert second not in ("", first)

    assert outside(home, "account", "zhang", "--name", "张三", "--role", "officer").code == 0

    assert code(outside(home, "serve", "--build-only")) == ""
    with closing(sqlite3.connect(home / "gongjiang.sqlite3")) as link:
        leaves = link.execute(
            "SELECT kind, ref, body FROM journal_leaf WHERE kind LIKE 'account.%' ORDER BY seq"
        )
        told = [(kind, ref, json.loads(body)["by"]) for kind, ref, body in leaves]
        waiting = link.execute("SELECT act, known_by_id FROM registry_consoleact").fetchall()
    assert told == [
        ("account.make", "admin", "first start"),
        ("account.reset", "admin", "first start"),
        ("account.make", "zhang", "console"),
    ]
    assert waiting == [("account", None)]


def test_without_a_key_nothing_starts_and_nothing_is_made(started: tuple[Path, str]) -> None:
    home, _ = started
    kept = shutil.move(home / "secrets" / "field", home / "kept")
    one = outside(home, "serve", "--build-only")
    shutil.move(home / "secrets", home / "aside")
    every = outside(home, "serve", "--build-only")
    shutil.move(home / "aside", home / "secrets")
    shutil.move(kept, home / "secrets" / "field")

    assert [told.code for told in (one, every)] == [2, 2]
    assert every.err.startswith("已有数据，但缺少密钥")
    assert outside(home, "serve", "--build-only").code == 0


def test_a_house_of_a_later_version_is_left_alone(started: tuple[Path, str]) -> None:
    home, _ = started
    with closing(sqlite3.connect(home / "gongjiang.sqlite3", isolation_level=None)) as link:
        link.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('cases', '0099_later', '2030-01-01')"
        )
        told = outside(home, "serve", "--build-only")
        link.execute("DELETE FROM django_migrations WHERE name = '0099_later'")

    assert (told.code, told.err.splitlines()[-1]) == (
        2,
        "A later version has used this house: start it with that",
    )


def test_a_key_that_others_can_read_is_refused(started: tuple[Path, str]) -> None:
    home, _ = started
    (home / "secrets" / "log").chmod(0o644)
    told = outside(home, "serve", "--build-only")
    (home / "secrets" / "log").chmod(0o600)

    assert (told.code, told.err.splitlines()[1].startswith("Others can read a key")) == (2, True)


def test_keys_of_another_house_are_refused(started: tuple[Path, str]) -> None:
    home, _ = started
    held = (home / "secrets" / "log").read_bytes()
    (home / "secrets" / "log").write_bytes(b"x" * 32)
    told = outside(home, "serve", "--build-only")
    (home / "secrets" / "log").write_bytes(held)

    assert (told.code, told.err.splitlines()[-1]) == (
        2,
        "These are not the keys of this database: not started",
    )


def test_a_house_behind_tls_passes_every_check_of_deployment(tmp_path: Path) -> None:
    told = outside(tmp_path, "manage", "check", "--deploy", "--fail-level", "WARNING",
                   GONGJIANG_HTTPS="1", GONGJIANG_HOSTS="craft.example")  # fmt: skip

    assert (told.code, told.err) == (0, "")


def test_a_house_whose_issuing_keys_are_gone_starts_only_once_others_are_adopted(
    started: tuple[Path, str],
) -> None:
    home, _ = started
    held = (home / "secrets" / "issuer").read_bytes()
    (home / "secrets" / "issuer").unlink()

    told = outside(home, "serve", "--build-only")
    assert (told.code, "gongjiang issuer adopt" in told.err) == (2, True)
    (home / "secrets" / "issuer").write_bytes(held)
    assert outside(home, "serve", "--build-only").code == 0
    (home / "secrets" / "issuer").unlink()
    assert [outside(home, *words).code for words in (("issuer", "adopt"), ("issuer", "adopt"))] == [0, 2]
    assert outside(home, "serve", "--build-only").code == 0
    assert outside(home, "issuer", "show").out.count("publicKeyMultibase") == 2
