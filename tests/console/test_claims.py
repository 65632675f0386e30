"""import skill-claims, and the files of other registers: told first, taken in when an account says so."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from gongjiang.office.cases.models import Case, Roster
from gongjiang.office.registry.models import Delivery, SkillCertificate
from tests.clerk.claim_sheets import certificates, number, roster, row
from tests.console.conftest import Told, outside
from tests.town import Town

DATA = Path(__file__).parent.parent / "data"
DAY = "2026-05-11"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "花名册.csv"
    path.write_bytes(roster([row(1), row(2, 金额=1), row(3), row(1)]))
    return path


def test_a_dry_run_tells_every_row_and_needs_no_database(tmp_path: Path) -> None:
    asked = (
        "import",
        "skill-claims",
        DATA / "skill_claims.xlsx",
        "--dry-run",
        "--json",
        "--on",
        "2026-05-10",
    )

    told = outside(tmp_path, *asked, GONGJIANG_DATABASE="")

    listed = json.loads((DATA / "skill_claims.json").read_text("utf-8"))
    found = told.json
    assert (told.code, found["rows"], found["total_yuan"]) == (0, 3000, sum(o["amount_yuan"] for o in listed))
    assert found["accepted"] == sum(one["verdict"] == "accepted" for one in listed)
    assert {one["row"] for one in found["duplicates"]} == {
        o["row"] for o in listed if o["verdict"] == "duplicate"
    }


@pytest.mark.both
def test_an_account_takes_the_good_rows_in(console: Callable[..., Told], town: Town, sheet: Path) -> None:
    errors = sheet.with_name("errors.xlsx")

    told = console(
        "import", "skill-claims", sheet, "--by", "officer", "--on", DAY, "--errors", errors, "--json"
    )

    found = told.json
    assert (told.code, found["total_yuan"], found["imported"]["filed"]) == (0, 8500, 2)
    assert Case.objects.filter(roster__isnull=False).count() == 2
    given = CalamineWorkbook.from_path(str(errors)).get_sheet_by_index(0).to_python()
    assert "应为 2000 元" in given[2][-1]


@pytest.mark.both
def test_whoever_may_not_send_is_told(console: Callable[..., Told], town: Town, sheet: Path) -> None:
    told = console("import", "skill-claims", sheet, "--by", "leader", "--on", DAY)

    assert told.code == 2
    assert "仅市局经办、单位经办可以办理" in told.err
    assert not Roster.objects.exists()


def test_work_once_ends_when_nothing_waits(console: Callable[..., Told], town: Town) -> None:
    assert console("work", "--once").code == 0


@pytest.mark.both
def test_a_register_is_taken_in_and_certificates_looked_up(
    console: Callable[..., Told], town: Town, sheet: Path
) -> None:
    console("import", "skill-claims", sheet, "--by", "officer", "--on", DAY)
    file = sheet.with_name("证书.csv")
    file.write_bytes(certificates((1, 3)))

    told = console(
        "import", "certificates", file, "--source", "中心", "--by", "officer", "--on", DAY, "--json"
    )

    assert (told.code, told.json["rows"], Delivery.objects.get().source) == (0, 2, "中心")
    assert SkillCertificate.objects.get(number=number(3)).state == SkillCertificate.State.VERIFIED
    assert console("import", "certificates", file, "--by", "officer").code == 2
