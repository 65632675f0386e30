"""The record is read by people: who, what in words, about what; narrowed by kind, person and days."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongjiang.law.terms import Role
from gongjiang.law.words import Words
from gongjiang.office.journal.erasing import erase
from gongjiang.office.journal.models import Leaf, record, record_many
from gongjiang.web.insight.leaf_words import families, known, words_of
from tests.treasury import NOW, Treasury
from tests.web.alive import Alive
from tests.web.cashiers import Cashiers
from tests.web.kinds_recorded import written

SECRET = "机密住址十八号"


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Cashiers:
    settings.DEMO = True
    return Cashiers(treasury)


def told(kind: str, ref: str, at: Any = NOW, **fields: object) -> None:
    with transaction.atomic():
        record(kind, ref, fields, at)


def read(cashiers: Cashiers, **asked: str) -> Any:
    return cashiers.at("审计丁").get(reverse("insight:audit"), asked)


def rows(answer: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (line.said.zh, line.about.said.zh if line.about else "", line.people)
        for line in answer.context["lines"]
    ]


def test_every_kind_that_the_code_records_has_its_words() -> None:
    assert {kind: file for kind, file in written().items() if kind not in known()} == {}
    assert words_of("nothing.known") == Words("nothing.known", "nothing.known")


def test_no_words_stand_for_a_kind_that_nothing_records() -> None:
    assert set(known()) - set(written()) == set()


def test_every_leaf_of_a_town_that_lives_has_its_words(alive: Alive) -> None:
    kinds = set(Leaf.objects.values_list("kind", flat=True))

    assert len(kinds) > 60
    assert kinds - set(known()) == set()


def test_a_leaf_says_who_did_what_to_which_case(cashiers: Cashiers, treasury: Treasury) -> None:
    case, user = treasury.case(), cashiers.account("经办戊")
    told("case.submit", case.ref, actor=user.pk, sent={"home": SECRET})
    told("pending.confirmed", "x", by=treasury.person("复核乙").ref)

    answer = read(cashiers)

    assert rows(answer)[:2] == [
        ("财务双人事项：复核通过", "", ("复核乙",)),
        (words_of("case.submit", case.scheme).zh, f"办件 {case.number}", ("经办戊 经办戊",)),
    ]
    assert SECRET not in answer.content.decode()


def test_an_expert_is_told_by_their_account_and_not_found_by_their_name(cashiers: Cashiers) -> None:
    user = cashiers.account("专家寅", Role.EXPERT)
    user.username = "expert-0042"
    user.save()
    told("seat.recuse", "x", by=user.pk)

    assert rows(read(cashiers))[0][2] == ("expert-0042",)
    assert rows(read(cashiers, who="专家寅")) == []
    assert len(rows(read(cashiers, who="expert-0042"))) == 1


def test_the_record_is_narrowed_by_kind_by_family_by_person_and_by_days(cashiers: Cashiers) -> None:
    first, other = cashiers.account("经办戊"), cashiers.account("推荐己")
    told("veto.ask", "a", by=first.pk)
    told("veto.answer", "b", by=other.pk)
    told("quota.set", "c", by=first.pk, at=NOW + timedelta(days=3))
    later = (NOW + timedelta(days=3)).date().isoformat()

    def refs(**asked: str) -> list[str]:
        return [line.leaf.ref for line in read(cashiers, **asked).context["lines"]]

    assert refs(kind="veto") == ["b", "a"]
    assert refs(kind="veto.ask") == ["a"]
    assert refs(who="经办戊") == ["c", "a"]
    assert refs(who="经办戊", since=later) == ["c"]
    assert refs(until=(NOW + timedelta(days=2)).date().isoformat()) == ["b", "a"]
    assert refs(who="没有此人") == []
    assert refs(since="2026-13-45", kind="x.y") == ["c", "b", "a"]


def test_one_account_is_not_taken_for_another_that_begins_alike(cashiers: Cashiers) -> None:
    user = cashiers.account("经办戊")
    told("veto.ask", "own", by=user.pk)
    told("veto.ask", "other", by=int(f"{user.pk}7"))
    told("veto.ask", "quoted", note=f'"by":{user.pk},')

    assert [line.leaf.ref for line in read(cashiers, who="经办戊").context["lines"]] == ["own"]


def test_what_was_erased_tells_nobody(cashiers: Cashiers) -> None:
    told("veto.ask", "a", by=cashiers.account("经办戊").pk)
    with transaction.atomic():
        erase([Leaf.objects.get(kind="veto.ask").seq], "期满", "档案", NOW)

    lines = read(cashiers, kind="veto").context["lines"]

    assert [line.people for line in lines] == [()]


def test_more_leaves_ask_no_more_and_go_to_a_second_page(cashiers: Cashiers, treasury: Treasury) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert read(cashiers).status_code == 200
        return len(found)

    told("case.submit", treasury.case().ref, actor=cashiers.account("经办戊").pk)
    asked()
    few = asked()
    others = [(treasury.case(f"李工{n}"), cashiers.account(f"员{n}", Role.OFFICER)) for n in range(60)]
    with transaction.atomic():
        record_many([("case.submit", case.ref, {"actor": user.pk}) for case, user in others], NOW)

    assert asked() <= few
    assert len(read(cashiers, page="2").context["lines"]) == 11


def test_the_filter_offers_every_family_in_words(cashiers: Cashiers) -> None:
    text = read(cashiers).content.decode()

    assert all(f'<optgroup label="{one.said.zh}">' in text for one in families())
