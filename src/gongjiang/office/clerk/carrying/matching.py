"""单位 1∶1 配套: what a decision puts upon the employer of its day. Who has no employer is owed none."""

from collections.abc import Iterable, Sequence

from gongjiang.law.effect import Match
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.carrying.money import by_hands
from gongjiang.office.clerk.effects import Act, carries
from gongjiang.office.honours.models import Resolution
from gongjiang.office.journal.models import record_many
from gongjiang.office.ledger.matching import Obligation, open_dues
from gongjiang.office.registry.models import Organisation


@carries(Match)
def match(pairs: Sequence[tuple[Case, Match]], act: Act) -> None:
    decided = decisions(case for case, _ in pairs)
    units = Organisation.objects.in_bulk({case.employer_id for case, _ in pairs if case.employer_id})
    alone = [case for case, _ in pairs if not case.employer_id]
    record_many([("match.none", case.ref, {"because": "no employer"}) for case in alone], act.at)
    wanted = [
        (case, obligation(case, effect, decided.get(case.cause_id or case.pk), units[case.employer_id], act))
        for case, effect in pairs
        if case.employer_id
    ]
    for hands, group in by_hands([case for case, _ in wanted], act) if wanted else ():
        open_dues([one for case, one in wanted if case.pk in group], hands)


def obligation(
    case: Case, effect: Match, decision: Resolution | None, employer: Organisation, act: Act
) -> Obligation:
    """Time runs from the day of the document that decided it."""
    return Obligation(
        case=case,
        employer=employer,
        amount=effect.amount,
        clause=effect.clause,
        document=decision.document if decision else "",
        decided_on=decision.on if decision else act.day,
        months=effect.months,
    )


def decisions(cases: Iterable[Case]) -> dict[int, Resolution]:
    """The newest decision on each case, or on the case that it follows from, in one query."""
    origins = {case.cause_id or case.pk for case in cases}
    links = Resolution.cases.through.objects.filter(case_id__in=origins).select_related("resolution")
    return {link.case_id: link.resolution for link in links.order_by("resolution_id")}
