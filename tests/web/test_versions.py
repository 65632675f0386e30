"""The page of a notice says what was corrected and keeps every version readable, in both languages."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongjiang.law.terms import SkillLevel
from gongjiang.office.clerk.objections import close_objection, object_to
from gongjiang.office.notice.models import Entry, Objection
from gongjiang.web.demo.walking import Walk
from tests.objections import looked_into
from tests.town import Town

OBJECTOR = "实名者 13000000000"
NEW = "湖北省技术能手（2024）"


@pytest.fixture
def walk(town: Town) -> Walk:
    return town.walked("noticed", many=4, places=2)


@pytest.fixture
def entry(walk: Walk) -> Entry:
    return Entry.objects.filter(notice__round=walk.round).order_by("place")[0]


def corrected(walk: Walk, entry: Entry, reason: str = "") -> Objection:
    held = looked_into(
        object_to(entry, "person", "请核实。", OBJECTOR, walk.now), walk.who("officer2"), walk.now
    )
    return close_objection(held, "corrected", "经某某指出", walk.who("reviewer"), walk.now, NEW, reason)


def page(name: str, *args: object, language: str = "zh-hans") -> str:
    answer = Client(headers={"accept-language": language}).get(reverse(f"portal:{name}", args=args))
    assert answer.status_code == 200
    return str(answer.content.decode())


def asked(ref: str) -> int:
    with CaptureQueriesContext(connection) as found:
        page("notice", ref)
    return len(found)


@pytest.mark.parametrize(
    ("language", "marked", "grounds"),
    [("zh-hans", "更正，第 2 版", "经异议核查更正"), ("en", "version 2", "Corrected after an objection")],
)
def test_the_list_says_that_an_entry_was_corrected_and_leads_to_its_versions(
    walk: Walk, entry: Entry, language: str, marked: str, grounds: str
) -> None:
    assert marked not in page("notice", entry.notice.ref, language=language)
    corrected(walk, entry)
    stands = Entry.objects.get(case=entry.case_id, superseded=False)

    listed = page("notice", entry.notice.ref, language=language)
    versions = page("versions", entry.notice.ref, stands.pk, language=language)

    assert marked in listed
    assert reverse("portal:versions", args=(entry.notice.ref, stands.pk)) in listed
    assert (listed.count(f"<td>{entry.name}<"), NEW in listed) == (1, True)
    assert all(said in versions for said in (grounds, f"<del>{entry.honours}</del>", f"<ins>{NEW}</ins>"))
    assert f"<ins>{NEW}</ins>" in page("versions", entry.notice.ref, entry.pk, language=language)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_level_is_said_in_the_language_of_the_page(walk: Walk, entry: Entry, language: str) -> None:
    held = next(level for level in SkillLevel if level.zh == entry.level)
    said, other = held.zh, held.en[:1].upper() + held.en[1:]
    if language == "en":
        said, other = other, said

    listed = page("notice", entry.notice.ref, language=language)
    versions = page("versions", entry.notice.ref, entry.pk, language=language)

    assert (f"<td>{said}</td>" in listed, f"<td>{other}</td>" in listed) == (True, False)
    assert (f"<dd>{said}</dd>" in versions, f"<dd>{other}</dd>" in versions) == (True, False)


def test_the_reason_that_is_published_is_the_one_given_and_no_word_of_the_objection(
    walk: Walk, entry: Entry
) -> None:
    corrected(walk, entry, "证书名称有误")

    shown = page("versions", entry.notice.ref, entry.pk)

    assert "证书名称有误" in shown
    assert not [said for said in (OBJECTOR, "请核实", "经某某指出") if said in shown]


def test_the_office_reads_who_corrected_it(town: Town, walk: Walk, entry: Entry, demo_clock: None) -> None:
    held = corrected(walk, entry)

    shown = town.client("officer").get(reverse("desk:objection", args=(held.ref,))).content.decode()

    assert f"第 2 版 · {walk.now.at:%Y-%m-%d}" in shown
    assert str(town.cast.users["reviewer"]) in shown


def test_a_corrected_list_costs_no_more_to_read(walk: Walk, entry: Entry) -> None:
    before = asked(entry.notice.ref)
    corrected(walk, entry)

    assert asked(entry.notice.ref) == before


def test_a_form_opened_before_the_correction_leads_to_the_version_that_stands(
    walk: Walk, entry: Entry
) -> None:
    corrected(walk, entry)

    assert entry.name in page("object", entry.notice.ref, entry.pk)


def test_who_went_to_another_notice_is_still_on_the_list_they_left(walk: Walk, entry: Entry) -> None:
    Entry.objects.filter(pk=entry.pk).update(superseded=True)

    listed = page("notice", entry.notice.ref)

    assert (entry.name in listed, "已另行公示" in listed) == (True, True)


def test_machines_read_the_version_too(walk: Walk, entry: Entry) -> None:
    corrected(walk, entry)

    told = Client().get(f"/api/v1/notices/{entry.notice.ref}").json()["entries"]

    assert sorted(one["version"] for one in told) == [1, 2]
    assert [(one["honours"], one["state"]) for one in told if one["version"] == 2] == [(NEW, "corrected")]
