"""Platforms in the demo: a call that three units answered, one of them running, with sessions to book."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from random import Random

from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.applying import Beside, apply
from gongjiang.office.clerk.evidence import add_evidence
from gongjiang.office.clerk.gathering import add_rows, confirm_row
from gongjiang.office.clerk.perform import perform
from gongjiang.office.clerk.services import Planned, arrange, book
from gongjiang.office.registry.models import NominatingBody, Organisation, PayeeAccount, Person, Posting
from gongjiang.plans import plans
from gongjiang.web.demo.cast import SINCE, Cast
from gongjiang.web.demo.journey import STAGES
from gongjiang.web.demo.papers import paper
from gongjiang.web.demo.ruled import ruled
from gongjiang.web.demo.straight import SENT, row_of, stated
from gongjiang.web.demo.walking import Walk, open_round

AGO, HOSTS = 150, 3
KEPT = {"midterm": ("goals",), "assess": ("services",)}
"""Logs that are filled before a step."""
WAY = ("approve", "midterm", "ready", "score", "accept", "assess")
SESSIONS = (
    ("practice", "数控车床实训", 6),
    ("training", "薄板焊接公益培训", 9),
    ("assessment", "焊工技师评价", 20),
)


def platforms(cast: Cast, dice: Random, employers: Sequence[Organisation], today: date) -> None:
    """The first scheme that builds and needs no titled head."""
    scheme = next(
        s for s in plans()[0].schemes if s.procedure.name == "platform" and "craftsman" not in s.asked
    )
    opens = today - timedelta(days=AGO)
    title = Words(f"{opens.year} 年{scheme.said.zh}", f"{scheme.said.en}, {opens.year}")
    code = f"{opens.year}-P"
    walk = Walk(
        open_round(scheme.slug, code, title, opens, opens + timedelta(days=30), 1, cast), cast, dice, opens
    )
    standards(walk, scheme)
    units = [unit for unit in employers if unit.kind == "enterprise"][:HOSTS]
    for place, (unit, body) in enumerate(zip(units, NominatingBody.objects.order_by("pk"), strict=False)):
        applied(walk, scheme, host(walk, unit, place), body)
    for name, act in STAGES:
        walk.later()
        act(walk)
        if name == "cleared":
            break
    built = walk.cases(State.CLEARED)
    if built:
        running = run(walk, scheme, built[0])
        sessions(walk, running, today)


def standards(walk: Walk, scheme: Scheme) -> None:
    """The office has set the sums that the plan leaves to it."""
    unset = {held.key for rule in scheme.rules for held in rule.assumes if held.on(walk.day) == 0}
    for key in sorted(unset):
        ruled(walk.cast, key, "50000000", walk.now)


def host(walk: Walk, unit: Organisation, place: int) -> str:
    """A clerk and an account of the unit."""
    person = Person.objects.create(name=f"平台经办{place + 1}", employer=unit)
    user = walk.cast.account(f"host{place + 1}", f"平台经办{place + 1}", person)
    Posting.objects.create(user=user, role=Role.EMPLOYER, organisation=unit, since=SINCE)
    held = PayeeAccount(organisation=unit, holder=unit.name, bank="示例银行江城分行", added_at=walk.now.at)
    held.put_number(f"62148577{place:08d}")
    held.save()
    return user.username


def applied(walk: Walk, scheme: Scheme, who: str, body: NominatingBody) -> None:
    case = apply(scheme, stated(scheme), Beside(body=body), walk.who(who), walk.now)
    for kind, _ in scheme.evidence:
        add_evidence(case, paper(case, kind), walk.who("officer"), walk.now)
    perform(case, "submit", walk.who(who), walk.now)
    walk.later()
    walk.step("nominate", f"body-{body.code}", [case], rank=1, opinion="基础扎实，同意推荐。")


def run(walk: Walk, scheme: Scheme, case: Case) -> Case:
    """Recognised, built against its goals, accepted, assessed after a year's services."""
    who = next(name for name, user in walk.cast.users.items() if name.startswith("host")
               and user.person and user.person.employer_id == case.employer_id)  # fmt: skip
    hands = {Role.EMPLOYER: who, Role.OFFICER: "officer", Role.REVIEWER: "reviewer"}
    for name in WAY:
        step = scheme.procedure[name]
        for log in (log for log in scheme.logs if log.name in KEPT.get(name, ())):
            row = add_rows(case, log, [(row_of(log, scheme, walk.day), None)], walk.who(who), walk.now)[0]
            confirm_row(row, walk.who("officer"), walk.now)
        walk.later()
        asked = {ask.name: SENT[ask.name] for ask in step.asks if ask.name in SENT}
        case = perform(case, name, walk.who(hands[step.by]), walk.now, asked)
    return case


def sessions(walk: Walk, case: Case, today: date) -> None:
    """Three sessions ahead, one of them booked by the craftsman."""
    who = next(n for n, u in walk.cast.users.items() if u.person and u.person.employer_id == case.employer_id)
    walk.day = today
    for kind, title, days in SESSIONS:
        planned = Planned(kind, title, "焊工", "一号实训车间", today + timedelta(days=days), time(9), 30)
        held = arrange(case, planned, walk.who(who), walk.now)
    if "craftsman" in walk.cast.users:
        book(held, 1, walk.who("craftsman"), walk.now)
