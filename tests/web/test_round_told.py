"""The board of a round tells what is still to be paid and what was, who was chosen, who still owes marks."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gongjiang.law.money import yuan
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk.unsealed import unsealed
from gongjiang.office.ledger.owing import owe_many, stop
from gongjiang.office.review.models import Panel, Score, Seat
from gongjiang.plans import plans
from gongjiang.web.desk.board import chosen
from tests.town import Town
from tests.treasury import REWARD, TODAY, Treasury
from tests.web.cashiers import Cashiers

BUILT = next(one for one in plans()[0].schemes if one.procedure.name == "platform" and one.in_rounds)


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Cashiers:
    settings.DEMO = True
    treasury.fund(yuan(9_000_000))
    return Cashiers(treasury)


@pytest.fixture
def held(db: None) -> Round:
    return Round.objects.create(code="P1", scheme=BUILT.slug, title="基地建设", opens_on=TODAY,
                                closes_on=TODAY, places=3)  # fmt: skip


def shown(client: Client, held: Round) -> dict[str, Any]:
    return client.get(reverse("desk:round", args=(held.ref,))).context


def test_what_is_owed_to_the_rounds_own_cases_is_told_and_what_was_paid_stands_beside(
    cashiers: Cashiers, treasury: Treasury, held: Round
) -> None:
    paid = treasury.paid()[0].case
    owed, dropped, rewarded = (treasury.case(name) for name in ("应付", "停付", "获奖"))
    Case.objects.filter(pk__in=(paid.pk, owed.pk, dropped.pk)).update(round=held)
    Case.objects.filter(pk=rewarded.pk).update(cause=paid)
    payables = owe_many([treasury.claim(case) for case in (owed, dropped, rewarded)], treasury.hands())
    stop(payables[1], "重复", treasury.hands())

    told = shown(cashiers.at("经办戊"), held)

    assert (told["owed"], told["paid"]) == (2 * REWARD, REWARD)


def test_a_base_that_runs_was_chosen(cashiers: Cashiers, treasury: Treasury, held: Round) -> None:
    for name, state in (
        ("甲", State.RUNNING),
        ("乙", State.BUILDING),
        ("丙", State.REVIEWED),
        ("丁", State.ENDED),
    ):
        case = treasury.case(name)
        Case.objects.filter(pk=case.pk).update(round=held, scheme=BUILT.slug, state=state)

    assert shown(cashiers.at("经办戊"), held)["selected"] == 2


@pytest.mark.parametrize(
    "scheme", [one for one in plans()[0].schemes if one.in_rounds], ids=lambda one: one.slug
)
def test_in_every_scheme_of_rounds_its_end_is_chosen_and_its_beginning_is_not(scheme: Any) -> None:
    main = scheme.procedure.main

    assert main[-1] in chosen(scheme)
    assert not {State.DRAFT, State.NOMINATED, State.UNDER_REVIEW} & set(chosen(scheme))


def sealed(seat: Seat, panel: Panel) -> None:
    for case in Case.objects.filter(round=panel.round, state=State.UNDER_REVIEW):
        Score.objects.create(seat=seat, case=case, sealed_at=timezone.now(), receipt=1)


@pytest.mark.usefixtures("demo_clock")
def test_how_far_a_panel_is_is_told_as_a_band_and_nobody_is_named(town: Town) -> None:
    walk = town.walked("seated", 4, code="M")
    panel = max(Panel.objects.filter(round=walk.round), key=lambda one: len(desk(one)))
    seats = list(Seat.objects.filter(panel=panel, kind="member", state="accepted").order_by("expert__number"))
    before = unsealed([panel])[panel.pk]
    sealed(seats[0], panel)

    told = shown(town.client("officer"), walk.round)

    row = next(row for row in told["panels"] if row.panel.pk == panel.pk)
    assert before == seats
    assert row.band == "few"
    for seat in seats[1:]:
        sealed(seat, panel)
    told = shown(town.client("officer"), walk.round)
    assert next(row for row in told["panels"] if row.panel.pk == panel.pk).band == "all"


def desk(panel: Panel) -> list[Case]:
    before = Case.objects.filter(round=panel.round, state=State.UNDER_REVIEW).select_related("person")
    return [case for case in before if case.person.occupation in panel.group.occupations]


@pytest.mark.usefixtures("demo_clock")
def test_it_is_read_in_the_same_queries_for_one_panel_and_for_all(town: Town) -> None:
    walk = town.walked("seated", 4, code="M")
    panels = list(Panel.objects.filter(round=walk.round))

    def asked(some: list[Panel]) -> int:
        with CaptureQueriesContext(connection) as found:
            unsealed(some)
        return len(found)

    assert len(panels) > 1
    assert asked(panels) == asked(panels[:1])
