"""The plan on one page: its mechanisms as columns, a card for each clause, the empty ones too."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongjiang.law.clause import Clause
from gongjiang.law.money import Fen
from gongjiang.law.plan import Plan
from gongjiang.law.policy import may
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.honours.models import Honour
from gongjiang.office.ledger.budget import LineSummary, summaries
from gongjiang.plans import plans
from gongjiang.web.insight.behind import Behind, behind
from gongjiang.web.insight.trends import trends
from gongjiang.web.visitor import actor, allowed, today

ROUNDS = 20


@dataclass(frozen=True)
class Work:
    """What stands behind one scheme: its cases, those late, and who holds its title."""

    scheme: Scheme
    cases: int
    late: int
    titled: int
    revoked: int


@dataclass(frozen=True)
class Card:
    """One clause, and everything that is behind it; money in fen over all its lines and years."""

    clause: Clause
    works: tuple[Work, ...]
    behind: tuple[Behind, ...]
    appropriated: Fen
    set_aside: Fen
    owed: Fen
    paid: Fen
    line: str

    @property
    def empty(self) -> bool:
        """Nothing behind the clause: no case, no money, and nothing on any register."""
        there = any(work.cases for work in self.works) or any(one.number for one in self.behind)
        return not self.appropriated and not there

    @property
    def share(self) -> int:
        """Paid, in whole per cent of what was appropriated."""
        return round(100 * self.paid / self.appropriated) if self.appropriated else 0


@dataclass(frozen=True)
class Column:
    heading: Clause
    cards: tuple[Card, ...]


@require_GET
@allowed("insight.see")
def board(request: HttpRequest) -> HttpResponse:
    works, lines, me = counted(), summaries(), actor(request)
    held = [(plan, columns(plan, works, lines, me)) for plan in plans()]
    return render(request, "insight/board.html", {
        "face": "insight", "day": today(), "plans": held, "trends": trends(today()),
        "rounds": Round.objects.annotate(n=Count("cases"))[:ROUNDS], "sees_money": may(me, "money.see"),
        "sees_record": may(me, "journal.verify"), "departments": departments(),
    })  # fmt: skip


Works = dict[str, dict[str, int]]


def columns(plan: Plan, works: Works, lines: list[LineSummary], me: Actor) -> list[Column]:
    return [
        Column(
            head,
            tuple(card(plan, clause, works, lines, me) for clause in plan.clauses if under(clause, head)),
        )
        for head in plan.mechanisms
    ]


def under(clause: Clause, heading: Clause) -> bool:
    return clause.id.startswith(f"{heading.id}.")


def card(plan: Plan, clause: Clause, works: Works, lines: list[LineSummary], me: Actor | None = None) -> Card:
    """What is behind it beside schemes is told where it is asked by somebody."""
    own = [line for line in lines if line.line.line == clause.id]
    none = dict.fromkeys(("cases", "late", "titled", "revoked"), 0)
    found = [
        Work(scheme, **(none | works.get(scheme.slug, {})))
        for scheme in plan.schemes
        if scheme.clause == clause.id
    ]
    return Card(
        clause, tuple(found), behind(plan.behind.get(clause.id, ()), me) if me else (),
        sum(line.appropriated for line in own), sum(line.reserved for line in own),
        sum(line.payable + line.in_transit + line.suspense + line.returned for line in own),
        sum(line.paid for line in own), clause.id,
    )  # fmt: skip


def counted() -> Works:
    """Cases and those late, titles held and revoked, by scheme: two queries whatever there is."""
    late = Q(due_on__lt=today(), stopped_on=None, state=State.NOMINATED)
    cases, late_ones = Count("pk"), Count("pk", filter=late)
    rows = Case.objects.order_by().values_list("scheme").annotate(cases=cases, late=late_ones)
    found = {scheme: {"cases": n, "late": behind} for scheme, n, behind in rows}
    gone = Q(revoked_on__isnull=False)
    held, revoked = Count("pk", filter=~gone), Count("pk", filter=gone)
    titles = Honour.objects.order_by().values_list("case__scheme").annotate(titled=held, revoked=revoked)
    for scheme, titled, taken in titles:
        found.setdefault(scheme, {}).update(titled=titled, revoked=taken)
    return found


def departments() -> dict[str, Words]:
    """What each department is called today, in the plan's own names where it has them."""
    day = today()
    return {
        named.department.value: Words(named.name, named.department.en)
        for plan in plans()
        for named in plan.departments
        if (named.since is None or named.since <= day) and (named.until is None or day <= named.until)
    }
