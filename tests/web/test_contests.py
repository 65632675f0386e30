"""Contests on the pages: entered, imported, verified, published, annulled; what the public sees."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import contests
from gongjiang.office.registry.models import Contest, Edition, Result
from tests.clerk.contest_ground import Ground, line, sheet, somebody
from tests.clerk.test_direct import opened
from tests.town import TODAY, Town

pytestmark = pytest.mark.usefixtures("demo_clock")


@pytest.fixture
def ground(town: Town) -> Ground:
    opened(town)
    return Ground(town)


def act(ground: Ground, name: str, who: str = "officer", **sent: object) -> str:
    url = reverse("desk:edition_act", args=(ground.edition.ref, name))
    return ground.town.client(who).post(url, sent, follow=True).content.decode()


def rule(ground: Ground, result: Result, name: str, who: str, **sent: object) -> str:
    url = reverse("desk:result_act", args=(result.ref, name))
    return ground.town.client(who).post(url, sent, follow=True).content.decode()


def page(name: str, *args: str, sender: Client | None = None, language: str = "zh-hans") -> str:
    sender = sender or Client(headers={"accept-language": language})
    return sender.get(reverse(name, args=args)).content.decode()


def queries(sender: Client, name: str, *args: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as held:
        assert sender.get(reverse(name, args=args)).status_code == 200
    return len(held)


def test_an_officer_puts_a_contest_on_the_register(town: Town) -> None:
    officer = town.client("officer")
    officer.post(reverse("desk:contest_add"), {"name": "示例行业赛", "organiser": "示例协会"})
    contest = Contest.objects.get()
    told = {"name": "第一届", "klass": "province_1", "approving_document": ""}

    refused = officer.post(reverse("desk:edition_add", args=(contest.ref,)), told)
    made = officer.post(
        reverse("desk:edition_add", args=(contest.ref,)), told | {"approving_document": "示例〔2026〕5号"}
    )

    assert list(refused.context["form"].errors) == ["approving_document"]
    assert made.url == reverse("desk:edition", args=(Edition.objects.get().ref,))


def test_entries_marks_results_and_ranks_go_through_the_page(ground: Ground) -> None:
    person = somebody(1)
    members = f"{person.name}，{person.id_number}，竞赛示例厂，{person.employer_code}"
    act(ground, "enter", trade=ground.trade.pk, members=members, recommended_by="city_hrss")
    entry = ground.trade.entries.get()
    again = act(ground, "mark", entry=entry.ref, aspect="工艺", max_mark="30", first=0, second=2, third=2)

    act(ground, "mark", entry=entry.ref, aspect="工艺", max_mark="30", first=3, second=2, third=2)
    act(ground, "draw-up", trade=ground.trade.ref, medals="on")
    act(ground, "verify", "officer2")
    act(ground, "publish", "reviewer")

    assert "评委分差过大，须重新评分" in again
    result = Result.objects.get()
    assert (str(result.raw), result.rank, result.medal, result.stage) == ("23.3300", 1, "gold", "published")


def test_what_is_wrong_with_an_entry_is_said(ground: Ground) -> None:
    said = act(ground, "enter", trade=ground.trade.pk, members="王，1，厂，1", recommended_by="city_hrss")

    assert "选手 第 1 行：" in said
    assert ground.trade.entries.count() == 0


def test_a_sheet_is_checked_given_back_with_its_errors_and_its_good_rows_go_in(ground: Ground) -> None:
    officer, ref = ground.town.client("officer"), ground.edition.ref
    data = sheet(line(1, rank=1, medal="金牌"), line(2, rank="冠军"))

    checked = officer.post(
        reverse("desk:results_import", args=(ref,)),
        {"file": SimpleUploadedFile("成绩.csv", data)},
        follow=True,
    ).content.decode()
    given = b"".join(officer.get(reverse("desk:results_errors", args=(ref,))))
    done = officer.post(reverse("desk:results_confirm", args=(ref,)), follow=True).content.decode()
    again = officer.post(reverse("desk:results_confirm", args=(ref,)), follow=True).content.decode()

    assert "“冠军”不是名次" in checked
    rows = CalamineWorkbook.from_filelike(io.BytesIO(given)).get_sheet_by_index(0).to_python()
    assert rows[2][-1] == "名次：“冠军”不是名次"
    assert ("已登记 1 项，未变 0 项" in done, "已登记 0 项，未变 1 项" in again) == (True, True)


def test_the_public_sees_published_results_and_nothing_more_of_a_person(ground: Ground) -> None:
    result = ground.published(ground.entered(1), medal="gold")
    ground.filed(ground.entered(2), rank=2)

    listed, shown = page("portal:contests"), page("portal:contest", ground.edition.ref)
    english = page("portal:contest", ground.edition.ref, language="en")

    assert "示例worldskills竞赛第一届" in listed
    assert ("赛示例1" in shown, "竞赛示例厂" in shown, "金牌" in shown) == (True, True, True)
    assert ("赛示例2" in shown, somebody(1).id_number in shown, ground.person(1).ref in shown) == (False,) * 3
    assert ("gold" in english.lower(), "WorldSkills" in english) == (True, True)
    Result.objects.filter(pk=result.pk).update(annulled_on=TODAY)
    assert "赛示例1" not in page("portal:contest", ground.edition.ref)


def test_a_result_page_opens_the_direct_case_and_shows_what_it_fed(ground: Ground) -> None:
    result = ground.published(ground.entered(1), medal="gold")
    officer = ground.town.client("officer")
    before = page("desk:result", result.ref, sender=officer)

    rule(ground, result, "direct", "officer", person=ground.person(1).ref, scheme="craftsman-direct")

    case = Case.objects.get(person=ground.person(1))
    after = page("desk:result", result.ref, sender=officer)
    assert ("开办直接评定" in before, "开办直接评定" in after, case.number in after) == (True, False, True)


def test_an_annulment_is_asked_by_one_and_granted_by_another_and_the_case_says_why_it_waits(
    ground: Ground,
) -> None:
    result = ground.published(ground.entered(1), medal="gold")
    rule(ground, result, "direct", "officer", person=ground.person(1).ref, scheme="craftsman-direct")
    case = Case.objects.get(person=ground.person(1))

    rule(ground, result, "annul", "officer", reason="违纪", document="示例竞撤〔2026〕1号")
    missing = rule(ground, result, "grant", "officer2")
    rule(ground, result, "grant", "reviewer")

    shown = page("desk:case", case.ref, sender=ground.town.client("officer"))
    assert "没有这个页面" in missing
    assert ("本件暂停办理" in shown, "暂停办理</b>" in shown) == (True, True)
    assert "没有需要复核的称号" in page("desk:doubts", sender=ground.town.client("government"))
    rule(ground, result, "reinstate", "officer", reason="复核更正", document="示例竞复〔2026〕1号")
    rule(ground, result, "grant", "reviewer")
    result.refresh_from_db()
    assert (result.stage, case.suspensions.filter(lifted_on=None).count()) == ("published", 0)


def test_queries_do_not_grow_with_entries(ground: Ground) -> None:
    officer, public = ground.town.client("officer"), Client(headers={"accept-language": "zh-hans"})
    ground.published(ground.entered(1), medal="gold")
    pages = ((officer, "desk:edition", ground.edition.ref), (public, "portal:contest", ground.edition.ref),
             (officer, "desk:contests"), (public, "portal:contests"), (officer, "desk:doubts"),
             (officer, "desk:contest", ground.edition.contest.ref))  # fmt: skip
    for sender, *name in pages:
        sender.get(reverse(name[0], args=name[1:]))
    one = [queries(sender, *name) for sender, *name in pages]

    for serial in range(2, 6):
        ground.published(ground.entered(serial), medal="silver")

    assert [queries(sender, *name) for sender, *name in pages] == one


def test_the_page_of_a_result_asks_no_more_of_a_larger_team(ground: Ground) -> None:
    officer = ground.town.client("officer")
    trade = contests.add_trade(ground.edition, "机电一体化", 5, *ground.who("officer"))
    small = ground.published(ground.entered(1, trade=trade, team="甲队"), medal="gold")
    large = ground.published(ground.entered(2, 3, 4, 5, trade=trade, team="乙队"), medal="gold")
    officer.get(reverse("desk:result", args=(small.ref,)))

    assert queries(officer, "desk:result", large.ref) == queries(officer, "desk:result", small.ref)


def test_to_strangers_the_register_is_not_there(ground: Ground) -> None:
    for who in ("maker", "body-420102", "inspector1"):
        for name, *args in (("desk:contests",), ("desk:edition", ground.edition.ref), ("desk:doubts",)):
            assert ground.town.client(who).get(reverse(name, args=args)).status_code == 404
    later = ground.day + timedelta(days=1)
    assert Client().get(reverse("portal:contest", args=(f"none-{later}",))).status_code == 404
