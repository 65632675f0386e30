"""What a contest result feeds: the direct route, priority, titles; read from the rules, never a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gongjiang.law.scheme import Assessment, Outcome, Scheme
from gongjiang.law.settings import Settings
from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.facts import result_facts, sources
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.rounds import file_case
from gongjiang.office.honours.models import Honour
from gongjiang.office.registry.models import Competitor
from gongjiang.office.registry.standing_results import published, standing
from gongjiang.plans import plan_of, plans

DESIGNATING = "designation"
MAY_OPEN = (Outcome.ELIGIBLE, Outcome.NEEDS_PERSON)


def readers() -> dict[Scheme, Settings]:
    """The schemes whose rules read the contest results of a person, with what is settled for each."""
    return {
        scheme: settings for plan in plans() for settings in (settings_of(plan),) for scheme in plan.schemes
        if "results" in sources(scheme).values()
    }  # fmt: skip


def direct_schemes() -> dict[Scheme, Settings]:
    return {scheme: settings for scheme, settings in readers().items() if designates(scheme)}


def designates(scheme: Scheme) -> bool:
    return scheme.procedure.name == DESIGNATING


def assessed(scheme: Scheme, settings: Settings, rows: Sequence[Competitor], day: date) -> Assessment:
    """What the rules make of these results alone."""
    team = max((row.entry.trade.team_size for row in rows), default=None)
    known = {"results": [result_facts(row) for row in rows], "results.team": team, "titles": []}
    facts = {name: known[source] for name, source in sources(scheme).items() if source in known}
    return scheme.assess(scheme.subject.row(facts), day, settings)


def opens(scheme: Scheme, settings: Settings, rows: Sequence[Competitor], day: date) -> bool:
    """Whether the direct route is open on these results, or a person must say so."""
    return assessed(scheme, settings, rows, day).outcome in MAY_OPEN


@dataclass(frozen=True)
class Fed:
    """A case that a result fed, and whether by the direct route or by priority."""

    case: Case
    direct: bool


@dataclass(frozen=True)
class Holder:
    """Somebody who holds the result, the direct schemes it still opens to them, and what it fed so far."""

    row: Competitor
    opens: tuple[Scheme, ...]
    fed: tuple[Fed, ...]


def holders(rows: Sequence[Competitor], day: date) -> list[Holder]:
    """For the page of a result: one query for all cases of all its holders."""
    schemes = readers()
    cases = Case.objects.filter(person__in=[r.person_id for r in rows], scheme__in=[s.slug for s in schemes])
    held = list(cases.select_related("round", "honour").order_by("pk"))
    return [_holder(row, schemes, [c for c in held if c.person_id == row.person_id], day) for row in rows]


def _holder(row: Competitor, schemes: Mapping[Scheme, Settings], cases: Sequence[Case], day: date) -> Holder:
    found = {scheme.slug: assessed(scheme, settled, [row], day) for scheme, settled in schemes.items()}
    direct = tuple(s for s in schemes if designates(s) and found[s.slug].outcome in MAY_OPEN)
    slugs, live = {scheme.slug for scheme in direct}, {c.scheme for c in cases if c.state not in EXITS}
    fed = (Fed(c, c.scheme in slugs) for c in cases if c.scheme in slugs or found[c.scheme].priority)
    return Holder(row, tuple(s for s in direct if s.slug not in live), tuple(fed))


def open_direct(row: Competitor, scheme: Scheme, actor: Actor, now: Moment) -> Case:
    """开办直接评定: one case for whoever holds the result, in the round that keeps the year's awards."""
    must(actor, "register.keep")
    if row not in standing([row.person_id]):
        raise refuse("成绩尚未发布或已取消", "The result is not published, or is annulled")
    if not opens(scheme, settings_of(plan_of(scheme.slug)), [row], now.day):
        raise refuse("该成绩不符合直接评定条件", "This result does not open the direct route")
    rounds = Round.objects.filter(scheme=scheme.slug, opens_on__lte=now.day, closes_on__gte=now.day)
    held = rounds.order_by("-opens_on", "-pk").first()
    if held is None:
        raise refuse(f"请先开设“{scheme.said.zh}”的批次", f"Open a round of “{scheme.said.en}” first")
    return file_case(held, row.person, None, {}, actor, now)


def resting(rows: Iterable[Competitor], day: date) -> list[tuple[Competitor, Scheme]]:
    """Of holders of an annulled result: whose direct route stood on it, and on no other result."""
    held = list(rows)
    left: dict[int, list[Competitor]] = {row.person_id: [] for row in held}
    for other in standing(list(left)):
        left[other.person_id].append(other)
    schemes = direct_schemes()
    return [
        (row, scheme) for row in held for scheme, settled in schemes.items()
        if opens(scheme, settled, [row], day) and not opens(
            scheme, settled, [o for o in left[row.person_id] if o.entry_id != row.entry_id], day
        )
    ]  # fmt: skip


def live_cases(pairs: Sequence[tuple[Competitor, Scheme]]) -> list[Case]:
    """The direct cases on their way to a title that rest on these results."""
    wanted = {(row.person_id, scheme.slug) for row, scheme in pairs}
    found = Case.objects.filter(person__in=[person for person, _ in wanted], honour=None)
    return [c for c in found.exclude(state__in=EXITS).order_by("pk") if (c.person_id, c.scheme) in wanted]


def titles_in_doubt(day: date) -> list[Honour]:
    """Titles given on a result that was annulled since: for the authority to review, never withdrawn here."""
    annulled = published().filter(entry__result__annulled_on__isnull=False)
    wanted = {(row.person_id, scheme.slug) for row, scheme in resting(annulled, day)}
    held = Honour.objects.filter(revoked_on=None, person__in=[person for person, _ in wanted])
    rows = held.select_related("person", "case").order_by("conferred_on", "pk")
    return [honour for honour in rows if (honour.person_id, honour.case.scheme) in wanted]
