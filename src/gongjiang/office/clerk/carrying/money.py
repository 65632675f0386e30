"""Money set in motion by a decision: set aside at approval, owed when the grant is approved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from gongjiang.law.effect import Pay, Reserve
from gongjiang.office.cases.models import Case, Event
from gongjiang.office.clerk.effects import Act, carries
from gongjiang.office.clerk.opening import open_following
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.standings import payees
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import Line, line_of_account
from gongjiang.office.ledger.models import Transfer
from gongjiang.office.ledger.owing import Claim, owe_many
from gongjiang.office.ledger.reserves import Matter, Share, live_reserves, reserve_many
from gongjiang.office.registry.models import PayeeAccount, Person


@carries(Reserve)
def reserve(pairs: Sequence[tuple[Case, Reserve]], act: Act) -> None:
    """The case that will pay is opened at once, and the money is set aside for it."""
    opened = open_following([(case, effect.scheme) for case, effect in pairs], act)
    shares = [
        (
            case,
            Share(
                opened[case.pk, effect.scheme], line(effect.pay, act), effect.pay.amount, effect.pay.clause
            ),
        )
        for case, effect in pairs
    ]
    for hands, group in by_hands([case for case, _ in shares], act):
        reserve_many([share for case, share in shares if case.pk in group], hands)


@carries(Pay)
def pay(pairs: Sequence[tuple[Case, Pay]], act: Act) -> None:
    accounts = payees_of([case for case, _ in pairs], act)
    set_aside = live_reserves(case for case, _ in pairs)
    claims = [(case, claim(case, effect, act, accounts, set_aside)) for case, effect in pairs]
    for hands, group in by_hands([case for case, _ in claims], act):
        owe_many([held for case, held in claims if case.pk in group], hands)


def claim(
    case: Case,
    effect: Pay,
    act: Act,
    accounts: Mapping[int, PayeeAccount | None],
    set_aside: dict[Matter, Transfer],
) -> Claim:
    """What was set aside in an earlier budget year is owed on the line of that year."""
    reserve = set_aside.get((case.pk, effect.clause))
    return Claim(
        case=case,
        line=line_of_account(reserve.debit) if reserve else line(effect, act),
        amount=effect.amount,
        clause=effect.clause,
        entitlement=entitlement(case, effect, act),
        document=str(act.sent.get("document") or "") or basis(case),
        account=accounts[case.pk],
    )


def entitlement(case: Case, effect: Pay, act: Act) -> str:
    """What can be had once: what the case holds, such as a certificate; else the scheme, by a person. What a
    unit does is paid case by case; what is paid in parts, once a part and a year.
    """
    scheme = act.plan[case.scheme]
    held = scheme.holds(case.answers)
    once = held[0] if held else f"{case.scheme}|{case.ref if scheme.of_unit else case.person.ref}"
    return f"{once}|{effect.part}|{act.day.year}" if effect.part else once


def line(effect: Pay, act: Act) -> Line:
    return Line(effect.fund.value, act.day.year, effect.clause)


def basis(case: Case) -> str:
    """The document that decided it: the city's decision on the case that this one follows from."""
    origin = case.cause or case
    decided = origin.resolutions.order_by("pk").last()
    return decided.document if decided else ""


def payees_of(cases: Sequence[Case], act: Act) -> Mapping[int, PayeeAccount | None]:
    """The account of each case, by its key; the cases of one act are of one scheme."""
    return payees(act.plan[cases[0].scheme], cases) if cases else {}


def by_hands(cases: Sequence[Case], act: Act) -> Iterable[tuple[Hands, set[int]]]:
    """The cases grouped by who prepared them: the maker is that person, the checker is who now decides."""
    if act.actor.person is None:
        raise refuse(
            "账号未关联自然人，不能办理资金事项", "This account belongs to no person: it cannot handle money"
        )
    makers: dict[int, int] = {}
    touched = Event.objects.filter(case__in=[c.pk for c in cases], person__isnull=False).exclude(
        person=act.actor.person
    )
    own = {case.pk: case.person_id for case in cases}
    for key, person in touched.order_by("pk").values_list("case", "person"):
        if person is not None and person != own[key]:
            makers[key] = person
    grouped: dict[int, set[int]] = defaultdict(set)
    for case in cases:
        if case.pk not in makers:
            raise refuse("没有经办人，不能办理资金事项", "Nobody prepared this case: money needs two people")
        grouped[makers[case.pk]].add(case.pk)
    people = Person.objects.in_bulk([*grouped, act.actor.person])
    for maker, keys in grouped.items():
        yield Hands(people[maker], people[act.actor.person], act.day, act.at), keys
