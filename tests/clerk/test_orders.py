"""Supervision notices: issued with their days, received, mended, closed by another hand; late ones go up."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from gongjiang.law.duty import OrderAct
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.orders import Matter, escalate_overdue, issue, take
from gongjiang.office.clerk.targets import Owner
from gongjiang.office.duty.models import Order, OrderEntry
from tests.clerk.duty_ground import HOUSING, PLAN, Duties, moment
from tests.clerk.standing import refused
from tests.town import TODAY, Town

pytestmark = pytest.mark.both
LATE = date(2026, 3, 10)


@pytest.fixture
def duties(town: Town) -> Duties:
    return Duties(town)


def issued(duties: Duties, days: int = 5, who: str = "supervisor", owner: Owner | None = None) -> Order:
    matter = Matter(HOUSING, "住房转办逾期三件", days)
    return issue(PLAN, owner or Owner(department="housing"), matter, duties.who(who), moment())


def act(duties: Duties, order: Order, name: str, who: str, text: str = "已整改") -> Order:
    return take(order, OrderAct(name), text, duties.who(who), moment())


def test_a_notice_is_received_mended_sent_back_mended_again_and_closed(duties: Duties) -> None:
    order = issued(duties)
    steps = (("receive", "dep-housing"), ("mend", "dep-housing"), ("return", "supervisor"),
             ("mend", "dep-housing"), ("close", "officer"))  # fmt: skip

    for name, who in steps:
        order = act(duties, order, name, who)

    assert (order.state, order.closed_on, order.due_on) == ("closed", TODAY, date(2026, 3, 9))
    assert list(order.entries.values_list("act", flat=True)) == ["issue", *(name for name, _ in steps)]
    with pytest.raises(DatabaseError), transaction.atomic():
        Order.objects.filter(pk=order.pk).update(state="issued", closed_on=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        OrderEntry.objects.filter(order=order).delete()


def test_only_its_owner_answers_and_in_order(duties: Duties) -> None:
    order = issued(duties)

    with refused("只能办理本单位的督办单"):
        act(duties, order, "receive", "dep-hrss")
    with refused("只能办理本单位的督办单"):
        act(duties, order, "receive", duties.clerk)
    with refused("督办单不在“整改中”状态"):
        act(duties, order, "mend", "dep-housing")
    with refused("仅推荐单位经办、承办部门可以办理"):
        act(duties, order, "receive", "officer")
    with refused("没有这个环节"):
        act(duties, order, "escalate", "officer")


def test_whoever_mended_does_not_close_it_by_any_account(duties: Duties) -> None:
    order = issued(duties)
    act(duties, order, "receive", "dep-housing")
    act(duties, order, "mend", "dep-housing")
    mender, officer = duties.town.cast.users["dep-housing"], duties.who("officer")

    with refused("整改与销号须由不同人员办理"):
        take(order, OrderAct.CLOSE, "属实", Actor(officer.user, mender.person_id, officer.posts), moment())
    with refused("请填写说明"):
        act(duties, order, "close", "officer", " ")


def test_a_late_notice_goes_up_once_and_by_nobodys_hand(duties: Duties) -> None:
    order = issued(duties)

    counts = [escalate_overdue(moment(day)) for day in (order.due_on, LATE, LATE)]

    order.refresh_from_db()
    entry = order.entries.get(act="escalate")
    assert (counts, order.escalated_on, entry.by) == ([0, 1, 0], LATE, None)


@pytest.mark.parametrize(
    ("matter", "said"),
    [
        (Matter("9.9", "逾期", 5), "没有这个条款"),
        (Matter(HOUSING, " ", 5), "请写明督办事项"),
        (Matter(HOUSING, "逾期", 0), "期限应在 1 到 120 个工作日之间"),
        (Matter(HOUSING, "逾期", 121), "期限应在 1 到 120 个工作日之间"),
    ],
)
def test_a_notice_that_asks_nothing_clear_is_refused(duties: Duties, matter: Matter, said: str) -> None:
    with refused(said):
        issue(PLAN, Owner(department="housing"), matter, duties.who("supervisor"), moment())


def test_a_notice_has_an_owner_an_issuer_who_may_and_a_calendar(duties: Duties) -> None:
    with refused("请选择一个责任单位"):
        issued(duties, owner=Owner(body=duties.bodies[0], department="housing"))
    with refused("仅监督人员、市局经办可以办理"):
        issued(duties, who="leader")
    with refused("请先载入 2027 年工作日历"):
        issue(
            PLAN, duties.owner, Matter(HOUSING, "逾期", 120), duties.who("officer"), moment(date(2026, 11, 2))
        )
