"""import nominations: a dry run asks for no database; with a round the good rows go in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from gongjiang.office.cases.models import Case
from gongjiang.office.registry.models import Person
from tests.clerk.sheets import HEADINGS, row, workbook
from tests.console.conftest import Told, outside
from tests.town import TODAY, Town

DATA = Path(__file__).parent.parent / "data"
DAY = TODAY.isoformat()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "推荐汇总.xlsx"
    path.write_bytes(workbook([row(1), row(2, c1=""), row(3), row(1)]))
    return path


def test_a_dry_run_needs_no_database_and_makes_none(tmp_path: Path) -> None:
    asked = ("import", "nominations", DATA / "nominations.xlsx", "--dry-run", "--json", "--on", "2026-11-25")

    told = outside(tmp_path, *asked, GONGJIANG_DATABASE="")

    found = told.json
    assert (told.code, told.err) == (0, "")
    assert (found["rows"], found["accepted"], len(found["duplicates"])) == (107, 87, 6)
    assert len({one["row"] for one in found["rejected"]}) == 14
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secrets", "static"]


@pytest.mark.both
def test_with_a_database_a_dry_run_changes_nothing(
    console: Callable[..., Told], town: Town, sheet: Path
) -> None:
    town.round()
    before = Person.objects.count()

    told = console(
        "import", "nominations", sheet, "--dry-run", "--json", "--round", "T1", "--by", "officer", "--on", DAY
    )

    found = told.json
    assert (told.code, found["rows"], found["accepted"], "imported" in found) == (0, 4, 2, False)
    assert (found["rejected"][0]["row"], found["rejected"][0]["column"]) == (3, "姓名")
    assert found["duplicates"] == [{"row": 5, "of_row": 2}]
    assert (Case.objects.count(), Person.objects.count()) == (0, before)


@pytest.mark.both
def test_with_a_round_and_an_account_the_good_rows_go_in(
    console: Callable[..., Told], town: Town, sheet: Path
) -> None:
    town.round()

    first = console("import", "nominations", sheet, "--json", "--round", "T1", "--by", "officer", "--on", DAY)
    again = console("import", "nominations", sheet, "--json", "--round", "T1", "--by", "officer", "--on", DAY)

    assert (first.code, first.json["imported"]) == (0, {"filed": 2, "merged": [], "refused": []})
    assert (again.json["imported"]["filed"], len(again.json["imported"]["merged"])) == (0, 2)
    assert Case.objects.count() == 2


@pytest.mark.both
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--round", "T1"), "请用 --by 指明经办账号"),
        (("--round", "T9", "--by", "officer"), "没有批次 T9"),
        (("--round", "T1", "--by", "auditor"), "可以办理"),
    ],
)
def test_without_the_right_to_it_nothing_goes_in(
    console: Callable[..., Told], town: Town, sheet: Path, options: tuple[str, ...], said: str
) -> None:
    town.round()

    told = console("import", "nominations", sheet, "--json", *options, "--on", DAY)

    assert (told.code, told.out, Case.objects.count()) == (2, "", 0)
    assert said in told.err


@pytest.mark.both
def test_the_errors_come_back_in_a_workbook(
    console: Callable[..., Told], town: Town, sheet: Path, tmp_path: Path
) -> None:
    errors = tmp_path / "errors.xlsx"

    console("import", "nominations", sheet, "--dry-run", "--errors", errors, "--on", DAY)

    rows = CalamineWorkbook.from_path(str(errors)).get_sheet_by_index(0).to_python()
    assert [line[-1] for line in rows] == [
        "错误说明", "", "姓名：未填写", "", "与第 2 行为同一人，将并入，不另占名额",
    ]  # fmt: skip


@pytest.mark.both
def test_a_heading_may_be_mapped(console: Callable[..., Told], town: Town, tmp_path: Path) -> None:
    path = tmp_path / "mapped.xlsx"
    path.write_bytes(workbook([row(1)], ["大名" if heading == "姓名" else heading for heading in HEADINGS]))

    without = console("import", "nominations", path, "--dry-run", "--on", DAY)
    mapped = console("import", "nominations", path, "--dry-run", "--on", DAY, "--map", "大名=姓名")

    assert (without.code, without.out) == (2, "")
    assert "没有找到这些列：姓名" in without.err
    assert (mapped.code, mapped.out) == (0, "1 行 / rows，1 可用 / accepted\n")


@pytest.mark.both
def test_a_file_that_is_no_sheet_or_not_there_ends_with_two(
    console: Callable[..., Told], town: Town, tmp_path: Path
) -> None:
    (tmp_path / "bad.xlsx").write_bytes(b"PK not a book")

    told = [
        console("import", "nominations", tmp_path / name, "--dry-run") for name in ("bad.xlsx", "none.xlsx")
    ]

    assert [(one.code, one.out) for one in told] == [(2, "")] * 2
    assert ["读不出表格" in told[0].err, "读不出文件" in told[1].err] == [True, True]
