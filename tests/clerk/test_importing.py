"""The sheet as it was sent: every verdict of a careful clerk, and the good rows taken in once each."""

import io
import json
import time
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Nomination
from gongjiang.office.clerk.importing import Imported, check, plan_vocabulary, take_in, vocabulary
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import HeldHonour, OrganisationName, Person, SkillCertificate
from gongjiang.office.registry.sheets.nominations import Checked
from gongjiang.office.registry.sheets.returning import HEADING, with_errors
from gongjiang.plans import plans
from gongjiang.web.demo.people import id_number
from gongjiang.web.demo.walking import Walk
from tests.clerk.sheets import HEADINGS, in_csv, row, workbook
from tests.clerk.standing import files, refused
from tests.town import Town

DATA = Path(__file__).parent.parent / "data"
TODAY = date(2026, 11, 25)
WORDS = plan_vocabulary(plans()[0])


def read(data: bytes, **renamed: str) -> Checked:
    return check(data, WORDS, TODAY, renamed)[1]


def verdicts(checked: Checked) -> dict[int, tuple[str, str | None]]:
    """Row -> what became of it, and in which column."""
    found: dict[int, tuple[str, str | None]] = {good.row: ("accepted", None) for good in checked.good}
    found |= {fault.row: ("rejected", fault.column) for fault in reversed(checked.faults)}
    return found | {number: ("duplicate", "身份证号") for number, _ in checked.repeats}


def test_a_sheet_of_107_is_read_as_a_careful_clerk_reads_it() -> None:
    expected = json.loads((DATA / "nominations.json").read_text("utf-8"))

    checked = read((DATA / "nominations.xlsx").read_bytes())

    assert checked.rows == len(expected) == 107
    assert verdicts(checked) == {one["row"]: (one["verdict"], one["column"]) for one in expected}
    records = {good.row: {k: v for k, v in good.plain().items() if k != "row"} for good in checked.good}
    assert records == {one["row"]: one["record"] for one in expected if one["record"]}


def test_the_sheet_is_given_back_with_its_errors_and_nothing_else_changed() -> None:
    data = (DATA / "nominations.xlsx").read_bytes()
    sheet, checked = check(data, WORDS, TODAY)

    given = CalamineWorkbook.from_filelike(io.BytesIO(with_errors(sheet, checked))).get_sheet_by_index(0)

    rows = given.to_python(skip_empty_area=False)
    told = {place: line[-1] for place, line in enumerate(rows, start=1) if line[-1]}
    wrong = {place for place, (verdict, _) in verdicts(checked).items() if verdict != "accepted"}
    assert told.pop(sheet.header_row) == HEADING
    assert set(told) == wrong
    assert all("，不另占名额" in told[place] for place, _ in checked.repeats)
    assert [line[:-1] for line in rows] == [list(line) for line in sheet.raw]


@pytest.mark.parametrize("above", [0, 1, 5, 20])
def test_the_header_is_found_wherever_it_stands(above: int) -> None:
    checked = read(workbook([row(1), row(2)], above=above))

    assert [good.row for good in checked.good] == [above + 2, above + 3]


def test_headings_as_other_offices_write_them_are_known() -> None:
    theirs = ("推荐部门", "被推荐人姓名", "证 件\n号 码", "用人单位", "信用代码", "工种", "等 级", "证书号",
              "发证时间", "一线起始时间", "职务", "荣誉称号")  # fmt: skip

    assert read(workbook([row(1)], theirs)).good == read(workbook([row(1)])).good


def test_a_heading_that_nobody_knows_is_named_and_may_be_mapped() -> None:
    theirs = [("大名" if heading == "姓名" else heading) for heading in HEADINGS]

    with pytest.raises(Refused, match="没有找到这些列：姓名"):
        read(workbook([row(1)], theirs))

    assert len(read(workbook([row(1)], theirs), 大名="姓名").good) == 1


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig"])
def test_csv_reads_as_the_workbook_does(encoding: str) -> None:
    rows = [row(1), row(2, c1="示𠮷")]

    assert read(in_csv(rows, encoding=encoding)).good == read(workbook(rows)).good


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 not a book", b"\xd0\xcf\x11\xe0 neither", b"\xff\xff\xff"]
)
def test_what_is_no_sheet_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(Refused, match=r"读不出表格|没有找到这些列"):
        read(data)


def test_a_formula_stays_text_on_the_way_in_and_on_the_way_back() -> None:
    trick = '=HYPERLINK("http://example.invalid","点击")'
    sheet, checked = check(workbook([row(1, c10=trick), row(2, c1="")]), WORDS, TODAY)

    given = CalamineWorkbook.from_filelike(io.BytesIO(with_errors(sheet, checked))).get_sheet_by_index(0)

    assert checked.good[0].position == trick
    assert given.to_python()[1][10] == trick
    assert [(fault.row, fault.column, fault.said.zh) for fault in checked.faults] == [(3, "姓名", "未填写")]


