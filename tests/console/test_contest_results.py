"""import contest-results: a dry run changes nothing; with an account the good rows go in, once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from gongjiang.office.registry.models import Entry, Result
from tests.clerk.contest_ground import Ground, line, sheet
from tests.console.conftest import Told
from tests.town import TODAY, Town

pytestmark = pytest.mark.both
DAY = TODAY.isoformat()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "成绩.csv"
    path.write_bytes(sheet(line(1, rank=1, medal="金牌"), line(2, rank="冠军"), line(3, rank=3)))
    return path


def test_a_dry_run_reports_each_row_and_changes_nothing(
    console: Callable[..., Told], town: Town, file: Path
) -> None:
    ground, errors = Ground(town), file.with_name("errors.xlsx")
    asked = ("import", "contest-results", file, "--contest", ground.edition.ref, "--dry-run", "--json")

    told = console(*asked, "--on", DAY, "--errors", errors)

    found = told.json
    assert (told.code, found["rows"], found["accepted"], "imported" in found) == (0, 3, 2, False)
    assert [(one["row"], one["column"]) for one in found["rejected"]] == [(3, "名次")]
    assert Result.objects.count() == 0
    marked = CalamineWorkbook.from_path(errors).get_sheet_by_index(0).to_python()
    assert marked[2][-1] == "名次：“冠军”不是名次"


def test_the_good_rows_go_in_and_the_same_file_again_adds_nothing(
    console: Callable[..., Told], town: Town, file: Path
) -> None:
    ground = Ground(town)
    asked = ("import", "contest-results", file, "--contest", ground.edition.contest.ref, "--by", "officer",
             "--on", DAY, "--json")  # fmt: skip

    first, again = console(*asked), console(*asked)

    assert first.json["imported"] == {"filed": 2, "unchanged": 0, "refused": []}
    assert again.json["imported"] == {"filed": 0, "unchanged": 2, "refused": []}
    assert (Entry.objects.count(), Result.objects.count()) == (2, 2)


def test_without_an_account_or_with_an_unknown_contest_nothing_goes_in(
    console: Callable[..., Told], town: Town, file: Path
) -> None:
    ground = Ground(town)
    asked = ("import", "contest-results", file, "--on", DAY)

    nobody = console(*asked, "--contest", ground.edition.ref)
    nowhere = console(*asked, "--contest", "none", "--by", "officer")

    assert (nobody.code, nowhere.code, Result.objects.count()) == (2, 2, 0)
