"""Rosters on the desk: sent, taken in behind the page, acted on as a whole, and given back as sheets."""

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Roster, RosterAct, RosterState
from gongjiang.office.clerk.deliveries import Sent, take_delivery
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.rosters import work_one
from gongjiang.office.notice.models import Entry
from gongjiang.web.visitor import now
from tests.clerk.claim_sheets import certificates, number, roster, row
from tests.clock import set_day
from tests.town import TODAY, Town

FRESH = {"发证日期": "2026-01-05"}


def send(client: Client, data: bytes, scheme: str = "skill-upgrade-subsidy") -> Any:
    file = SimpleUploadedFile("花名册.csv", data, content_type="text/csv")
    return client.post(reverse("desk:rosters"), {"scheme": scheme, "file": file})


@pytest.fixture
def sent(town: Town, demo_clock: None) -> Roster:
    """Six good rows, one wrong, taken in."""
    rows = [*(row(n, **FRESH) for n in range(1, 7)), row(7, 金额=1, **FRESH)]
    assert send(town.client("officer"), roster(rows)).status_code == 302
    assert work_one()
    return Roster.objects.get()


def act(client: Client, held: Roster, step: str, count: int, **told: str) -> Any:
    return client.post(reverse("desk:roster_act", args=[held.ref, step]), {"count": str(count), **told})


def table(answer: Any) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()


def test_a_roster_is_sent_and_taken_in_behind_the_page(town: Town, sent: Roster) -> None:
    assert (sent.state, sent.taken, sent.rows) == (RosterState.DONE, 6, 7)
    page = town.client("officer").get(reverse("desk:roster", args=[sent.ref])).content.decode()
    assert "应为 3500 元" in page
    assert "核实" in page
    assert town.client("officer").get(reverse("desk:rosters")).content.decode().count("花名册.csv") == 1


def test_what_is_no_sheet_says_so_on_the_page(town: Town, demo_clock: None) -> None:
    client = town.client("officer")
    assert send(client, b"\x00\x01 nothing").status_code == 302
    assert work_one()

    page = client.get(reverse("desk:roster", args=[Roster.objects.get().ref])).content.decode()

    assert "未能完成" in page
    assert "没有找到这些列" in page


def test_the_same_file_or_a_foreign_scheme_is_refused_on_the_page(town: Town, sent: Roster) -> None:
    again = [row(n, **FRESH) for n in range(1, 7)]
    data = roster([*again, row(7, 金额=1, **FRESH)])

    assert "已经报送过" in send(town.client("officer"), data).content.decode()
    assert send(town.client("officer"), roster([row(9)]), "craftsman-reward").status_code == 200
    assert Roster.objects.count() == 1


def test_the_whole_roster_is_acted_on_and_every_refusal_counted(town: Town, sent: Roster) -> None:
    moment = Moment(TODAY, now().at)
    file = Sent(
        "certificates",
        "示例中心",
        "证书.csv",
        certificates(range(1, 6)).replace(b"2026-02-01", b"2026-01-05"),
    )
    take_delivery(file, town.actor("officer"), moment)

    assert act(town.client("officer"), sent, "verify", 5).status_code == 302
    assert not RosterAct.objects.exists()
    act(town.client("officer"), sent, "verify", 6)
    while work_one():
        pass

    done = RosterAct.objects.get()
    assert (done.state, done.moved, done.refused) == (RosterState.DONE, 5, 1)
    assert list(done.reasons) == ["待认定：证书可联网查询（查不到的由人核实）（2.1.2）"]
    page = town.client("officer").get(reverse("desk:roster", args=[sent.ref])).content.decode()
    assert "待认定：证书可联网查询" in page


def test_verified_claims_stand_in_a_notice_with_level_day_and_sum(town: Town, sent: Roster) -> None:
    file = Sent(
        "certificates",
        "示例中心",
        "证书.csv",
        certificates(range(1, 7)).replace(b"2026-02-01", b"2026-01-05"),
    )
    take_delivery(file, town.actor("officer"), Moment(TODAY, now().at))
    act(town.client("officer"), sent, "verify", 6)
    work_one()
    act(town.client("reviewer"), sent, "publish", 6)
    work_one()

    entry = Entry.objects.order_by("place")[0]
    page = Client(headers={"accept-language": "zh-hans"}).get(
        reverse("portal:notice", args=[entry.notice.ref])
    )

    assert {case.state for case in Case.objects.filter(roster=sent)} == {State.ON_NOTICE}
    assert "拟补贴人员公示" in page.content.decode()
    assert "2026-01-05" in page.content.decode()
    assert f"¥{entry.amount // 100:,}.00" in page.content.decode()
    set_day(TODAY + timedelta(days=14))
    act(town.client("officer"), sent, "clear", 6)
    act(town.client("reviewer"), sent, "approve", 6, document="示例人社〔2026〕9号")
    assert RosterAct.objects.count() == 3
    while work_one():
        pass
    act(town.client("reviewer"), sent, "approve", 6, document="示例人社〔2026〕9号")
    work_one()
    assert {case.state for case in Case.objects.filter(roster=sent)} == {State.OWED}


