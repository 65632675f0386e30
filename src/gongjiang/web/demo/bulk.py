"""Made-up cases in bulk, for measuring pages: 200 through the door, many more straight into the tables."""

from datetime import date, timedelta
from random import Random

from django.db import transaction

from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk.marking import close_panel, members
from gongjiang.office.registry.models import NominatingBody, Organisation, Person
from gongjiang.office.review.models import Panel
from gongjiang.plans import plans
from gongjiang.web.demo import city
from gongjiang.web.demo.build import DEMO_DAY, build
from gongjiang.web.demo.people import name
from gongjiang.web.demo.reviewing import draw, mark_desk, nominate, screen, seat
from gongjiang.web.demo.walking import Walk, main_selection, open_round

WALKED = 200
BATCH = 2000
SPREAD = (State.NOMINATED, State.SCREENED, State.NOT_SELECTED, State.INELIGIBLE, State.WITHDRAWN)


@transaction.atomic
def fill(cases: int) -> int:
    """At most 200 cases walked to the closed panels; the rest, if any, as rows of earlier rounds."""
    cast, dice = build(DEMO_DAY, past=(), live=(), direct=False), Random(3)
    slug = main_selection(plans()[0])
    opens = DEMO_DAY - timedelta(days=60)
    held = open_round(
        slug, "BENCH", Words("测量批次", "Bench round"), opens, opens + timedelta(days=50), 20, cast
    )
    walk = Walk(held, cast, dice, opens)
    employers = list(Organisation.objects.filter(kind__in=city.KINDS))
    workers = [city.worker(cast, dice, employers, opens) for _ in range(min(cases, WALKED))]
    nominate(walk, workers, list(NominatingBody.objects.all()))
    for act in (screen, draw, seat, marked):
        walk.later()
        act(walk)
    return Case.objects.count() + rows(max(cases - WALKED, 0), slug, employers, dice)


def marked(walk: Walk) -> None:
    """Every panel but the last marks and closes: one stays open, so that marking can be measured too."""
    for panel in list(Panel.objects.filter(round=walk.round).order_by("pk"))[:-1]:
        for member in members(panel):
            mark_desk(walk, member)
        close_panel(panel, walk.who("officer"), walk.now)
    walk.step("close_review", "officer", walk.cases(State.UNDER_REVIEW))


def rows(many: int, slug: str, employers: list[Organisation], dice: Random) -> int:
    """Cases as an archive would hold them: people, states and units spread as in a city."""
    opens = date(2023, 3, 1)
    held = Round(code="ARCHIVE", scheme=slug, title="历年办件", title_en="Archive", opens_on=opens)
    held.closes_on = opens + timedelta(days=30)
    held.save()
    bodies = list(NominatingBody.objects.all())
    for start in range(0, many, BATCH):
        size = min(BATCH, many - start)
        people = Person.objects.bulk_create(
            Person(name=name(dice), employer=dice.choice(employers), occupation="焊工") for _ in range(size)
        )
        Case.objects.bulk_create(
            archived(held, person, start + place, dice.choice(bodies), dice.choice(SPREAD))
            for place, person in enumerate(people)
        )
    return many


def archived(held: Round, person: Person, place: int, body: NominatingBody, state: State) -> Case:
    number, unit, opened = f"2023-{place + 1:06d}", person.employer, held.opens_on
    case = Case(number=number, scheme=held.scheme, round=held, person=person, employer=unit, opened_on=opened)
    case.body, case.state = body, state
    return case
