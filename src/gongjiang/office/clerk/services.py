"""Sessions: arranged by who runs the base or made the course; booked by workers and units; attended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db import transaction
from django.db.models import Sum

from gongjiang.law.session_kinds import SessionKind
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.authority import account
from gongjiang.office.clerk.gathering import add_rows, worn
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Organisation, Person
from gongjiang.office.services.models import Attendance, Booking, Session
from gongjiang.plans import plan_of

HOLDING = (State.RUNNING, State.RECOGNISED)
ARRANGING = frozenset({Role.EMPLOYER, Role.NOMINEE, Role.OFFICER})
MOST = 2000


@dataclass(frozen=True)
class Planned:
    kind: str
    title: str
    occupation: str
    place: str
    on: date
    starts: time
    seats: int


def may_arrange(case: Case, actor: Actor) -> bool:
    return case.state in HOLDING and bool(worn(case, actor) & ARRANGING)


@transaction.atomic
def arrange(case: Case, planned: Planned, actor: Actor, now: Moment) -> Session:
    if not may_arrange(case, actor):
        raise refuse("运行中的平台、工作室和已认定的课程才能安排场次",
                     "Sessions are held by what runs, or by a recognised course")  # fmt: skip
    if planned.on < now.day:
        raise refuse("场次日期早于今天", "The session would lie in the past")
    if planned.kind not in set(SessionKind) or not 0 < planned.seats <= MOST:
        raise refuse("请选择服务类别，座位为 1 至 2000", "Choose a kind; seats are 1 to 2000")
    made = Session.objects.create(case=case, by_id=account(actor), **planned.__dict__)
    record("session.arrange", case.ref, {"session": made.ref, "on": planned.on, "by": account(actor)}, now.at)
    return made


def seats_left(session: Session) -> int:
    taken = session.bookings.filter(cancelled_on=None).aggregate(sum=Sum("people"))["sum"] or 0
    return session.seats - taken


@transaction.atomic
def book(session: Session, people: int, actor: Actor, now: Moment) -> Booking:
    """One seat for oneself; more, for the workers of the unit one acts for."""
    held = Session.objects.select_for_update().get(pk=session.pk)
    person = _person(actor)
    unit = next((p.organisation for p in actor.posts if p.role is Role.EMPLOYER), None)
    if held.state != Session.State.OPEN or held.on < now.day:
        raise refuse("该场次不能预约", "This session cannot be booked")
    if people < 1 or (people > 1 and unit is None):
        raise refuse("个人只能预约一个座位", "A person books one seat")
    if held.bookings.filter(person=person, cancelled_on=None).exists():
        raise refuse("您已预约本场", "You have booked this session already")
    if people > (left := seats_left(held)):
        raise refuse(f"只剩 {left} 个座位", f"{left} seats are left")
    organisation = Organisation.objects.get(pk=unit) if unit and people > 1 else None
    made = Booking.objects.create(
        session=held, person=person, organisation=organisation, people=people, at=now.at
    )
    record("session.book", held.ref, {"people": people, "by": actor.user}, now.at)
    return made


@transaction.atomic
def cancel_booking(session: Session, actor: Actor, now: Moment) -> None:
    mine = Booking.objects.select_for_update().filter(
        session=session, person=_person(actor), cancelled_on=None
    )
    if not mine.update(cancelled_on=now.day):
        raise refuse("您没有预约本场", "You have not booked this session")
    record("session.cancel", session.ref, {"by": actor.user}, now.at)


@transaction.atomic
def attend(session: Session, code: str, actor: Actor, now: Moment) -> Attendance:
    """By the code at the door, on the day; the same person counts once."""
    if code != session.code or session.state == Session.State.CALLED_OFF:
        raise refuse("签到码不对", "This is not the code of the door")
    if now.day != session.on:
        raise refuse("只能在当天签到", "People sign in on the day itself")
    held, fresh = Attendance.objects.get_or_create(
        session=session, person=_person(actor), defaults={"at": now.at}
    )
    if fresh:
        record("session.attend", session.ref, {"by": actor.user}, now.at)
    return held


@transaction.atomic
def rate(session: Session, stars: int, words: str, actor: Actor, now: Moment) -> Attendance:
    held = Attendance.objects.select_for_update().filter(session=session, person=_person(actor)).first()
    if held is None:
        raise refuse("没有签到，不能评价", "Only those who came can rate it")
    if held.stars is not None:
        raise refuse("您已评价过", "You have rated it already")
    if not 1 <= stars <= 5:
        raise refuse("请选择 1 至 5", "Choose 1 to 5")
    held.stars, held.words = stars, words.strip()[:400]
    held.save(update_fields=["stars", "words"])
    record("session.rate", session.ref, {"stars": stars, "by": actor.user}, now.at)
    return held


@transaction.atomic
def close(session: Session, state: str, actor: Actor, now: Moment) -> Session:
    """Held: who came is told in the log of services, to be confirmed there; or called off."""
    held = Session.objects.select_for_update(of=("self",)).select_related("case").get(pk=session.pk)
    if not may_arrange(held.case, actor) or held.state != Session.State.OPEN:
        raise refuse("该场次不能再改", "This session cannot be changed any more")
    if state == Session.State.HELD and held.on > now.day:
        raise refuse("尚未到举办日期", "It has not been held yet")
    held.state = Session.State.HELD if state == Session.State.HELD else Session.State.CALLED_OFF
    held.save(update_fields=["state"])
    logs = plan_of(held.case.scheme)[held.case.scheme].logs
    log = next((one for one in logs if one.of_sessions), None)
    if held.state == Session.State.HELD and log is not None:
        add_rows(held.case, log, [(_told(held), None)], actor, now)
    record("session.close", held.ref, {"state": held.state, "by": actor.user}, now.at)
    return held


def _told(session: Session) -> Mapping[str, Any]:
    return {
        "kind": session.kind,
        "on": session.on.isoformat(),
        "occupation": session.occupation,
        "people": session.attendances.count(),
    }


def _person(actor: Actor) -> Person:
    person = Person.objects.filter(pk=actor.person or 0).first()
    if person is None:
        raise refuse("账号未关联自然人", "This account belongs to no person")
    return person
