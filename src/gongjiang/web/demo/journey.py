"""Walking a round through the door, act by act, as the people who run one would."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from random import Random
from zoneinfo import ZoneInfo

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Evidence, Round, Veto
from gongjiang.office.clerk import drawing, listing, marking, resolving, rounds, seating, vetoes, visiting
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.perform import Done, perform_many
from gongjiang.office.notice.models import Notice
from gongjiang.office.registry.models import NominatingBody, Person
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.office.review.models import Panel, Ranking, Score, Seat, Visit
from gongjiang.plans import plan_of
from gongjiang.web.demo.cast import Cast
from gongjiang.web.demo.city import account, answers

BEIJING = ZoneInfo("Asia/Shanghai")
REASONS = ("技艺有据，成果可查。", "解决过关键难题，数据清楚。", "带徒成效明显。", "职业操守良好，群众认可。")


@dataclass
class Walk:
    """One round being walked. The day moves on with each act, as it does in an office."""

    round: Round
    cast: Cast
    dice: Random
    day: date

    @property
    def now(self) -> Moment:
        return Moment(self.day, datetime.combine(self.day, time(10), tzinfo=BEIJING))

    def who(self, name: str) -> Actor:
        return self.cast.actor(name, self.day)

    def later(self, workdays: int = 1) -> None:
        self.day = calendar().add_workdays(self.day, workdays, first_day_counts=False)

    def cases(self, *states: State) -> list[Case]:
        return list(
            Case.objects.filter(round=self.round, state__in=states).select_related(
                "person", "body", "round", "employer"
            )
        )

    def step(self, name: str, who: str, cases: Sequence[Case], **sent: object) -> Done:
        return perform_many([case.pk for case in cases], name, self.who(who), self.now, sent)


def nominate(walk: Walk, people: Sequence[Person], bodies: Sequence[NominatingBody]) -> None:
    """Every body files, the nominees consent, the bodies rank and send."""
    for place, person in enumerate(people):
        body = bodies[place % len(bodies)]
        rounds.file_case(
            walk.round, person, body, answers(walk.dice, walk.day), walk.who(f"body-{body.code}"), walk.now
        )
    walk.later()
    for case in walk.cases(State.DRAFT):
        perform_many([case.pk], "consent", Actor(user=None, person=case.person_id), walk.now)
        papers(case, walk)
    walk.later()
    ranks: dict[int, int] = {}
    for case in walk.cases(State.CONSENTED):
        body = case.body
        assert body is not None
        ranks[body.pk] = ranks.get(body.pk, 0) + 1
        walk.step(
            "nominate", f"body-{body.code}", [case], rank=ranks[body.pk], opinion="技艺突出，同意推荐。"
        )


def papers(case: Case, walk: Walk) -> None:
    """The sealed letter and the proofs, as the body's officer would upload them."""
    by = walk.cast.users[f"body-{case.body.code}"] if case.body else walk.cast.users["officer"]
    for kind in ("letter", "internal_notice", "service"):
        body = f"示例材料 {case.number} {kind}".encode()
        Evidence.objects.create(
            case=case,
            kind=kind,
            name=f"{kind}.pdf",
            media_type="application/pdf",
            size=len(body),
            sha256=sha256(body).hexdigest(),
            stored="",
            by=by,
            at=walk.now.at,
        )


def screen(walk: Walk) -> None:
    cases = walk.cases(State.NOMINATED)
    vetoes.ask_vetoes(cases, walk.who("officer"), walk.now)
    walk.later(2)
    rows = list(Veto.objects.filter(case__round=walk.round, answer="").select_related("case__round"))
    vetoes.answer_vetoes(rows, Veto.Answer.CLEAR, "", walk.who("officer"), walk.now)
    walk.step("screen", "officer", cases)
    walk.step("reject", "officer", walk.cases(State.NOMINATED), reason="经审查，条件不完全符合。")


def draw(walk: Walk) -> None:
    made = drawing.commit_draw(
        walk.round, "双色球下一期开奖号码", "开奖当晚 21:15", walk.who("officer"), walk.now
    )
    walk.later()
    value = ".".join(str(walk.dice.randint(1, 33)) for _ in range(7)) + "."
    drawing.draw_panels(made, value, "公证员示例", walk.who("supervisor"), walk.now)


def seat(walk: Walk) -> None:
    for held in Seat.objects.filter(panel__round=walk.round, state=Seat.State.INVITED).select_related(
        "expert"
    ):
        seating.accept(held, [], "", walk.who(f"expert-{held.expert.number}"), walk.now)
    for panel in Panel.objects.filter(round=walk.round):
        marking.open_panel(panel, walk.who("officer"), walk.now)
    walk.step("assign", "officer", walk.cases(State.SCREENED))


def score(walk: Walk, whole: bool = True) -> None:
    """Every member marks and seals. The demo leaves the last two of each panel unfinished when not whole."""
    for panel in Panel.objects.filter(round=walk.round):
        members = marking.members(panel)
        for held in members if whole else members[:-2]:
            mark_desk(walk, held)


def mark_desk(walk: Walk, held: Seat) -> None:
    me = walk.who(f"expert-{held.expert.number}")
    keys = [criterion[0] for criterion in walk.round.terms["criteria"]]
    desk = seating.desk_of(held)
    Score.objects.bulk_create(
        Score(seat=held, case=case, reasons=dict(zip(keys, REASONS, strict=True)),
              marks={key: str(quality(case, key, walk) + walk.dice.randint(-3, 3)) for key in keys})
        for case in desk
    )  # fmt: skip
    if desk:
        marking.seal_scores(held, me, walk.now)


def quality(case: Case, key: str, walk: Walk) -> int:
    return 70 + int(sha256(f"{case.ref}{key}".encode()).hexdigest(), 16) % 25


def close(walk: Walk) -> None:
    for panel in Panel.objects.filter(round=walk.round):
        marking.close_panel(panel, walk.who("officer"), walk.now)
    walk.step("close_review", "officer", walk.cases(State.UNDER_REVIEW))
    walk.step("reject", "officer", walk.cases(State.SCREENED), reason="本组未能形成有效评审。")


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


def open_round(
    scheme: str, code: str, title: Words, opens: date, closes: date, places: int, cast: Cast
) -> Round:
    """With the scheme's own terms, and five places for every body."""
    held = plan_of(scheme)[scheme]
    now = Moment(opens, datetime.combine(opens, time(9), tzinfo=BEIJING))
    opened = rounds.open_round(
        scheme, code, title, opens, closes, places, held.round_terms, cast.actor("officer", opens), now
    )
    for body in NominatingBody.objects.all():
        rounds.set_quota(opened, body, 8, cast.actor("officer", opens), now)
    return opened