def test_the_sheets_it_gives_back(town: Town, sent: Roster) -> None:
    client = town.client("reviewer")

    errors = table(client.get(reverse("desk:roster_errors", args=[sent.ref])))
    notice = table(client.get(reverse("desk:roster_notice", args=[sent.ref])))
    summary = table(client.get(reverse("desk:roster_summary", args=[sent.ref])))

    assert errors[0][-1] == "错误说明"
    assert "应为 3500 元" in errors[7][-1]
    assert len(notice) == 7
    assert not any("420199" in str(cell) for line in notice for cell in line)
    assert summary[-1][2:] == [6.0, sent.total / 100]


@pytest.mark.parametrize(("who", "whole"), [("officer", True), ("reviewer", False), ("auditor", False)])
def test_the_numbers_of_an_error_sheet_are_whole_for_who_mends_it(
    town: Town, sent: Roster, who: str, whole: bool
) -> None:
    given = row(7, 金额=1, **FRESH)
    told = table(town.client(who).get(reverse("desk:roster_errors", args=[sent.ref])))
    cells = {str(cell) for line in told for cell in line}
    numbers = {told[0].index(name): told[0].index(name) for name in ("证件号码", "账号") if name in told[0]}

    assert (told[0][-1], "应为 3500 元" in told[7][-1], len(numbers) > 0) == ("错误说明", True, True)
    assert all(("*" in str(told[7][place])) is not whole for place in numbers)
    assert bool({str(cell) for cell in given if len(str(cell)) >= 16} <= cells) is whole


def test_a_unit_sees_its_own_rosters_alone(town: Town, sent: Roster) -> None:
    from gongjiang.law.terms import Role
    from gongjiang.office.registry.models import Organisation, Person, Posting

    unit = Organisation.objects.get(pk=Case.objects.filter(roster=sent)[0].employer_id)
    user = town.cast.account("a-clerk", "单位经办", Person.objects.create(name="单位经办"))
    Posting.objects.create(user=user, role=Role.EMPLOYER, organisation=unit, since=TODAY)
    clerk = town.client("a-clerk")

    assert clerk.get(reverse("desk:roster", args=[sent.ref])).status_code == 404
    own = [row(n, **FRESH) for n in range(50, 90) if row(n)[5] == unit.credit_code]
    send(clerk, roster([*own, row(99, **FRESH)]))
    work_one()

    mine = Roster.objects.get(sender=unit)
    assert clerk.get(reverse("desk:roster", args=[mine.ref])).status_code == 200
    assert {case.employer_id for case in Case.objects.filter(roster=mine, state=State.SUBMITTED)} == {unit.pk}


def test_pages_ask_no_more_for_more_rows(
    town: Town, sent: Roster, django_assert_max_num_queries: Any
) -> None:
    client = town.client("officer")
    client.get(reverse("desk:roster", args=[sent.ref]))
    with django_assert_max_num_queries(25) as few:
        client.get(reverse("desk:roster", args=[sent.ref]))
    send(client, roster([row(n, **FRESH) for n in range(100, 140)]))
    work_one()
    bigger = Roster.objects.get(rows=40)
    client.get(reverse("desk:roster", args=[bigger.ref]))
    with django_assert_max_num_queries(25) as many:
        client.get(reverse("desk:roster", args=[bigger.ref]))

    assert len(many) == len(few)


def test_rows_that_a_person_must_look_at_stand_on_the_page_with_their_cases(
    town: Town, demo_clock: None
) -> None:
    """The same person, occupation and level on another certificate: taken, and looked at."""
    twice = row(2, 证书编号=number(5), **FRESH)
    assert send(town.client("officer"), roster([row(1, **FRESH), row(2, **FRESH), twice])).status_code == 302
    assert work_one()
    held = Roster.objects.get()

    page = town.client("officer").get(reverse("desk:roster", args=[held.ref])).content.decode()

    assert held.taken == 3
    doubt = held.doubts.get()
    case = Case.objects.get(roster=held, row=doubt.row)
    section = page[page.index("须由人认定的行") : page.index("<h2>问题</h2>")]
    assert [told in section for told in (doubt.zh, case.number, "已提交")] == [True] * 3
    given = table(town.client("officer").get(reverse("desk:roster_errors", args=[held.ref])))
    assert given[doubt.row - 1][-1] == f"须由人认定：{doubt.zh}"
