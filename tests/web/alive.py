"""A town with something of everything: cases at each stage, a panel marking, a visit, an objection."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State
from gongjiang.office.cases.models import Case, Evidence, RosterDoubt, Round, Veto
from gongjiang.office.clerk import inspecting, paying_asks, rounds, services, vetoes, visiting
from gongjiang.office.clerk.evidence import Document
from gongjiang.office.clerk.gathering import add_rows
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.objections import object_to, take
from gongjiang.office.clerk.perform import perform_many
from gongjiang.office.clerk.photographing import add_photo
from gongjiang.office.clerk.rosters import scheme_of_sheet, send_roster, take_in
from gongjiang.office.honours.models import Certificate
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import MatchEvidence, MonthClose, Payable, SuspenseItem
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.sampling import Scope
from gongjiang.office.notice.models import Entry
from gongjiang.office.post.models import Letter
from gongjiang.office.registry.models import Award, NominatingBody, Organisation, Person, Posting
from gongjiang.office.review.models import Seat, Visit
from gongjiang.plans import plans
from gongjiang.web.demo import money as treasury
from gongjiang.web.demo.cast import SINCE
from gongjiang.web.demo.city import answers
from gongjiang.web.demo.deploying import stand_up, walkable
from gongjiang.web.demo.straight import row_of
from gongjiang.web.demo.walking import Walk
from gongjiang.web.uploads import keep
from tests.clerk.claim_sheets import roster, row
from tests.clerk.contest_ground import Ground
from tests.clock import set_day
from tests.objections import looked_into
from tests.paper import picture
from tests.remembered import remembered
from tests.town import TODAY, Town, found_town
from tests.web.alive_duty import third_chapter
from tests.web.office import PDF

SHOT = picture("JPEG", (60, 40))
SECRET = "CANARY-objector-1380000"
REWARD = next(s.slug for s in plans()[0].schemes if s.procedure.name == "grant")


@dataclass
class Alive:
    """The town, the names that stand for its things in an address, and whose login is whose."""

    town: Town
    refs: dict[str, object] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)


@pytest.fixture
def alive(db: None, demo_clock: None) -> Alive:
    made, day = remembered("alive", grown)
    set_day(day)
    return made


def grown() -> tuple[Alive, date]:
    """The town, lived in, and the day it has come to."""
    made = Alive(found_town())
    nominated(made)
    invited(made)
    marking(made)
    inspected(made)
    titled(made)
    money(made)
    claimed(made)
    contested(made)
    gathered(made)
    made.refs |= third_chapter(made.town, made.people["body"], str(made.refs["certified"]))
    posted(made)
    return made, noticed(made)


def posted(made: Alive) -> None:
    """A letter that waits to be read and sent, and one that a nominee received."""
    waiting = Letter.objects.filter(state=Letter.State.WAITING)[0]
    case = Case.objects.get(ref=made.refs["nominated"])
    sent = Letter.objects.create(
        person=case.person, case=case, subject="告知", subject_en="Told", body="正文", body_en="Text",
        state=Letter.State.SENT, written_at=timezone.now(), sent_at=timezone.now(),
    )  # fmt: skip
    made.refs |= {"letter": waiting.ref, "received": sent.ref}


def gathered(made: Alive) -> None:
    """A studio that runs, with a service given to the public that nobody has confirmed yet."""
    certificate = Certificate.objects.select_related("honour__person__employer").latest("pk")
    walk = stand_up(made.town.cast, certificate, certificate.issued_on)
    scheme = next(one for one in walkable() if one.procedure.name == "studio")
    case = walk.go(walk.begin(scheme), scheme)
    log = next(one for one in scheme.logs if one.name == "services")
    row = add_rows(case, log, [(row_of(log, scheme, walk.day), None)], walk.who(Role.EMPLOYER), walk.now)[0]
    told = services.Planned("training", "薄板焊接", "焊工", "厂房", walk.day, time(9), 20)
    held = services.arrange(case, told, walk.who(Role.EMPLOYER), walk.now)
    made.refs["life"] = Case.objects.select_related("person").get(ref=made.refs["nominated"]).person.ref
    made.refs |= {"logged": case.ref, "row": row.ref, "session": held.ref, "code": held.code,
                  "award": Award.objects.all()[0].ref}  # fmt: skip


def claimed(made: Alive) -> None:
    """A roster of the office's own, taken in; of one row somebody must look at the day."""
    actor, now = made.town.actor("officer"), Moment(TODAY, timezone.now())
    scheme, data = scheme_of_sheet("skill-claims"), roster([row(1, 发证日期="2026-01-05"), row(2, 金额=1)])
    held = send_roster(scheme, data, "花名册.csv", None, {}, actor, now)
    list(take_in(held, actor, now))
    RosterDoubt.objects.create(roster=held, row=2, column="发证日期", zh="请核对", en="look at it")
    made.refs["claims"] = held.ref


