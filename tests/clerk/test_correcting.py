"""What is corrected on public notice is another version beside the first; nothing is edited or shortened."""

import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from gongjiang.office.cases.models import Case, SignedRuling
from gongjiang.office.clerk.objections import close_objection, object_to
from gongjiang.office.journal.models import Leaf
from gongjiang.office.notice.models import Entry, Notice, Objection
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.web.demo.walking import Walk
from tests.clerk.standing import refused
from tests.objections import looked_into
from tests.town import Town

pytestmark = pytest.mark.both
SAYS = ("name", "unit", "occupation", "level", "honours", "issued_on", "amount", "place", "closes_on")


@pytest.fixture
def walk(town: Town) -> Walk:
    return town.walked("noticed", many=4, places=2)


@pytest.fixture
def entry(walk: Walk) -> Entry:
    return Entry.objects.filter(notice__round=walk.round).order_by("place")[0]


def taken(walk: Walk, entry: Entry) -> Objection:
    held = object_to(entry, "person", "请核实。", "实名者 13000000000", walk.now)
    return looked_into(held, walk.who("officer2"), walk.now)


def decided(walk: Walk, held: Objection, outcome: str = "corrected", **more: str) -> Entry:
    """The version that stands after the decision."""
    close_objection(held, outcome, "经查", walk.who("reviewer"), walk.now, **more)
    return Entry.objects.get(case=held.entry.case_id, superseded=False)


def corrected(walk: Walk, entry: Entry, honours: str) -> Entry:
    return decided(walk, taken(walk, entry), honours=honours, reason="证书名称有误")


def said(entry: Entry) -> dict[str, object]:
    held = Entry.objects.get(pk=entry.pk)
    return {name: getattr(held, name) for name in SAYS}


def test_each_correction_is_a_version_and_the_earlier_ones_stay_as_they_were(
    walk: Walk, entry: Entry
) -> None:
    first = said(entry)
    walk.later(1)
    second = corrected(walk, entry, "湖北省技术能手（2024）")
    kept = said(second)
    walk.later(1)
    third = corrected(walk, second, "武汉市技术能手")

    assert (said(entry), said(second)) == (first, kept)
    assert [second.version, third.version, third.corrects_id] == [2, 3, second.pk]
    assert (second.honours, third.honours) == ("湖北省技术能手（2024）", "武汉市技术能手")
    assert (third.corrected_by_id, third.corrected_at) == (walk.who("reviewer").user, walk.now.at)
    assert (third.reason, Entry.objects.get(pk=second.pk).superseded) == ("证书名称有误", True)


def test_the_record_has_both_versions_and_who_decided(walk: Walk, entry: Entry) -> None:
    made = corrected(walk, entry, "湖北省技术能手（2024）")

    told = json.loads(Leaf.objects.filter(kind="objection.close").order_by("-seq")[0].body)
    assert (told["was"]["honours"], told["honours"]) == (entry.honours, made.honours)
    assert (told["was"]["version"], told["version"]) == (1, 2)
    assert (told["by"], told["reason"]) == (walk.who("reviewer").user, "证书名称有误")


