"""From the shortlist to the reward, and the acts of a whole round in their order."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import listing, resolving, visiting
from gongjiang.office.notice.models import Notice
from gongjiang.office.review.models import Ranking, Visit
from gongjiang.web.demo.city import account
from gongjiang.web.demo.reviewing import close, draw, score, screen, seat
from gongjiang.web.demo.walking import Walk


def shortlist(walk: Walk) -> None:
    listing.fix_ranking(walk.round, Ranking.Stage.SHORTLIST, "walk", walk.who("officer"), walk.now)
    walk.step("shortlist", "officer", walk.cases(State.REVIEWED))
    walk.step("not_select", "officer", walk.cases(State.REVIEWED), reason="未列入考察名单。")


def plan_visits(walk: Walk) -> None:
    team = [walk.cast.users["inspector1"], walk.cast.users["inspector2"]]
    for case in walk.cases(State.INSPECTION):
        place = case.employer.name if case.employer else "现场"
        visiting.plan_visit(case, walk.day + timedelta(days=3), place, team, walk.who("officer"), walk.now)


def visit(walk: Walk) -> None:
    checks = dict.fromkeys(visiting.CHECKS, "confirmed")
    for held in Visit.objects.filter(case__round=walk.round).select_related("case"):
        mark = str(Decimal(70 + walk.dice.randint(0, 27)))
        visiting.report_visit(held, checks, {}, mark, [], "pass", walk.who("inspector1"), walk.now)
        visiting.sign_visit(held, walk.who("inspector1"), walk.now)
        visiting.sign_visit(held, walk.who("inspector2"), walk.now)
    walk.step("inspect", "officer", walk.cases(State.INSPECTION))


def propose(walk: Walk) -> None:
    listing.fix_ranking(walk.round, Ranking.Stage.FINAL, "walk", walk.who("officer"), walk.now)
    walk.step("propose", "officer", walk.cases(State.INSPECTED))
    walk.step("not_select", "officer", walk.cases(State.INSPECTED), reason="未列入拟定名单。")


def publish(walk: Walk) -> None:
    walk.step("publish", "reviewer", walk.cases(State.PROPOSED))


def clear(walk: Walk) -> None:
    last = Notice.objects.filter(round=walk.round).latest("pk")
    walk.day = max(walk.day, last.closes_on)
    walk.later()
    walk.step("clear", "officer", walk.cases(State.ON_NOTICE))


def approve(walk: Walk) -> None:
    cases = walk.cases(State.CLEARED)
    resolving.enter_resolution(
        walk.round.scheme,
        walk.round,
        f"示例政文〔{walk.day.year}〕{walk.round.pk}号",
        walk.day,
        "王审定",
        "市政府常务会议",
        cases,
        walk.who("officer"),
        walk.now,
    )
    walk.step("approve", "government", cases)


def confer(walk: Walk) -> None:
    walk.step("confer", "government", walk.cases(State.APPROVED))
    walk.step("certify", "officer", walk.cases(State.TITLED))


def reward(walk: Walk) -> None:
    """The cases that the title opened: accounts given, verified, approved by another hand, owed."""
    for case in following(walk):
        account(case.person, walk.now.at, case.pk)
    walk.step("verify", "officer", following(walk))
    walk.later()
    walk.step("approve", "reviewer", following(walk))


def following(walk: Walk) -> list[Case]:
    return list(Case.objects.filter(cause__round=walk.round).select_related("person", "cause"))


STAGES: tuple[tuple[str, Callable[[Walk], None]], ...] = (
    ("screened", screen),
    ("drawn", draw),
    ("seated", seat),
    ("scored", score),
    ("closed", close),
    ("shortlisted", shortlist),
    ("planned", plan_visits),
    ("visited", visit),
    ("proposed", propose),
    ("noticed", publish),
    ("cleared", clear),
    ("approved", approve),
    ("conferred", confer),
    ("rewarded", reward),
)


def walk_to(walk: Walk, stage: str) -> None:
    """From nominated to the named stage, one act a day at least."""
    for name, act in STAGES:
        walk.later()
        act(walk)
        if name == stage:
            return
    raise LookupError(stage)
