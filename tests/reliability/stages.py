"""Where each race begins, and how the office stands when it is over."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from gongjiang.law.money import yuan
from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Event, Hold, Nomination, Quota, Veto
from gongjiang.office.clerk.perform import perform
from gongjiang.office.clerk.rounds import file_case
from gongjiang.office.clerk.vetoes import answer_vetoes, ask_vetoes
from gongjiang.office.journal.models import Leaf
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.ledger.budget import available
from gongjiang.office.ledger.check import assert_balanced
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import Account, Transfer
from gongjiang.office.registry.models import NominatingBody, Person
from gongjiang.office.review.models import Draw, Panel, Ranking, Score
from gongjiang.web.demo.city import answers
from gongjiang.web.demo.reviewing import REASONS, papers
from gongjiang.web.demo.walking import Walk
from tests.town import Town

LINE = Line("talent", 2026, "2.3.1")


def to_screen(town: Town) -> Walk:
    walk = town.nominated(1)
    cases = walk.cases(State.NOMINATED)
    ask_vetoes(cases, walk.who("officer"), walk.now)
    rows = list(Veto.objects.select_related("case__round"))
    answer_vetoes(rows, "clear", "", walk.who("officer"), walk.now)
    return walk


def to_nominate(town: Town, many: int = 1) -> Walk:
    """Files of one body, consented, with their papers; it has one place."""
    walk, body = town.round(), NominatingBody.objects.order_by("pk")[0]
    Quota.objects.filter(body=body).update(places=1)
    for person in town.workers(many):
        told = answers(town.dice, walk.day)
        case = file_case(walk.round, person, body, told, walk.who(f"body-{body.code}"), walk.now)
        perform(case, "consent", Actor(user=None, person=person.pk), walk.now)
        papers(case, walk)
    return walk


def to_compete(town: Town) -> Walk:
    return to_nominate(town, many=3)


def to_approve(town: Town) -> Walk:
    """Four to be approved, and money for two."""
    from gongjiang.office.clerk.resolving import enter_resolution

    walk = town.walked("cleared", 4, places=4)
    cases = walk.cases(State.CLEARED)
    told = (walk.round.scheme, walk.round, "示例 1 号", walk.day, "王审定", "")
    enter_resolution(*told, cases, walk.who("officer"), walk.now)
    spent(town, available(LINE) - 2 * yuan(300_000))
    return walk


def spent(town: Town, amount: int) -> None:
    """What another case has already set aside."""
    from gongjiang.office.ledger.reserves import reserve
    from tests.treasury import Treasury

    treasury = Treasury()
    reserve(treasury.case("他人"), LINE, amount, "2.3.1", treasury.hands())


def to_seal(town: Town) -> Walk:
    """Everybody's marks are on the desk, nobody has sealed."""
    from gongjiang.office.clerk.marking import members
    from gongjiang.office.clerk.seating import desk_of

    walk = town.walked("seated", 1)
    keys = [criterion[0] for criterion in walk.round.terms["criteria"]]
    for seat in members(Panel.objects.get()):
        marks, reasons = dict.fromkeys(keys, "80"), dict(zip(keys, REASONS, strict=True))
        for case in desk_of(seat):
            Score.objects.create(seat=seat, case=case, marks=marks, reasons=reasons)
    return walk


def to_claim(town: Town) -> Walk:
    """Four drafts that claim on one certificate."""
    walk, person = town.round(), town.workers(1)[0]
    for n in range(4):
        Case.objects.create(
            number=f"R{n}", scheme="skill-upgrade-subsidy", person=person, opened_on=walk.day,
            answers={"certificate_number": "Y1", "claimant": "worker", "channel": "plan"},
        )  # fmt: skip
    return walk


STAGES: dict[str, Callable[[Town], Walk]] = {
    "screen": to_screen,
    "nominate": to_nominate,
    "compete": to_compete,
    "approve": to_approve,
    "file": lambda town: town.round(),
    "seal": to_seal,
    "commit": lambda town: town.walked("screened", 1),
    "rank": lambda town: town.walked("closed", 3, places=1),
    "ask": lambda town: town.nominated(2),
    "claim": to_claim,
}


def told() -> dict[str, Any]:
    """Counts that a race can have spoilt; the record holds and the books balance, or this raises."""
    assert_balanced()
    assert first_fault() is None
    return {
        "states": dict(Counter(Case.objects.filter(round__code="T1").values_list("state", flat=True))),
        "steps": dict(Counter(Event.objects.values_list("step", flat=True))),
        "leaves": dict(Counter(Leaf.objects.values_list("kind", flat=True))),
        "nominations": sorted(Nomination.objects.values_list("merged", flat=True)),
        "newcomers": Person.objects.filter(name="同名人").count(),
        "sealed": Score.objects.filter(sealed_at__isnull=False).values("receipt").distinct().count(),
        "holds": Hold.objects.count(),
        "draws": Draw.objects.count(),
        "rankings": Ranking.objects.count(),
        "vetoes": Veto.objects.count(),
        "reserved": Transfer.objects.filter(kind="reserve", amount=yuan(300_000)).count(),
        "available": available(LINE),
        "accounts": Account.objects.exists(),
    }
