"""Sessions for the public: arranged by what runs, booked while seats are left, attended by code, rated."""

from datetime import time, timedelta

import pytest

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import services
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.honours.models import Certificate
from gongjiang.office.registry.models import Person
from gongjiang.office.services.models import Attendance, Booking, Session
from gongjiang.web.demo.deploying import stand_up, walkable
from gongjiang.web.demo.straight import Straight
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both


@pytest.fixture
def walk(town: Town) -> Straight:
    day = town.walked("conferred").day
    return stand_up(town.cast, Certificate.objects.select_related("honour__person__employer")[0], day)


@pytest.fixture
def studio(walk: Straight) -> Case:
    scheme = next(s for s in walkable() if s.procedure.name == "studio")
    return walk.go(walk.begin(scheme), scheme)


def planned(walk: Straight, seats: int = 3) -> services.Planned:
    return services.Planned(
        "training", "薄板焊接", "焊工", "三号厂房", walk.day + timedelta(days=7), time(9), seats
    )


@pytest.fixture
def session(walk: Straight, studio: Case) -> Session:
    return services.arrange(studio, planned(walk), walk.who(Role.EMPLOYER), walk.now)


def worker(name: str = "学员") -> Actor:
    return Actor(user=None, person=Person.objects.create(name=name).pk)


def on_the_day(walk: Straight, session: Session) -> Moment:
    walk.day = session.on
    return walk.now


def test_only_what_runs_holds_sessions(walk: Straight) -> None:
    scheme = next(s for s in walkable() if s.procedure.name == "studio")
    case = walk.begin(scheme)

    with refused("运行中的平台"):
        services.arrange(case, planned(walk), walk.who(Role.EMPLOYER), walk.now)


def test_a_stranger_arranges_nothing(walk: Straight, studio: Case) -> None:
    stranger = worker()

    with refused("运行中的平台"):
        services.arrange(studio, planned(walk), stranger, walk.now)


def test_no_more_seats_are_booked_than_there_are(walk: Straight, session: Session) -> None:
    services.book(session, 2, walk.who(Role.EMPLOYER), walk.now)
    services.book(session, 1, worker(), walk.now)
    another = worker("另一人")

    with refused("只剩 0 个座位"):
        services.book(session, 1, another, walk.now)


def test_a_person_books_one_seat_and_once(walk: Straight, session: Session) -> None:
    me = worker()
    with refused("只能预约一个座位"):
        services.book(session, 2, me, walk.now)
    services.book(session, 1, me, walk.now)

    with refused("已预约本场"):
        services.book(session, 1, me, walk.now)
    services.cancel_booking(session, me, walk.now)
    services.book(session, 1, me, walk.now)

    assert Booking.objects.filter(session=session).count() == 2


def test_people_sign_in_by_the_code_on_the_day_and_count_once(walk: Straight, session: Session) -> None:
    me = worker()
    with refused("只能在当天签到"):
        services.attend(session, session.code, me, walk.now)
    now = on_the_day(walk, session)
    with refused("签到码不对"):
        services.attend(session, "猜的", me, now)

    services.attend(session, session.code, me, now)
    services.attend(session, session.code, me, now)

    assert Attendance.objects.filter(session=session).count() == 1


def test_who_came_rates_once(walk: Straight, session: Session) -> None:
    me, now = worker(), on_the_day(walk, session)
    with refused("没有签到"):
        services.rate(session, 5, "", me, now)
    services.attend(session, session.code, me, now)
    services.rate(session, 5, "讲得清楚", me, now)

    with refused("已评价过"):
        services.rate(session, 1, "", me, now)


def test_what_was_held_goes_to_the_log_with_who_came(walk: Straight, studio: Case, session: Session) -> None:
    before = studio.log_rows.filter(log="services").count()
    with refused("尚未到举办日期"):
        services.close(session, "held", walk.who(Role.EMPLOYER), walk.now)
    now = on_the_day(walk, session)
    services.attend(session, session.code, worker(), now)

    services.close(session, "held", walk.who(Role.EMPLOYER), now)

    row = studio.log_rows.filter(log="services").last()
    assert row is not None
    assert studio.log_rows.filter(log="services").count() == before + 1
    assert (row.told["people"], row.confirmed_on) == (1, None)
    late = worker("迟来的")
    with refused("不能预约"):
        services.book(session, 1, late, now)


def test_a_recognised_course_is_taught(walk: Straight) -> None:
    scheme = next(s for s in walkable() if s.procedure.name == "course")
    case = walk.go(walk.begin(scheme), scheme)

    held = services.arrange(case, planned(walk), walk.who(Role.NOMINEE), walk.now)

    assert held.case_id == case.pk


def test_a_lecture_that_a_studio_held_is_a_service_too(walk: Straight, studio: Case) -> None:
    told = services.Planned("lecture", "工匠精神", "", "礼堂", walk.day, time(9), 30)
    held = services.arrange(studio, told, walk.who(Role.EMPLOYER), walk.now)

    services.close(held, "held", walk.who(Role.EMPLOYER), walk.now)

    row = studio.log_rows.filter(log="services").last()
    assert row is not None
    assert row.told["kind"] == "lecture"


def test_an_officer_who_arranged_it_can_record_it_as_held(walk: Straight, studio: Case) -> None:
    told = services.Planned("training", "焊接", "", "厂房", walk.day, time(9), 30)
    held = services.arrange(studio, told, walk.who(Role.OFFICER), walk.now)

    closed = services.close(held, "held", walk.who(Role.OFFICER), walk.now)

    assert closed.state == Session.State.HELD
