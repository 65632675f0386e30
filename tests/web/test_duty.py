"""Chapter three through its pages: duties, targets, notices, performance, stories, the plan's life."""

import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from gongjiang.office.cases.models import Case, PlanTerm
from gongjiang.office.clerk.orders import Matter, issue
from gongjiang.office.clerk.target_years import finish_year
from gongjiang.office.clerk.targets import Owner
from gongjiang.office.duty.models import Evaluation, Goal, Order, Target
from gongjiang.office.honours.models import Certificate, Honour
from gongjiang.office.registry.models import Proposal
from gongjiang.office.stories.models import Story
from gongjiang.plans import plans
from tests.clerk.duty_ground import HOUSING, PLAN, SELECTION, Duties, moment
from tests.clock import set_day
from tests.town import TODAY, Town

pytestmark = pytest.mark.usefixtures("demo_clock")


@pytest.fixture
def duties(town: Town) -> Duties:
    return Duties(town)


def asked(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200, url
    return len(found)


def posted(client: Client, url: str, **sent: Any) -> str:
    answer = client.post(url, sent, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_matrix_names_the_lead_of_every_clause_and_counts_what_is_behind(town: Town) -> None:
    walk = town.walked("rewarded", many=4)
    duties = Duties(town)
    issue(PLAN, Owner(department="hrss"), Matter(SELECTION, "逾期", 5), duties.who("officer"), moment())

    page = town.client("leader").get(reverse("insight:duty"))
    (_plan, heads, rows) = page.context["sheets"][0]

    led = {row.card.clause.id: [cell.department for cell in row.cells if cell.leads] for row in rows}
    assert led == {clause.id: [clause.lead] for clause in PLAN.clauses}
    assert {d for clause in PLAN.clauses for d in clause.departments} == set(heads)
    found = {row.card.clause.id: row for row in rows}
    assert (found[SELECTION].cases, found[SELECTION].orders) == (
        len(Case.objects.filter(round=walk.round)),
        1,
    )
    assert found["2.3.1"].card.appropriated > 0


def test_a_target_goes_through_its_pages_to_the_exported_score(duties: Duties) -> None:
    town = duties.town
    officer, body, reviewer = (town.client(who) for who in ("officer", duties.clerk, "reviewer"))
    sent = {"owner": f"body:{duties.bodies[0].code}", "clause": SELECTION, "year": TODAY.year,
            "indicator": "opened", "wording": "", "planned": 5, "weight": 100, "act": "set"}  # fmt: skip
    posted(officer, reverse("insight:targets"), **sent)
    target = Target.objects.get()
    url = reverse("insight:target", args=(target.ref,))

    posted(body, url, act="report", text="按期推进")
    posted(town.client("officer2"), url, act="review", text="属实")
    posted(reviewer, url, act="score", text="达到", number="92")
    set_day(date(2026, 12, 31))
    posted(town.client("government"), reverse("insight:finish", args=(TODAY.year, sent["owner"])))

    shown = body.get(reverse("insight:targets")).content.decode()
    assert "92.00" in shown
    book = officer.get(reverse("insight:scores", args=(TODAY.year,)))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book.content)).get_sheet_by_index(0).to_python()
    assert (rows[1][0], rows[1][1], rows[1][11]) == (duties.bodies[0].name, 92.0, 92.0)


def test_the_figure_opens_to_the_very_cases_it_counts(town: Town) -> None:
    walk = town.nominated(many=6)
    duties = Duties(town)
    body = walk.cases("nominated")[0].body
    assert body is not None
    target = duties.set(owner=Owner(body=body))

    page = town.client("leader").get(reverse("insight:target_cases", args=(target.ref,)))

    counted = page.context["page"].paginator.count
    assert counted == page.context["all"] == Case.objects.filter(body=body).count()
    assert (
        str(counted)
        in town.client("leader").get(reverse("insight:target", args=(target.ref,))).content.decode()
    )


def test_a_refusal_is_said_and_what_was_typed_stays(duties: Duties) -> None:
    target = duties.set(wording="宣讲场次")
    url = reverse("insight:target", args=(target.ref,))

    page = posted(duties.town.client(duties.clerk), url, act="report", text="佐证见附件", number="many")

    assert "请填写完成数" in page
    assert "佐证见附件" in page


def test_others_targets_and_notices_are_not_there(duties: Duties) -> None:
    town, target = duties.town, duties.set()
    order = issue(
        PLAN, Owner(department="housing"), Matter(HOUSING, "逾期", 5), duties.who("officer"), moment()
    )
    pages = {
        "target": reverse("insight:target", args=(target.ref,)),
        "order": reverse("insight:order", args=(order.ref,)),
        "matrix": reverse("insight:duty"),
        "targets": reverse("insight:targets"),
    }
    other = f"body-{duties.bodies[1].code}"

    def seen(who: str) -> list[int]:
        return [town.client(who).get(page).status_code for page in pages.values()]

    assert seen(duties.clerk) == [200, 404, 404, 200]
    assert seen(other) == [404, 404, 404, 200]
    assert seen("dep-housing") == [404, 200, 404, 200]
    assert seen("leader") == [200, 200, 200, 200]
    assert seen("maker") == [404] * 4
    finish = reverse("insight:finish", args=(TODAY.year, f"body:{duties.bodies[0].code}"))
    assert [town.client(who).post(finish).status_code for who in ("leader", "reviewer")] == [404, 404]
    assert [Client().get(page).status_code for page in pages.values()] == [302] * 4