@pytest.mark.parametrize(
    "edit",
    ["honours = 'x'", "level = 'x'", "amount = 1", "version = 9", "reason = 'x'", "corrected_at = NULL",
     "corrected_by_id = NULL", "superseded = (1 = 0)", "closes_on = '2020-01-01'"],
)  # fmt: skip
def test_the_database_refuses_to_edit_a_version(walk: Walk, entry: Entry, edit: str) -> None:
    corrected(walk, entry, "湖北省技术能手（2024）")

    with (
        pytest.raises(DatabaseError, match="a fixed fact was edited"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE notice_entry SET {edit}")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk)._raw_delete("default")


def test_the_database_takes_a_later_end_and_a_state(walk: Walk, entry: Entry) -> None:
    """Without this the guard might refuse whatever is asked."""
    later = entry.closes_on + timedelta(days=1)

    assert Entry.objects.filter(pk=entry.pk).update(closes_on=later, state=Entry.State.HELD) == 1


def test_a_period_never_ends_before_the_one_that_runs(walk: Walk, entry: Entry) -> None:
    late = entry.closes_on + timedelta(days=30)
    Entry.objects.filter(pk=entry.pk).update(closes_on=late)

    assert corrected(walk, entry, "湖北省技术能手（2024）").closes_on == late


def periods(walk: Walk) -> list[date]:
    standing = Entry.objects.filter(notice__round=walk.round, superseded=False)
    return list(standing.order_by("place").values_list("closes_on", flat=True))


@pytest.mark.parametrize("alone", [True, False])
def test_the_clock_starts_again_for_one_or_where_it_is_ruled_so_for_all(
    walk: Walk, entry: Entry, alone: bool
) -> None:
    before = periods(walk)
    walk.later(2)
    SignedRuling.objects.create(
        plan="wuhan", key="notice_again_alone", since=walk.day, value=alone, signer="王", basis="会议",
        signed_at=walk.now.at,
    )  # fmt: skip

    made = corrected(walk, entry, "湖北省技术能手（2024）")

    assert calendar().workdays_between(walk.day, made.closes_on) == entry.notice.days
    assert periods(walk) == [made.closes_on, *(before[1:] if alone else [made.closes_on] * (len(before) - 1))]


def test_no_end_is_moved_but_of_who_stands_on_that_list_and_would_end_earlier(
    walk: Walk, entry: Entry
) -> None:
    SignedRuling.objects.create(
        plan="wuhan", key="notice_again_alone", since=walk.day, value=False, signer="王", basis="会议",
        signed_at=walk.now.at,
    )  # fmt: skip
    later = entry.closes_on + timedelta(days=90)
    longer = Entry.objects.filter(notice=entry.notice).exclude(pk=entry.pk).get()
    struck, elsewhere = listed_too(entry, entry.notice), listed_too(entry, another_notice(entry.notice))
    Entry.objects.filter(pk=longer.pk).update(closes_on=later)
    Entry.objects.filter(pk=struck.pk).update(state=Entry.State.STRUCK)
    earlier = {one.pk: one.closes_on for one in (entry, struck, elsewhere)} | {longer.pk: later}
    walk.later(2)

    made = corrected(walk, entry, "湖北省技术能手（2024）")

    assert made.closes_on > entry.closes_on
    assert {pk: Entry.objects.get(pk=pk).closes_on for pk in earlier} == earlier


def another_notice(notice: Notice) -> Notice:
    told = {field.attname: getattr(notice, field.attname) for field in Notice._meta.concrete_fields}
    return Notice.objects.create(**told | {"id": None, "ref": new_reference()})


def listed_too(entry: Entry, notice: Notice) -> Entry:
    """Another case of the round, on that list with the same end."""
    told = {field.attname: getattr(entry, field.attname) for field in Entry._meta.concrete_fields}
    case = Case.objects.exclude(pk__in=Entry.objects.values("case"))[0]
    return Entry.objects.create(**told | {"id": None, "notice_id": notice.pk, "case_id": case.pk})


def test_an_objection_to_an_earlier_version_holds_the_later_one(walk: Walk, entry: Entry) -> None:
    first, second = taken(walk, entry), taken(walk, entry)

    assert decided(walk, first, honours="湖北省技术能手（2024）").state == "held"
    assert decided(walk, second, "rejected").state == "corrected"


def test_who_had_the_form_open_objects_to_the_version_that_stands(walk: Walk, entry: Entry) -> None:
    made = corrected(walk, entry, "湖北省技术能手（2024）")

    held = object_to(entry, "person", "仍有疑问。", "实名者 13000000000", walk.now)

    assert (held.entry_id, Entry.objects.get(pk=made.pk).state) == (made.pk, "held")


def test_what_is_on_another_notice_since_is_neither_objected_to_nor_corrected_here(
    walk: Walk, entry: Entry
) -> None:
    held = taken(walk, entry)
    Entry.objects.filter(pk=entry.pk).update(superseded=True)

    with refused("已更正或另行公示"):
        object_to(entry, "person", "请核实。", "实名者 13000000000", walk.now)
    with refused("不能再更正"), transaction.atomic():
        close_objection(held, "corrected", "经查", walk.who("reviewer"), walk.now)
