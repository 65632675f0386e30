"""Building the demo: the office founded, two past rounds, direct awards, and a round alive at each stage."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import transaction

from gongjiang.law.plan import Plan
from gongjiang.law.terms import Role
from gongjiang.law.words import Words
from gongjiang.office.cases.models import PlanTerm, Round
from gongjiang.office.clerk import rounds
from gongjiang.office.clerk.adopting import adopt_rows
from gongjiang.office.clerk.founding import found_office
from gongjiang.office.clerk.objections import object_to
from gongjiang.office.journal.models import record
from gongjiang.office.journal.pace import last_at
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.notice.models import Entry
from gongjiang.office.registry.models import NominatingBody, Organisation, Person, Posting
from gongjiang.plans import plans
from gongjiang.web.demo import city, contests, money
from gongjiang.web.demo.building import platforms
from gongjiang.web.demo.cast import SINCE, Cast, experts, staff
from gongjiang.web.demo.city import answers
from gongjiang.web.demo.claims import claims
from gongjiang.web.demo.deploying import certificate_of, deploy
from gongjiang.web.demo.direct import direct_awards
from gongjiang.web.demo.journey import STAGES
from gongjiang.web.demo.posts import second_security, waiting_account
from gongjiang.web.demo.reviewing import nominate, score
from gongjiang.web.demo.third_chapter import third_chapter
from gongjiang.web.demo.walking import BEIJING, Walk, main_selection, open_round

SEED, MADE_UP = 20261125, "示例数据 / made-up data"
DEMO_DAY = date(2026, 11, 25)
"""The demo's own today when it is built: inside the years whose calendar is known.
Its clock runs on from there.
"""


@dataclass(frozen=True)
class Staged:
    """A round of the demo: how many nominees, how many places, and the last act that has been done."""

    code: str
    zh: str
    en: str
    people: int
    places: int
    days_ago: int
    stage: str


PAST = (
    Staged("2023", "2023 年度评选", "Selection 2023", 107, 20, 900, "rewarded"),
    Staged("2025", "2025 年度评选", "Selection 2025", 60, 20, 500, "rewarded"),
)
LIVE = (
    Staged("2026-A", "2026 年度评选（推荐中）", "Selection 2026 (nominating)", 20, 20, 5, ""),
    Staged("2026-B", "2026 年度评选（资格审查）", "Selection 2026 (screening)", 20, 20, 10, "nominated"),
    Staged("2026-C", "2026 年度评选（专家评审）", "Selection 2026 (expert review)", 20, 18, 16, "marking"),
    Staged("2026-D", "2026 年度评选（实地考察）", "Selection 2026 (inspection)", 20, 8, 30, "planned"),
    Staged("2026-E", "2026 年度评选（社会公示）", "Selection 2026 (public notice)", 20, 6, 34, "noticed"),
    Staged(
        "2026-F", "2026 年度评选（审定兑现）", "Selection 2026 (approval and payment)", 20, 6, 60, "conferred"
    ),
)


@transaction.atomic
def build(
    today: date = DEMO_DAY,
    past: tuple[Staged, ...] = PAST,
    live: tuple[Staged, ...] = LIVE,
    direct: bool = True,
) -> Cast:
    dice, cast, plan = Random(SEED), Cast(), plans()[0]
    at = datetime.combine(date(2023, 1, 4), time(9), tzinfo=BEIJING)
    found_office(plan, today, "示例", at)
    in_force(plan, at)
    staff(cast, dice)
    employers, homes = city.units(dice), city.institutes()
    experts(cast, dice, homes, today)
    city.funds(cast, range(2023, today.year + 1), at)
    for staged in (*past, *live):
        stage(staged, cast, dice, employers, today)
    second_security(cast)
    if direct:
        direct_awards(cast, dice, employers, today)
        people_of_note(cast)
        deploy(cast, certificate_of(cast), today)
        platforms(cast, dice, employers, today)
        claims(cast, dice, employers, today)
        money.alive(cast, today)
        workers = [city.worker(cast, dice, employers, today) for _ in range(10)]
        contests.local_contest(cast, workers, today)
        third_chapter(cast, today)
        waiting_account(cast, today)
    adopt_rows(MADE_UP, last_at() or at)
    return cast


def in_force(plan: Plan, at: datetime) -> None:
    terms = PlanTerm.objects.filter(plan=plan.slug)
    terms.update(issued_on=date(2022, 12, 1), document="示例文号（演示）")
    record("rows.adopt", plan.slug, {"reason": MADE_UP, **of_rows(wrote(terms))}, at)


def stage(staged: Staged, cast: Cast, dice: Random, employers: list[Organisation], today: date) -> Walk:
    """A round opened so many days ago and walked to its stage, never past today."""
    slug = main_selection(plans()[0])
    opens = today - timedelta(days=staged.days_ago)
    closes = today + timedelta(days=20) if staged.stage in ("", "nominated") else opens + timedelta(days=10)
    called = plans()[0][slug].said
    title = Words(staged.zh.replace("评选", called.zh), staged.en.replace("Selection", called.en))
    held = open_round(slug, staged.code, title, opens, closes, staged.places, cast)
    walk = Walk(held, cast, dice, opens)
    workers = [city.worker(cast, dice, employers, opens) for _ in range(staged.people)]
    if staged.code == PAST[0].code:
        contests.first_places(workers[:3], date(2022, 9, 1))
    bodies = list(NominatingBody.objects.all())
    if not staged.stage:
        return begun(walk, workers, bodies)
    nominate(walk, workers, bodies)
    advance(walk, staged.stage, today)
    return walk


def begun(walk: Walk, workers: list[Person], bodies: list[NominatingBody]) -> Walk:
    """Nominating has begun; one body declares that it has nobody."""
    for place, person in enumerate(workers):
        body = bodies[place % (len(bodies) - 1)]
        rounds.file_case(
            walk.round, person, body, answers(walk.dice, walk.day), walk.who(f"body-{body.code}"), walk.now
        )
    last = bodies[-1]
    rounds.declare_zero(walk.round, last, walk.who(f"body-{last.code}"), walk.now)
    return walk


def advance(walk: Walk, stage: str, today: date) -> None:
    """Act by act up to the stage; a notice that should be running today is published today."""
    if stage == "nominated":
        return
    for name, act in STAGES:
        walk.later()
        if stage == "marking" and name == "scored":
            score(walk, whole=False)
            return
        if stage == "noticed" and name == "noticed":
            walk.day = max(walk.day, today)
        act(walk)
        if name == stage:
            break
    if stage == "noticed":
        entry = Entry.objects.filter(notice__round=walk.round).order_by("place").first()
        if entry:
            object_to(
                entry,
                "person",
                "（示例）该同志近两年已不在一线岗位，请核实。",
                "示例异议人 13000000000",
                walk.now,
            )


def people_of_note(cast: Cast) -> None:
    """Accounts for a nominee who has yet to consent, one who was titled, and an employer's clerk."""
    opened = Round.objects.get(code=LIVE[0].code)
    waiting = opened.cases.select_related("person", "employer").order_by("pk").first()
    titled = (
        Round.objects.get(code=LIVE[-1].code)
        .cases.filter(state="certified")
        .select_related("person")
        .order_by("pk")
        .first()
    )
    if waiting and waiting.employer:
        cast.account("nominee", f"{waiting.person.name}（被推荐人）", waiting.person)
        clerk = Person.objects.create(name="单位经办示例", employer=waiting.employer)
        user = cast.account("employer", "单位经办示例", clerk)
        Posting.objects.create(user=user, role=Role.EMPLOYER, organisation=waiting.employer, since=SINCE)
    if titled:
        cast.account("craftsman", f"{titled.person.name}（获评人员）", titled.person)