def test_a_notice_is_issued_mended_and_closed_and_the_late_ones_stand_first(duties: Duties) -> None:
    town, day = duties.town, TODAY
    sent = {"owner": "department:housing", "clause": HOUSING, "matter": "转办逾期", "days": 3, "act": "issue"}
    posted(town.client("supervisor"), reverse("insight:orders"), **(sent | {"matter": "还早", "days": 60}))
    posted(town.client("supervisor"), reverse("insight:orders"), **sent)
    late = Order.objects.get(matter="转办逾期")
    set_day(day + timedelta(days=14))

    listed = town.client("leader").get(reverse("insight:orders"))

    assert [one.matter for one in listed.context["page"]] == ["转办逾期", "还早"]
    assert "转办逾期" in town.client("dep-housing").get(reverse("desk:todo")).content.decode()
    url = reverse("insight:order", args=(late.ref,))
    posted(town.client("dep-housing"), url, act="receive", text="")
    posted(town.client("dep-housing"), url, act="mend", text="已全部答复")
    posted(town.client("officer"), url, act="close", text="属实")
    late.refresh_from_db()
    assert late.state == "closed"


def test_no_page_asks_more_when_there_is_more(duties: Duties) -> None:
    town = duties.town
    target = duties.set(weight=1)
    order = issue(PLAN, duties.owner, Matter(HOUSING, "逾期", 5), duties.who("officer"), moment())
    goal(town)
    pages = {
        "leader": [reverse(name) for name in ("insight:duty", "insight:targets", "insight:orders",
                                              "finance:performance")],
        duties.clerk: [reverse("desk:todo"), reverse("insight:target", args=(target.ref,)),
                       reverse("insight:order", args=(order.ref,))],
        "maker": [reverse("finance:performance_line", args=("talent", 2026, "2.3.1"))],
        "officer": [reverse("desk:plan_life")],
    }  # fmt: skip
    clients = {who: town.client(who) for who in pages}
    few = {url: asked(clients[who], url) for who, urls in pages.items() for url in urls}

    for place in range(12):
        duties.set(weight=1)
        owner = Owner(body=duties.bodies[place % len(duties.bodies)])
        issue(PLAN, owner, Matter(HOUSING, f"逾期{place}", 5), duties.who("officer"), moment())
        duties.set(weight=1, owner=owner)
    for key in ("spent", "people", "unpaid", "returned"):
        goal(town, key)

    more = {url: asked(clients[who], url) for who, urls in pages.items() for url in urls}
    assert {url: (few[url], more[url]) for url in few if more[url] > few[url]} == {}


def goal(town: Town, indicator: str = "executed") -> Goal:
    url = reverse("finance:performance_line", args=("talent", 2026, "2.3.1"))
    posted(town.client("maker"), url, act="goal", indicator=indicator, planned="90")
    made = Goal.objects.get(indicator=indicator)
    posted(town.client("checker"), url, act="confirm", ref=made.ref)
    return made


def test_a_line_has_its_goal_its_monitoring_and_its_evaluation_through_the_pages(town: Town) -> None:
    url = reverse("finance:performance_line", args=("talent", 2026, "2.3.1"))
    goal(town)
    maker, checker = town.client("maker"), town.client("checker")

    posted(maker, url, act="monitor", note="一季度")
    told = {"act": "evaluate", "score": "80", "findings": "执行偏慢", "advice": "lower"}
    early = posted(maker, url, **told)
    set_day(date(2026, 12, 31))
    posted(maker, url, **told)
    posted(checker, url, act="decide", ref=Evaluation.objects.get().ref, declined="")

    assert "年度终了后方可评价" in early
    assert Evaluation.objects.get().confirmed_on == date(2026, 12, 31)
    listed = town.client("auditor").get(reverse("finance:performance"), {"year": 2026}).content.decode()
    assert "压减" in listed
    assert town.client("auditor").post(url, {"act": "monitor"}).status_code == 404
    assert (
        town.client("leader").get(reverse("finance:performance_line", args=("talent", 2026, "9"))).status_code
        == 404
    )


def drafted(town: Town, **more: Any) -> Story:
    certificate = Certificate.objects.order_by("pk")[0]
    sent = {"certificate": certificate.number, "title": "车间里的三十年", "medium": "web",
            "text": "他带出了徒弟。", "act": "draft"}  # fmt: skip
    posted(town.client("officer"), reverse("desk:stories"), **(sent | more))
    return Story.objects.latest("pk")