def test_an_identity_number_kept_as_a_number_is_refused_never_guessed() -> None:
    cells: list[object] = list(row(1))
    cells[2] = float(id_number(date(1971, 2, 1), 1)[:-1] + "0")

    checked = read(workbook([cells]))

    assert ([fault.column for fault in checked.faults], checked.good) == (["身份证号"], [])


def test_two_thousand_rows_are_checked_in_seconds() -> None:
    data = workbook([row(n) for n in range(2000)])
    started = time.perf_counter()

    checked = read(data)

    assert checked.rows == len(checked.good) + len(checked.repeats) == 2000
    assert time.perf_counter() - started < 15


def taken(walk: Walk, rows: list[list[str]], who: str = "officer") -> Imported:
    checked = check(workbook(rows), vocabulary(), walk.day)[1]
    assert checked.faults == []
    return take_in(walk.round, checked.good, walk.who(who), walk.now)


@pytest.mark.both
def test_good_rows_go_in_with_their_papers(town: Town) -> None:
    walk = town.round()

    done = taken(walk, [row(1), row(2, body="光谷")])

    first, second = files(walk)
    assert (len(done.filed), done.merged, done.refused) == (2, [], [])
    assert (first.state, first.body.name, second.body.name) == (State.DRAFT, "武昌区", "东湖高新区")
    assert first.answers == {"front_line": True, "front_line_since": "1998-07-01"}
    assert SkillCertificate.objects.filter(person=first.person).count() == 1
    honours = HeldHonour.objects.filter(person=first.person, entry__level__in=("city", "province"))
    assert set(honours.values_list("printed", flat=True)) == {"湖北省技术能手", "武汉市技术能手"}


@pytest.mark.both
def test_a_post_that_sounds_like_management_is_left_to_a_person(town: Town) -> None:
    walk = town.round()

    taken(walk, [row(1, c10="车间主任")])

    assert files(walk)[0].answers == {"front_line_since": "1998-07-01"}


@pytest.mark.both
def test_the_same_person_from_another_body_is_merged_and_costs_no_place(town: Town) -> None:
    walk = town.round()
    taken(walk, [row(1)])

    done = taken(walk, [row(1, body="江岸区")])

    case = files(walk)[0]
    assert (done.filed, [held.pk for _, held in done.merged]) == ([], [case.pk])
    assert list(Nomination.objects.values_list("case", "body__name", "merged")) == [(case.pk, "江岸区", True)]


@pytest.mark.both
def test_the_same_sheet_again_changes_nobody(town: Town) -> None:
    walk = town.round()
    taken(walk, [row(1), row(2)])
    before = (Person.objects.count(), SkillCertificate.objects.count(), HeldHonour.objects.count())

    done = taken(walk, [row(1), row(2)])

    assert (len(done.filed), len(done.merged), Nomination.objects.count()) == (0, 2, 0)
    assert (Person.objects.count(), SkillCertificate.objects.count(), HeldHonour.objects.count()) == before


@pytest.mark.both
def test_a_certificate_of_somebody_else_is_refused_and_leaves_no_trace(town: Town) -> None:
    walk = town.round()
    taken(walk, [row(1)])
    before = Person.objects.count()

    done = taken(walk, [row(2, c7=row(1)[7]), row(3)])

    assert [(number, said.zh) for number, said in done.refused] == [(2, "证书编号已登记在他人名下")]
    assert (len(done.filed), Person.objects.count()) == (1, before + 1)


@pytest.mark.both
def test_a_number_on_record_under_another_name_is_refused_and_renames_nobody(town: Town) -> None:
    walk = town.round()
    taken(walk, [row(1)])

    done = taken(walk, [row(1, c1="冒名者")])

    assert [said.zh for _, said in done.refused] == ["该身份证号登记的姓名与所填不一致"]
    assert files(walk)[0].person.name == row(1)[1]


@pytest.mark.both
def test_a_units_second_name_is_kept_beside_the_first(town: Town) -> None:
    walk = town.round()
    taken(walk, [row(1), row(61, c3="示例更名有限公司")])

    first, second = files(walk)
    assert first.employer_id == second.employer_id
    assert list(OrganisationName.objects.values_list("name", flat=True)) == ["示例更名有限公司"]


@pytest.mark.both
def test_a_body_sends_its_own_people_and_nobody_elses(town: Town) -> None:
    walk = town.round()
    own = next(u for u in town.cast.users if u.startswith("body-420106"))

    done = taken(walk, [row(1), row(2, body="江岸区")], who=own)

    assert [case.body.name for case in done.filed] == ["武昌区"]
    assert [said.zh for _, said in done.refused] == ["“江岸区”不是您的推荐单位"]
    with refused("仅"):
        take_in(walk.round, [], walk.who("auditor"), walk.now)


@pytest.mark.both
def test_a_plan_that_takes_no_claim_takes_no_sheet_either(town: Town) -> None:
    from gongjiang.office.cases.models import PlanTerm

    walk = town.round()
    PlanTerm.objects.update(issued_on=None)

    done = taken(walk, [row(1)])

    assert [said.zh[:12] for _, said in done.refused] == ["计划印发日期尚未录入，请"]
    assert (Case.objects.count(), Person.objects.filter(name=row(1)[1]).count()) == (0, 0)