def contested(made: Alive) -> None:
    """An edition with a published result, and one that waits to be verified."""
    ground = Ground(made.town)
    result = ground.published(ground.entered(1), medal="gold")
    ground.entered(2)
    ground.filed(ground.entered(3), rank=3)
    held = ground.edition
    made.refs |= {"contest": held.contest.ref, "edition": held.ref, "result": result.ref}


def nominated(made: Alive) -> None:
    """Fresh files: one that is nominated and has a document, one that still waits for consent."""
    town, walk = made.town, made.town.nominated(3, code="N", days=90)
    first, other = walk.cases(State.NOMINATED)[:2]
    assert first.employer is not None
    body = NominatingBody.objects.order_by("pk")[0]
    draft = rounds.file_case(
        walk.round,
        town.workers(1)[0],
        body,
        answers(town.dice, TODAY),
        walk.who(f"body-{body.code}"),
        walk.now,
    )
    consented = rounds.file_case(
        walk.round,
        town.workers(1)[0],
        body,
        answers(town.dice, TODAY),
        walk.who(f"body-{body.code}"),
        walk.now,
    )
    perform_many([consented.pk], "consent", Actor(user=None, person=consented.person_id), walk.now)
    vetoes.ask_vetoes([first], walk.who("officer"), walk.now)
    paper, _, _ = (
        kept(made, walk, first),
        kept(made, walk, consented),
        kept(made, walk, consented, "internal_notice"),
    )
    made.refs |= {
        "round": walk.round.ref,
        "nominated": first.ref,
        "other": other.ref,
        "draft": draft.ref,
        "consented": consented.ref,
        "paper": paper.ref,
        "veto": Veto.objects.filter(case=first).order_by("pk")[0].pk,
        "reward": REWARD,
    }
    town.cast.account("nominee", "被推荐人", first.person)
    town.cast.account("another", "另一被推荐人", other.person)
    clerk(made, "employer", first.employer)
    clerk(
        made,
        "other-employer",
        Organisation.objects.exclude(pk=first.employer_id).exclude(pk=other.employer_id)[0],
    )
    made.people |= {
        "body": f"body-{first.body.code}",
        "other-body": f"body-{NominatingBody.objects.order_by('-pk')[0].code}",
    }  # type: ignore[union-attr]


def kept(made: Alive, walk: Walk, case: Case, kind: str = "letter") -> Evidence:
    """A document with its bytes, as the officer would upload it."""
    stored, digest = keep(PDF)
    by, size = made.town.cast.users["officer"], len(PDF)
    return Evidence.objects.create(
        case=case,
        kind=kind,
        name=f"{kind}.pdf",
        media_type="application/pdf",
        size=size,
        sha256=digest,
        stored=stored,
        by=by,
        at=walk.now.at,
    )


def clerk(made: Alive, username: str, unit: Organisation) -> None:
    user = made.town.cast.account(username, "单位经办", Person.objects.create(name="单位经办", employer=unit))
    Posting.objects.create(user=user, role="employer", organisation=unit, since=SINCE)


def invited(made: Alive) -> None:
    """A panel drawn whose members have not answered."""
    walk = made.town.walked("drawn", 3, code="I")
    seat = Seat.objects.filter(panel__round=walk.round, kind="member", state="invited").select_related(
        "expert"
    )[0]
    made.refs["invited"] = seat.ref
    made.people["invited"] = f"expert-{seat.expert.number}"


def marking(made: Alive) -> None:
    """A panel at its marks: an expert of it, a fellow member, one of no panel."""
    walk = made.town.walked("seated", 4, code="M")
    case = walk.cases(State.UNDER_REVIEW)[0]
    seats = [
        s
        for s in Seat.objects.filter(panel__round=walk.round, kind="member").select_related(
            "expert", "panel__group"
        )
        if case.person.occupation in s.panel.group.occupations
    ]
    paper = kept(made, walk, case)
    made.refs |= {
        "marking": walk.round.ref,
        "seat": seats[0].ref,
        "marked": case.ref,
        "shown": paper.ref,
        "group": seats[0].panel.group.code,
    }
    made.people |= {
        "expert": f"expert-{seats[0].expert.number}",
        "fellow": f"expert-{seats[1].expert.number}",
    }


