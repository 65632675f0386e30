"""The security administrators' page: who stands, what waits, and the password that is shown once."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gongjiang.law.terms import Role
from gongjiang.office.clerk.appointing import prepare_account
from gongjiang.office.clerk.at_console import reset_at_console
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.staffing import NewPosting, Owner, make_account
from gongjiang.office.registry.models import ConsoleAct, Proposal, User
from tests.clerk.duty_ground import moment
from tests.own_password import own_password
from tests.town import Town
from tests.web.test_duty import asked, posted

HOME = "desk:appointments"
NEW = {"act": "account", "username": "yan", "name": "严示例", "role": "nominator", "body": "420102",
       "reason": "新任推荐单位经办"}  # fmt: skip


@pytest.fixture
def hands(town: Town, demo_clock: None) -> tuple[Client, Client]:
    return town.client("security"), town.client("security2")


def one(username: str) -> str:
    return reverse("desk:appointment", args=[username])


def sign(client: Client, granted: str = "yes") -> Any:
    held = Proposal.objects.filter(decided_by=None).latest("pk")
    return client.post(reverse(HOME), {"act": "decide", "proposal": held.ref, "granted": granted})


def test_an_account_is_prepared_on_the_page_shown_whole_and_its_password_told_once_to_the_second(
    hands: tuple[Client, Client],
) -> None:
    first, second = hands
    assert "已提交，待另一人审定" in posted(first, reverse(HOME), **NEW)
    own, whole = first.get(reverse(HOME)).content.decode(), second.get(reverse(HOME)).content.decode()
    assert ("须由另一人审定" in own, 'name="granted"' in own) == (True, False)
    assert [word in whole for word in ("严示例", "yan", "推荐单位经办", "江岸", "新任推荐单位经办")] == [
        True
    ] * 5
    assert "账号与岗位" in second.get(reverse("desk:todo")).content.decode()

    answer = sign(second)

    page, user = answer.content.decode(), User.objects.get(username="yan")
    shown = page.split("<code>")[2].split("</code>")[0]
    assert (answer["Cache-Control"], user.check_password(shown)) == ("no-store", True)
    assert shown not in second.get(reverse(HOME)).content.decode()
    assert shown not in first.get(reverse(HOME)).content.decode()


def test_posts_are_given_and_ended_and_an_account_reset_from_its_page(
    town: Town, hands: tuple[Client, Client]
) -> None:
    first, second = hands
    held, officer = town.cast.users["leader"].postings.get(), town.client("leader")
    officer.get(reverse("insight:board"))

    posted(first, one("leader"), act="posting", role="reviewer", reason="兼任第二经办")
    sign(second)
    posted(first, one("leader"), act="end", posting=str(held.pk), reason="不再担任领导")
    sign(second)
    before = officer.get(reverse("insight:targets")).status_code
    posted(first, one("leader"), act="reset", reason="遗失验证设备")
    answer = sign(second).content.decode()

    roles = {post.role for post in town.cast.users["leader"].postings.filter(until=None)}
    assert (roles, before, "账号已重置" in answer) == ({Role.REVIEWER}, 200, True)
    assert officer.get(reverse("desk:todo")).status_code == 302
    assert "已终止" in first.get(one("leader")).content.decode()


def test_a_post_that_ended_opens_nothing_at_the_next_request(
    town: Town, hands: tuple[Client, Client]
) -> None:
    first, second = hands
    auditor, held = town.client("auditor"), town.cast.users["auditor"].postings.get()
    before = auditor.get(reverse("insight:audit")).status_code
    posted(first, one("auditor"), act="end", posting=str(held.pk), reason="离任该岗位")
    sign(second)

    assert (before, auditor.get(reverse("insight:audit")).status_code) == (200, 404)


def test_ones_own_page_offers_nothing_and_takes_nothing(hands: tuple[Client, Client]) -> None:
    first, _second = hands
    page = first.get(one("security")).content.decode()

    assert ("您本人的账号" in page, 'name="act"' in page) == (True, False)
    assert "不能办理本人" in posted(first, one("security"), act="reset", reason="遗失验证设备")
    assert not Proposal.objects.exists()


def test_what_was_done_at_the_console_is_open_until_somebody_has_taken_note(
    town: Town, hands: tuple[Client, Client]
) -> None:
    second = hands[1]
    reset_at_console("security", "root-example", moment())
    own_password("security")
    town.cast.users["security"].refresh_from_db()
    first = town.client("security")
    held, audit = ConsoleAct.objects.get(), reverse("insight:audit")
    told = "有 1 项安全管理员尚未知悉"
    assert told in town.client("auditor").get(audit).content.decode()
    assert ["root-example" in who.get(reverse(HOME)).content.decode() for who in (first, second)] == [
        True,
        True,
    ]
    assert "不能办理本人" in posted(first, reverse(HOME), act="known", console=held.ref)

    assert "已知悉" in posted(second, reverse(HOME), act="known", console=held.ref)

    assert told not in town.client("auditor").get(audit).content.decode()


def test_somebody_is_found_by_name_or_account_and_nobody_of_the_public_is_listed(
    town: Town, hands: tuple[Client, Client]
) -> None:
    first, address = hands[0], reverse(HOME)
    worker = town.workers(1)[0]
    town.cast.account("a-worker", worker.name, worker)

    def listed(**query: str) -> list[str]:
        return [user.username for user in first.get(address, query).context["page"]]

    assert (listed(q="吴领导"), listed(q="security")) == (["leader"], ["security", "security2"])
    assert "a-worker" not in first.get(address).content.decode()
    assert (listed(q="a-work"), listed(q="no-such")) == (["a-worker"], [])


def test_the_page_asks_as_many_questions_of_one_as_of_many(hands: tuple[Client, Client]) -> None:
    first, second = hands
    posted(first, reverse(HOME), **NEW)
    reset_at_console("leader", "root-example", moment())
    pages = (reverse(HOME), one("leader"))
    few = [asked(second, page) for page in pages]
    for place in range(6):
        now = Moment(moment().day, moment().at)
        make_account(f"more{place}", f"多{place}", NewPosting(Role.LEADER), now)
        posted(first, reverse(HOME), **(NEW | {"username": f"yan{place}", "name": f"严{place}"}))
        reset_at_console("leader", "root-example", now)

    assert [asked(second, page) for page in pages] == few
    assert max(few) <= 16


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_what_stands_row_by_row_on_a_phone_says_in_each_cell_what_it_is(
    town: Town, demo_clock: None, language: str
) -> None:
    reset_at_console("leader", "root-example", moment())
    first = town.client("security", language)
    tables = [
        table
        for page in (reverse(HOME), one("leader"))
        for table in re.findall(
            r'class="wide stacks".*?</table>', first.get(page).content.decode(), re.DOTALL
        )
    ]

    assert len(tables) == 3
    for table in tables:
        heads, cells = (re.findall(sign, table) for sign in (r'<th scope="col">(.*?)<', r'data-said="(.*?)"'))
        assert cells == heads * (table.count("<tr>") - 1)
        assert len(cells) == table.count("<td")


def test_the_page_is_in_english_too(town: Town, hands: tuple[Client, Client]) -> None:
    posted(hands[0], reverse(HOME), **NEW)

    page = town.client("security2", "en").get(reverse(HOME)).content.decode()

    assert [word in page for word in ("Accounts and posts", "account made", "nominating body")] == [True] * 3


def test_who_decides_says_anew_who_they_are(
    town: Town, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Away from the demo; the second factor is tried elsewhere."""
    settings.DEMO = False
    monkeypatch.setattr("gongjiang.web.middleware.is_mfa_enabled", lambda user: True)
    told = Owner("严示例"), NewPosting(Role.LEADER), "新任领导", town.actor("security"), moment()
    held = prepare_account("yan", *told)

    answer = sign(town.client("security2"))

    held.refresh_from_db()
    assert (answer.status_code, answer.url.startswith(reverse("account_reauthenticate"))) == (302, True)
    assert (held.decided_by, User.objects.filter(username="yan").exists()) == (None, False)


def test_who_prepared_it_withdraws_it_on_the_page_and_nobody_else(hands: tuple[Client, Client]) -> None:
    first, second = hands
    posted(first, reverse(HOME), **NEW)
    held = Proposal.objects.get()
    shown = ['name="withdrawn"' in who.get(reverse(HOME)).content.decode() for who in hands]
    asked_for = {"act": "decide", "proposal": held.ref, "withdrawn": "yes"}

    other, own = (posted(who, reverse(HOME), **asked_for) for who in (second, first))

    assert shown == [True, False]
    assert ("只有经办人本人可以撤回" in other, "已撤回，可重新提请" in own) == (True, True)
    assert "待审定" not in second.get(reverse(HOME)).content.decode()
    assert "已提交，待另一人审定" in posted(first, reverse(HOME), **NEW)
