"""What people come to do, done with real clicks and keys; the most public of it without script as well."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import City
from tests.browser.visit import Visit, visiting
from tests.paper import pdf

pytestmark = pytest.mark.browser
PAPER = pdf()
PDF = {"name": "推荐函.pdf", "mimeType": "application/pdf", "buffer": PAPER}
SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
DRAFTS = """select c.ref, b.code from cases_case c join registry_nominatingbody b on b.id = c.body_id
where c.state = '{state}' and c.round_id = (select id from cases_round where code = '2026-A') order by c.id"""
NOMINATED = """select c.ref, b.code from cases_case c join registry_nominatingbody b on b.id = c.body_id
where c.state = 'nominated' order by c.id desc"""
UNMARKED = """select u.username, s.ref from review_seat s join review_panel p on p.id = s.panel_id
join registry_expert e on e.id = s.expert_id join registry_user u on u.person_id = e.person_id
where p.state = 'open' and s.kind = 'member' and s.state = 'accepted'
and not exists (select 1 from review_score c where c.seat_id = s.id) order by s.id"""


def first(city: City, question: str) -> tuple[str, ...]:
    return city.ask(question)[0]


def said(visit: Visit) -> str:
    return visit.page.locator("ul.messages").inner_text()


@SCRIPTS
def test_the_public_objects_to_a_notice_and_is_told_how_it_was_taken(city, chromium, script):
    with visiting(chromium, city.address, script=script) as visit:
        page = visit.page
        visit.go("/")
        page.get_by_role("link", name=re.compile("社会公示")).click()
        page.get_by_role("link", name=re.compile("提出异议")).first.click()
        page.get_by_label("个人实名").check()
        page.get_by_label(re.compile("异议内容")).fill("请核实一线年限。")
        page.get_by_role("button", name="提交异议").click()
        expect(page.get_by_text("实名异议请填写姓名")).to_be_visible()
        assert page.get_by_label(re.compile("异议内容")).input_value() == "请核实一线年限。"
        if script:
            assert visit.unsound() == []

        page.get_by_label(re.compile("姓名（或单位名称）")).fill("示例异议人 13000000000")
        page.get_by_role("button", name="提交异议").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("已收到")
        assert visit.heard == []


def test_a_nominee_consents_and_the_body_uploads_ranks_and_nominates_without_script(city, chromium):
    ref, body = first(city, DRAFTS.format(state="draft"))
    with visiting(chromium, city.address, "nominee", script=False) as visit:
        visit.go("/desk/")
        visit.page.get_by_role("link", name=re.compile("评选")).first.click()
        visit.page.get_by_role("button", name="本人同意").click()
        assert "已办理" in said(visit)

    with visiting(chromium, city.address, f"body-{body}", script=False) as visit:
        page = visit.page
        visit.go(f"/desk/case/{ref}/")
        for kind in ("letter", "internal_notice"):
            page.get_by_label("材料", exact=True).select_option(kind)
            page.get_by_label(re.compile("文件（")).set_input_files(PDF)
            page.get_by_role("button", name="上传").click()
            assert "材料已上传" in said(visit)
        page.locator("summary", has_text=re.compile("^推荐$")).click()
        page.get_by_label("排序").fill("1")
        page.get_by_label("推荐意见").fill("技艺突出，同意推荐。")
        page.get_by_role("button", name="推荐", exact=True).click()

        assert "已办理" in said(visit)
        expect(page.locator(".stepper [aria-current]")).to_have_text("已推荐")


def test_an_officer_asks_for_a_correction_and_it_comes_back(city, chromium):
    ref, body = first(city, NOMINATED)
    with visiting(chromium, city.address, "officer") as visit:
        page = visit.page
        visit.go(f"/desk/case/{ref}/")
        page.locator("summary", has_text="请补正").click()
        page.get_by_label("从事一线工作起始日", exact=True).check()
        page.get_by_label("从事一线工作起始日 补正原因").fill("证明日期不清")
        page.get_by_role("button", name="请补正").click()
        assert "已办理" in said(visit)

    with visiting(chromium, city.address, f"body-{body}") as visit:
        page = visit.page
        visit.go(f"/desk/case/{ref}/")
        page.locator("summary", has_text=re.compile("^补正$")).click()
        page.get_by_label(re.compile("证明日期不清")).fill("已补充单位证明")
        page.get_by_role("button", name="补正", exact=True).click()

        assert "已办理" in said(visit)
        expect(page.locator(".stepper [aria-current]")).to_have_text("已推荐")


def test_bulk_screening_wants_the_right_count(city, chromium):
    (ref,) = first(city, "select ref from cases_round where code = '2026-B'")
    with visiting(chromium, city.address, "officer") as visit:
        page = visit.page
        visit.go(f"/desk/round/{ref}/")
        for act in ("发出征询", "其余均无异议"):
            if page.get_by_role("button", name=act).count():
                page.get_by_role("button", name=act).click()
        visit.go(f"/desk/round/{ref}/bulk/screen/")
        boxes = page.locator("input[name=case]")
        wanted = boxes.count()
        assert wanted > 2
        boxes.first.uncheck()
        page.get_by_label("请填写勾选的件数以确认").fill(str(wanted))
        page.get_by_role("button", name="通过资格审查").click()
        assert "准确填写件数" in said(visit)
        assert page.locator("input[name=case]:checked").count() == wanted - 1
        assert visit.unsound() == []

        page.get_by_label("请填写勾选的件数以确认").fill(str(wanted - 1))
        page.get_by_role("button", name="通过资格审查").click()

        assert f"已办理 {wanted - 1} 件" in said(visit)


def test_an_expert_marks_every_file_with_the_keyboard_alone_and_seals(city, chromium):
    for who, seat in city.ask(UNMARKED):
        with visiting(chromium, city.address, who) as visit:
            page = visit.page
            visit.go(f"/panel/seat/{seat}/")
            files = page.locator("tbody a").count()
            if not files:
                continue
            page.locator("tbody a").first.focus()
            page.keyboard.press("Enter")
            page.wait_for_url("**/file/**")
            for _ in range(files):
                page.locator("input[name^=mark-]").first.focus()
                for _ in range(4):
                    page.keyboard.type("86.5")
                    page.keyboard.press("Tab")
                    page.keyboard.type("有据可查")
                    page.keyboard.press("Tab")
                with page.expect_navigation():
                    page.keyboard.press("Enter")
            page.get_by_role("button", name="密封全部评分").focus()
            with page.expect_navigation():
                page.keyboard.press("Enter")

            assert "已密封" in said(visit)
            assert page.locator("tbody code").count() == files
            assert visit.unsound() == []
            return
    pytest.fail("no seat with files to mark")


def test_a_certificate_is_checked_and_an_unknown_number_says_nothing_more(city, chromium):
    (number,) = first(city, "select number from honours_certificate order by id desc")
    with visiting(chromium, city.address) as visit:
        page = visit.page
        for asked, word in ((number, "有效"), ("WHGJ00000000", "查无")):
            visit.go("/verify/")
            page.get_by_role("textbox").fill(asked)
            page.keyboard.press("Enter")

            expect(page.locator("main")).to_contain_text(word)


def test_language_and_large_text_stay_as_one_goes_on(city, chromium):
    with visiting(chromium, city.address) as visit:
        page = visit.page
        visit.go("/")
        page.get_by_role("button", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.get_by_role("button", name="Large text").click()
        visit.go("/notices/")

        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.locator("html")).to_have_class("elder")
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 20
        assert visit.unsound() == []