def inspected(made: Alive) -> None:
    """A visit reported with a concern."""
    walk = made.town.walked("shortlisted", 4, code="V")
    first, waiting = walk.cases(State.INSPECTION)[:2]
    team = [made.town.cast.users[name] for name in ("inspector1", "inspector2")]
    visiting.plan_visit(first, walk.day, "车间", team, walk.who("officer"), walk.now)
    visit = Visit.objects.filter(case__round=walk.round).order_by("pk")[0]
    checks = dict.fromkeys(visiting.CHECKS, "confirmed")
    visiting.report_visit(visit, checks, {}, "80", ["工龄待核"], "concerns", walk.who("inspector1"), walk.now)
    stored, digest = keep(SHOT)
    shot = Document("photo", "车间.jpg", "image/jpeg", len(SHOT), digest, stored)
    photo = add_photo(visit, shot, "机床前独立操作", walk.who("inspector1"), walk.now)
    made.refs |= {
        "photo": photo.ref,
        "inspected": walk.round.ref,
        "visit": visit.ref,
        "waiting": waiting.ref,
        "person": waiting.person.ref,
        "visited": visit.case.ref,
        "concern": visit.concerns.get().pk,
    }


def titled(made: Alive) -> None:
    walk = made.town.walked("conferred", 4, code="C")
    case = Case.objects.filter(round=walk.round, state=State.CERTIFIED).order_by("pk")[0]
    made.refs |= {
        "titled": walk.round.ref,
        "certified": case.ref,
        "craftsman": case.person.ref,
        "number": Certificate.objects.get(honour__case=case).number,
    }


def money(made: Alive) -> None:
    """A payout with a question open, a sample, a debt, a closed month, a match; one thing that waits."""
    cast, walk = made.town.cast, made.town.walked("rewarded", 2, code="W")
    line, day = Line("talent", 2026, "2.3.1"), walk.day + timedelta(days=1)
    batch, desk = treasury.pay_out(cast, line, day), treasury.Desk(cast, day)
    strange = paying_asks.ask_reply(batch, b"X1,1234,1.00,00,", *desk.who("maker"))
    paying_asks.confirm(strange, *desk.who("checker"), sure=True)
    sample = treasury.inspection(cast, 2026, day)
    debt = treasury.debt(cast, sample, day + timedelta(days=200))
    treasury.books(cast, Line("talent", 2023, "2.3.1"))
    dues = treasury.matches(cast, day)
    undrawn = inspecting.freeze_population(Scope(2026), 1, "公开随机源", *desk.who("officer"))
    asked = paying_asks.ask_appropriation(line, 100, "待复核文号", Grounds.BUDGET, *desk.who("maker"))
    assert debt is not None
    made.refs |= {
        "payable": Payable.objects.exclude(recoveries=debt).filter(state="paid")[0].ref,
        "batch": batch.pk,
        "item": SuspenseItem.objects.get().pk,
        "recovery": debt.ref,
        "closed": MonthClose.objects.all()[0].pk,
        "match": dues[0].ref,
        "receipt": MatchEvidence.objects.all()[0].ref,
        "sample": sample.ref,
        "undrawn": undrawn.ref,
        "asked": asked.ref,
    }


def noticed(made: Alive) -> date:
    """A notice that runs, with an objection by name; the day is one of its days."""
    walk: Walk = made.town.walked("noticed", 4, code="P")
    entry = Entry.objects.filter(notice__round=walk.round).order_by("pk")[0]
    objection = take(object_to(entry, "person", "请核实。", SECRET, walk.now), walk.who("officer2"), walk.now)
    second = Entry.objects.filter(notice__round=walk.round).order_by("pk")[1]
    reported = object_to(second, "person", "请核实。", SECRET, walk.now)
    looked_into(reported, walk.who("officer2"), walk.now)
    made.refs |= {
        "reported": reported.ref,
        "notice": entry.notice.ref,
        "entry": entry.pk,
        "objection": objection.ref,
        "noticed": entry.case.ref,
        "public": Round.objects.get(code="P").ref,
    }
    return walk.day
