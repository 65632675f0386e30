"""Logs, sessions, awards, the pool: as many statements for many rows as for one; a word where none is."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongjiang.law.terms import Role
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import services
from gongjiang.office.clerk.gathering import add_rows, confirm_row
from gongjiang.office.honours.models import Certificate
from gongjiang.office.registry.models import Award
from gongjiang.web.demo.deploying import stand_up, walkable
from gongjiang.web.demo.straight import Straight, row_of
from tests.clock import set_day
from tests.town import Town

MANY = 6


@pytest.fixture
def walk(town: Town, demo_clock: None) -> Straight:
    day = town.walked("conferred").day
    set_day(day)
    return stand_up(town.cast, Certificate.objects.select_related("honour__person__employer")[0], day)


def begun(walk: Straight, kind: str) -> Case:
    scheme = next(s for s in walkable() if s.procedure.name == kind)
    return walk.go(walk.begin(scheme), scheme)


def statements(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_a_log_takes_no_more_statements_for_more_rows(walk: Straight, town: Town) -> None:
    case = begun(walk, "studio")
    scheme = next(s for s in walkable() if s.slug == case.scheme)
    log, client = next(one for one in scheme.logs if one.name == "outputs"), town.client("officer")
    url = reverse("desk:log", args=[case.ref, log.name])
    before = statements(client, url)

    told = [(row_of(log, scheme, walk.day), None)] * MANY
    for row in add_rows(case, log, told, walk.who(Role.EMPLOYER), walk.now):
        confirm_row(row, walk.who(Role.OFFICER), walk.now)

    assert statements(client, url) <= before
    assert "已核对" in client.get(url).content.decode()


def test_sessions_take_no_more_statements_for_more(walk: Straight, town: Town) -> None:
    case, client, url = begun(walk, "studio"), Client(), reverse("portal:sessions")
    assert (
        "现在没有可以预约的场次" in client.get(url, headers={"accept-language": "zh-hans"}).content.decode()
    )
    plan(walk, case, 1)
    before = statements(client, url)

    for n in range(2, MANY):
        plan(walk, case, n)

    assert statements(client, url) == before


def plan(walk: Straight, case: Case, n: int) -> None:
    told = services.Planned(
        "lecture", f"第 {n} 讲", "焊工", "礼堂", walk.day + timedelta(days=n), time(9), 10
    )
    held = services.arrange(case, told, walk.who(Role.EMPLOYER), walk.now)
    services.book(held, 1, walk.who(Role.NOMINEE), walk.now)


@pytest.mark.parametrize("name", ["desk:awards", "desk:award"])
def test_awards_take_no_more_statements_for_more(walk: Straight, town: Town, name: str) -> None:
    client = town.client("officer")
    url = reverse(name, args=[Award.objects.all()[0].ref] if name == "desk:award" else [])
    before = statements(client, url)

    for n in range(MANY):
        Award.objects.create(name=f"示例奖{n}", level="city", places=n)

    assert statements(client, url) == before


def test_the_pool_says_when_it_is_empty_and_grows_without_more_statements(walk: Straight, town: Town) -> None:
    client, url = town.client("officer"), reverse("desk:pool")
    assert "还没有记录" in client.get(url).content.decode()
    scheme = next(s for s in walkable() if any(log.feeds_pool for log in s.logs))
    walk.go(walk.begin(scheme), scheme)
    before = statements(client, url)

    walk.go(walk.begin(scheme), scheme)

    assert statements(client, url) == before


@pytest.mark.parametrize(
    ("who", "status"), [("officer", 200), ("unit", 200), ("leader", 404), ("police", 404)]
)
def test_what_somebody_is_paid_is_not_there_for_others(
    walk: Straight, town: Town, who: str, status: int
) -> None:
    scheme = next(s for s in walkable() if any(log.name == "pay" for log in s.logs))
    case = walk.go(walk.begin(scheme), scheme)

    assert town.client(who).get(reverse("desk:log", args=[case.ref, "pay"])).status_code == status


def test_the_sums_of_pay_are_not_on_the_case_page_of_others(walk: Straight, town: Town) -> None:
    scheme = next(s for s in walkable() if any(log.name == "pay" for log in s.logs))
    case = walk.go(walk.begin(scheme), scheme)
    url = reverse("desk:case", args=[case.ref])

    assert "¥1,000.00" in town.client("officer").get(url).content.decode()
    assert "¥1,000.00" not in town.client("leader").get(url).content.decode()