def test_a_story_is_public_only_from_consent_and_publication_until_it_is_withdrawn(town: Town) -> None:
    walk = town.walked("conferred", many=1, places=1)
    set_day(walk.day)
    story = drafted(town)
    own, public = town.nominee(story.case), Client(headers={"accept-language": "zh-hans"})
    desk, page = reverse("desk:story", args=(story.ref,)), reverse("portal:story", args=(story.ref,))
    craftsman = reverse("portal:craftsman", args=(story.person.ref,))
    assert public.get(page).status_code == 404
    assert "待您同意的稿件" in own.get(reverse("desk:todo")).content.decode()

    posted(own, desk, act="consent", sha256=story.sha256)
    posted(town.client("reviewer"), desk, act="publish")

    assert public.get(page).status_code == 200
    assert story.title in public.get(reverse("portal:stories")).content.decode()
    assert story.title in public.get(craftsman).content.decode()
    assert "有故事" in public.get(reverse("portal:roster")).content.decode()
    posted(own, desk, act="withdraw")
    gone = public.get(page)
    assert (gone.status_code, story.title in gone.content.decode()) == (410, False)
    assert story.title not in public.get(craftsman).content.decode()


def test_a_story_is_its_persons_and_the_offices_and_nobody_elses(town: Town) -> None:
    walk = town.walked("conferred", many=2, places=2)
    set_day(walk.day)
    story = drafted(town)
    other = Honour.objects.exclude(case=story.case).select_related("case__person")[0]
    desk = reverse("desk:story", args=(story.ref,))

    assert town.nominee(story.case).get(desk).status_code == 200
    assert town.nominee(other.case, "other").get(desk).status_code == 404
    assert town.client("leader").get(desk).status_code == 404
    assert town.nominee(other.case, "other").post(reverse("desk:stories"), {"title": "x"}).status_code == 404
    assert "只能由本人办理" in posted(town.client("officer"), desk, act="consent", sha256=story.sha256)


def test_the_public_lists_ask_no_more_when_there_is_more(town: Town) -> None:
    walk = town.walked("conferred", many=1, places=1)
    set_day(walk.day)
    first = drafted(town)
    told = {"state": "published", "consented_on": walk.day, "published_on": walk.day}
    Story.objects.update(**told)
    public = Client()
    pages = [
        reverse("portal:stories"),
        reverse("portal:roster"),
        reverse("portal:craftsman", args=(first.person.ref,)),
    ]
    few = [asked(public, page) for page in pages]
    for place in range(8):
        drafted(town, title=f"第{place}篇")
    Story.objects.update(**told)

    assert [asked(public, page) for page in pages] == few


def test_the_plans_life_is_shown_and_a_version_and_a_change_are_entered(town: Town) -> None:
    url = reverse("desk:plan_life")
    told = {"act": "succeed", "version": "2", "title": "第二期", "document": "示例〔2027〕2号",
            "issued": "2027-12-01", "years": "3", "continues": plans()[0].schemes[0].slug}  # fmt: skip
    change = {"act": "prepare", "key": "studio_sum", "value": "80000", "since": "2026-06-01",
              "signer": "王审定", "basis": "示例文号"}  # fmt: skip

    posted(town.client("officer"), url, **told)
    posted(town.client("officer"), url, **change)
    for held in Proposal.objects.order_by("pk"):
        posted(town.client("government"), url, act="decide", proposal=held.ref, granted="yes")

    page = town.client("officer").get(url)
    assert [life.ends for life in page.context["versions"]] == [date(2027, 12, 1), date(2030, 12, 1)]
    assert "80,000.00" in page.content.decode()
    assert PlanTerm.objects.get(version="2").continues == [plans()[0].schemes[0].slug]
    assert "该版本已录入" in posted(town.client("officer"), url, **told)
    assert [town.client("government").post(url, sent).status_code for sent in (change, told)] == [404, 404]
    assert town.client("leader").get(url).status_code == 404


def test_every_page_is_there_in_english_and_empty(duties: Duties) -> None:
    town = duties.town
    pages = {"leader": ("insight:duty", "insight:targets", "insight:orders", "finance:performance"),
             "officer": ("desk:stories", "desk:plan_life"), "nobody": ("portal:stories",)}  # fmt: skip

    for who, names in pages.items():
        client = town.client(who, "en") if who != "nobody" else Client(headers={"accept-language": "en"})
        for name in names:
            page = client.get(reverse(name))
            assert page.status_code == 200, name
    assert (
        "There are no targets."
        in town.client("leader", "en").get(reverse("insight:targets")).content.decode()
    )
    held = duties.scored()
    finish_year(PLAN, duties.owner, TODAY.year, duties.who("government"), moment(date(2026, 12, 31)))
    assert (
        "Score"
        in town.client("leader", "en").get(reverse("insight:target", args=(held.ref,))).content.decode()
    )
