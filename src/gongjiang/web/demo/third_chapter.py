"""保障 in the demo: last year's targets final, this year's under way, notices, performance, stories."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gongjiang.law.duty import OrderAct, TargetAct
from gongjiang.law.standing import Actor
from gongjiang.office.clerk import orders, performance, stories
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.orders import Matter
from gongjiang.office.clerk.stories import Words
from gongjiang.office.clerk.target_acts import take
from gongjiang.office.clerk.target_years import finish_year
from gongjiang.office.clerk.targets import Owner, Wanted, set_target
from gongjiang.office.duty.models import Target
from gongjiang.office.honours.models import Honour
from gongjiang.office.ledger.lines import Line
from gongjiang.office.registry.models import NominatingBody, User
from gongjiang.plans import plans
from gongjiang.web.demo.cast import Cast
from gongjiang.web.demo.walking import BEIJING

SELECTION, REWARD, PUBLICITY = "2.2.3", "2.3.1", "3.3"
DISTRICTS = 3
WANTED = (
    Wanted(SELECTION, "auto", "opened", "", 4, 40),
    Wanted(SELECTION, "auto", "titled", "", 1, 40),
    Wanted(PUBLICITY, "filed", "", "工匠宣讲场次（示例）", 6, 20),
)


@dataclass(frozen=True)
class Office:
    cast: Cast
    day: date

    @property
    def now(self) -> Moment:
        return Moment(self.day, datetime.combine(self.day, time(11), tzinfo=BEIJING))

    def who(self, name: str) -> Actor:
        return self.cast.actor(name, self.day)

    def on(self, day: date) -> "Office":
        return Office(self.cast, day)


def third_chapter(cast: Cast, today: date) -> None:
    office, before = Office(cast, today), today.year - 1
    bodies = list(NominatingBody.objects.filter(kind=NominatingBody.Kind.DISTRICT)[:DISTRICTS])
    for place, body in enumerate(bodies):
        year_made_final(office, body, before, 95 - 4 * place)
        targets = setting(office.on(date(today.year, 1, 12)), body, today.year)
        reported(office, body, targets[:place])
    notices(office, bodies)
    funds(office, before)
    told(office)


def setting(office: Office, body: NominatingBody, year: int) -> list[Target]:
    owner, officer = Owner(body=body), office.who("officer")
    return [set_target(plans()[0], owner, year, wanted, officer, office.now) for wanted in WANTED]


def year_made_final(office: Office, body: NominatingBody, year: int, score: int) -> None:
    targets = setting(office.on(date(year, 1, 13)), body, year)
    closing = office.on(date(year, 12, 31))
    reported(closing, body, targets)
    for target in targets:
        step(closing, target, TargetAct.REVIEW, "officer2", "已核对（示例）")
        step(closing, target, TargetAct.SCORE, "reviewer", "按完成情况评分（示例）", score)
    final = office.on(date(year + 1, 1, 9))
    finish_year(plans()[0], Owner(body=body), year, final.who("government"), final.now)


def reported(office: Office, body: NominatingBody, targets: list[Target]) -> None:
    for target in targets:
        number = target.planned if target.wording else None
        step(office, target, TargetAct.REPORT, f"body-{body.code}", "按计划推进（示例）", number)


def step(
    office: Office, target: Target, act: TargetAct, who: str, text: str, number: int | None = None
) -> None:
    take(target, act, text, number, office.who(who), office.now)


def notices(office: Office, bodies: list[NominatingBody]) -> None:
    """One closed, one late that has gone up, one that has just been issued."""
    plan, past = plans()[0], office.on(office.day - timedelta(days=40))
    supervisor = office.who("supervisor")
    done, late, fresh = (
        orders.issue(plan, Owner(body=body), Matter(SELECTION, matter, 10), supervisor, when.now)
        for body, matter, when in zip(
            bodies, ("推荐材料迟交（示例）", "公示异议核查超期（示例）", "推荐名额未用足，请说明（示例）"),
            (past, past, office), strict=False,
        )
    )  # fmt: skip
    clerk = f"body-{bodies[0].code}"
    orders.take(done, OrderAct.RECEIVE, "", office.who(clerk), past.now)
    orders.take(done, OrderAct.MEND, "材料已补齐（示例）", office.who(clerk), past.now)
    orders.take(done, OrderAct.CLOSE, "属实（示例）", office.who("officer"), past.now)
    orders.take(late, OrderAct.RECEIVE, "", office.who(f"body-{bodies[1].code}"), past.now)
    orders.escalate_overdue(office.now)
    assert fresh.escalated_on is None


def funds(office: Office, before: int) -> None:
    """Last year's line evaluated; this year's has its goals and a reading."""
    for year in (before, office.day.year):
        line, start = Line("talent", year, REWARD), office.on(date(year, 2, 10))
        for indicator, planned in (("executed", 80), ("people", 20), ("returned", 1)):
            goal = performance.set_goal(line, indicator, planned, office.who("maker"), start.now)
            performance.confirm_goal(goal, office.who("checker"), start.now)
        reading = office.on(min(date(year, 9, 30), office.day))
        performance.monitor(line, "三季度（示例）", office.who("maker"), reading.now)
    after = office.on(date(before + 1, 1, 20))
    line, findings = Line("talent", before, REWARD), "当年没有拨付，执行为零，须加快兑现（示例）。"
    made = performance.evaluate(line, 45, findings, "lower", office.who("maker"), after.now)
    performance.decide(made, "", office.who("checker"), after.now)


def told(office: Office) -> None:
    """One story that its person agreed to, and one that waits for the craftsman of the demo."""
    standing = Honour.objects.filter(revoked_on=None).select_related("case", "person").order_by("pk")
    first = standing.exclude(person__users__in=[office.cast.users["craftsman"]]).first()
    assert first is not None
    account: User | None = first.person.users.first()
    if account is None:
        account = office.cast.account("told", f"{first.person.name}（获评人员）", first.person)
    film = Words(
        "一把焊枪三十年（示例）", "Thirty years with one torch (example)", "示例正文：一道工序，三十年。",
        "An example: thirty years at one step of the work.", "video", "https://example.invalid/film",
        "示例字幕：火花落下，焊缝平整。",
    )  # fmt: skip
    story = stories.draft(first, film, office.who("officer"), office.now)
    stories.consent(story, story.sha256, Actor(account.pk, account.person_id), office.now)
    stories.publish(story, office.who("reviewer"), office.now)
    own = standing.filter(person=office.cast.users["craftsman"].person).first()
    if own is not None:
        page = Words("他的徒弟们（示例）", "His apprentices (example)", "示例正文：师徒同台。", "", "web")
        stories.draft(own, page, office.who("officer"), office.now)
