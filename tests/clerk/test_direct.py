"""Direct designation: by a result on the register, once; no marks, but notice, decision and certificate."""

from datetime import date

import pytest

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.rounds import warnings
from gongjiang.office.honours.models import Certificate, Honour
from gongjiang.office.ledger.models import Payable
from gongjiang.office.notice.models import Notice
from gongjiang.office.registry.models import Edition, Entry, Organisation, Person, Result
from gongjiang.office.review.models import Draw, Score
from gongjiang.plans import plans
from gongjiang.web.demo import city, direct
from gongjiang.web.demo.contests import edition
from gongjiang.web.demo.journey import approve, clear, confer, reward
from gongjiang.web.demo.walking import Walk
from tests.town import TODAY, Town

pytestmark = pytest.mark.both
SCHEME = plans()[0]["craftsman-direct"]
SCORING = {"nominate", "screen", "assign", "close_review", "shortlist", "inspect", "propose", "not_select"}


def opened(town: Town, year: int = 2026) -> Walk:
    opens = TODAY.replace(year=year)
    held = direct._round(SCHEME.slug, SCHEME.said, opens, opens.replace(month=10), town.cast)
    return Walk(held, town.cast, town.dice, opens)


def winner(town: Town, klass: str, **result: object) -> Person:
    units = list(Organisation.objects.filter(kind__in=city.KINDS))
    held = edition(f"示例大赛{klass}{result}", klass, "第一届", "示例竞字〔2026〕3号", date(2026, 1, 5))
    made = direct.medallist(town.cast, town.dice, units, held, "")
    entry = Entry.objects.get(competitors__person=made)
    if channel := result.pop("recommended_by", None):
        Entry.objects.filter(pk=entry.pk).update(recommended_by=channel)
    Result.objects.filter(entry=entry).update(**result)
    return made


def verified(walk: Walk, *people: Person) -> tuple[list[int], list[str]]:
    """Who passes the check of the register, and what the others are told."""
    direct._to_notice(walk, people)
    left = walk.step("verify", "officer", walk.cases(State.CONSENTED))
    return [case.person_id for case in walk.cases(State.VERIFIED)], [said.zh for _, said in left.refused]


def titled(walk: Walk) -> None:
    walk.step("publish", "reviewer", walk.cases(State.VERIFIED))
    for act in (clear, approve, confer):
        act(walk)


def test_its_procedure_knows_no_marks_and_no_inspection() -> None:
    assert {step.name for step in SCHEME.procedure.steps} & SCORING == set()
    assert [step.name for step in SCHEME.procedure.steps if step.target is State.ON_NOTICE] == ["publish"]


@pytest.mark.parametrize("medal", ["gold", "silver", "bronze"])
def test_a_worldskills_medal_is_titled_noticed_certified_and_rewarded(town: Town, medal: str) -> None:
    walk = opened(town)
    person = winner(town, "worldskills", medal=medal)

    verified(walk, person)
    titled(walk)
    reward(walk)

    assert list(Honour.objects.values_list("person", "clause")) == [(person.pk, "2.1.3")]
    assert (Notice.objects.count(), Certificate.objects.count(), Draw.objects.count()) == (1, 1, 0)
    assert (Score.objects.count(), list(Payable.objects.values_list("amount", "state"))) == (
        0,
        [(30_000_000, "owed")],
    )


def test_of_national_first_places_only_those_the_city_sent_are_designated(town: Town) -> None:
    walk = opened(town)
    ours = winner(town, "national_1", rank=1)
    others = [
        winner(town, "national_1", rank=1, recommended_by="central_enterprise"),
        winner(town, "national_1", rank=2),
        winner(town, "national_2", rank=1),
        winner(town, "province_1", rank=1),
        winner(town, "worldskills", medal="excellence"),
    ]

    passed, told = verified(walk, ours, *others)

    assert passed == [ours.pk]
    assert told == ["不符合：世赛奖牌，或市人社部门培养推荐的国家级一类竞赛第一名（2.1.3）"] * len(others)


def test_a_contest_without_its_approving_document_needs_a_person(town: Town) -> None:
    walk = opened(town)
    person = winner(town, "worldskills", medal="gold")
    Edition.objects.update(approving_document="")

    passed, told = verified(walk, person)

    assert (passed, [said[:4] for said in told]) == ([], ["待认定："])


def test_an_annulled_result_designates_nobody(town: Town) -> None:
    walk = opened(town)
    person = winner(town, "worldskills", medal="gold", annulled_on=date(2026, 2, 1))

    passed, told = verified(walk, person)

    assert (passed, [said[:3] for said in told]) == ([], ["不符合"])


def test_nobody_is_titled_twice(town: Town) -> None:
    first = opened(town)
    person = winner(town, "worldskills", medal="gold")
    verified(first, person)
    titled(first)
    second = opened(town, year=2025)
    second.day = first.day

    passed, told = verified(second, person)

    assert (passed, told) == ([], ["不符合：尚未获评武汉工匠（2.1.3）"])
    assert Honour.objects.count() == 1


def test_designations_are_counted_apart_and_use_no_place_of_a_round(town: Town) -> None:
    walk = opened(town)
    person = winner(town, "worldskills", medal="gold")
    verified(walk, person)
    titled(walk)
    selection = town.round(places=20).round

    assert warnings(selection) == warnings(walk.round) == []
    assert Case.objects.filter(round=selection).count() == 0
