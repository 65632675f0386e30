"""The to-do of each post holds what waits for it, whatever must be told with it."""

import re
from html import unescape

import pytest
from django.urls import reverse

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.office.clerk.objections import object_to
from gongjiang.office.clerk.perform import perform_many
from gongjiang.office.clerk.rounds import file_case
from gongjiang.office.notice.models import Entry
from gongjiang.office.registry.models import NominatingBody
from gongjiang.plans import plans
from gongjiang.web.demo.city import answers
from gongjiang.web.desk.also_waiting import KINDS
from tests.objections import looked_into
from tests.town import Town

pytestmark = pytest.mark.usefixtures("demo_clock")
CARD = re.compile(r'<a class="card" href="([^"]+)"><span class="big">(\d+)</span><strong>([^<]+)</strong>')


def cards(town: Town, who: str) -> dict[str, tuple[int, str]]:
    """What is to be done, how often, and where."""
    page = town.client(who).get(reverse("desk:todo")).content.decode()
    return {said: (int(number), url) for url, number, said in CARD.findall(page)}


@pytest.mark.parametrize(
    "scheme", [one for plan in plans() for one in plan.schemes], ids=lambda one: one.slug
)
def test_every_state_of_the_straight_way_but_its_ends_waits_for_somebody(scheme):
    table = scheme.procedure
    idle = [state for state in table.main[:-1] if not any(table.onward(step, state) for step in table.steps)]

    assert [one for one in idle if table.main.index(one) < len(table.main) - 2] == []


def test_a_step_that_asks_for_words_waits_too_and_leads_to_its_cases(town: Town) -> None:
    walk, body = town.round(), NominatingBody.objects.all()[0]
    who = f"body-{body.code}"
    for person in town.workers(2):
        told = {name: value for name, value in answers(town.dice, walk.day).items() if name in walk.asked}
        file_case(walk.round, person, body, told, walk.who(who), walk.now)
    for case in walk.cases(State.DRAFT):
        perform_many([case.pk], "consent", Actor(user=None, person=case.person_id), walk.now)

    found = cards(town, who)

    assert found["推荐"][0] == 2
    page = town.client(who).get(unescape(found["推荐"][1])).content.decode()
    assert [case.number in page for case in walk.cases(State.CONSENTED)] == [True, True]
    assert "不予推荐" not in found


def test_an_objection_waits_for_an_officer_and_then_for_a_reviewer(town: Town) -> None:
    walk = town.walked("noticed", many=2, places=1)
    held = object_to(Entry.objects.all()[0], "person", "请核实。", "实名者", walk.now)
    assert cards(town, "officer")["异议待承办"] == (1, reverse("desk:objections"))
    assert "异议待作结论" not in cards(town, "reviewer")

    looked_into(held, walk.who("officer2"), walk.now)

    assert "异议待承办" not in cards(town, "officer")
    assert cards(town, "reviewer")["异议待作结论"] == (1, reverse("desk:objections"))


def test_nobody_is_told_what_waits_for_others(town: Town) -> None:
    walk = town.walked("noticed", many=2, places=1)
    object_to(Entry.objects.all()[0], "person", "请核实。", "实名者", walk.now)

    assert all(reverse(kind.page) for kind in KINDS)
    for who in ("auditor", "reviewer", "leader"):
        assert "异议待承办" not in cards(town, who)
