"""A platform from the call to its yearly assessment, everybody by their own clicks: the longest way."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from playwright.sync_api import Browser

from gongjiang.law.terms import State
from gongjiang.plans import plans
from gongjiang.web.demo.straight import stated
from tests.browser.conftest import City
from tests.browser.counter import PAPER, Counter, fill, keep, take
from tests.browser.test_round_kinds import NOTICE, funded

pytestmark = [pytest.mark.browser, pytest.mark.long]
SCHEME = next(
    one for one in plans()[0].schemes if one.procedure.name == "platform" and "craftsman" not in one.asked
)
SEATED = """select u.username, s.ref from review_seat s join review_panel p on p.id = s.panel_id
join cases_round r on r.id = p.round_id join registry_expert e on e.id = s.expert_id
join registry_user u on u.person_id = e.person_id
where r.code = '2026-Q' and s.kind = 'member' order by s.id"""
CHECKS = ("post", "skill", "apprentices", "unit", "ethics")


@pytest.fixture
def counter(later_city: City, chromium: Browser) -> Iterator[Counter]:
    with ExitStack() as stack:
        yield Counter(later_city, chromium, stack)


def test_a_platform_is_called_for_reviewed_built_accepted_and_assessed(counter: Counter) -> None:
    funded(counter, "employment", SCHEME.clause)
    held = called(counter)
    ref = applied(counter)
    reviewed(counter, held)
    visited(counter, held, ref)
    noticed(counter, ref)
    built(counter, ref)

    assert counter.state(ref) is State.RUNNING
    grades = counter.city.ask(f"select stage, score from cases_grade where case_id = {pk(counter, ref)}")
    assert dict(grades) == {"midterm": 88, "acceptance": 88, "yearly": 88}
    assert counter.heard() == []


def pk(counter: Counter, ref: str) -> int:
    return int(counter.city.ask(f"select id from cases_case where ref = '{ref}'")[0][0])


def called(counter: Counter) -> str:
    """The page of the round that the officer opens, with places for one body."""
    opens, closes = counter.city.today, counter.city.today + timedelta(days=40)
    told = {"scheme": SCHEME.slug, "code": "2026-Q", "title": "另一批", "title_en": "Another call"}
    told |= {"opens": opens.isoformat(), "closes": closes.isoformat(), "places": "1", "fill": "walk"}
    page = counter.send("officer", "/desk/rounds/new/", **told)
    held = page.url.removeprefix(counter.city.address)
    counter.send("officer", held, "/act/quota/", body=body(counter)[1], places="3")
    return held


def body(counter: Counter) -> tuple[int, str]:
    key, code = counter.city.ask("select id, code from registry_nominatingbody order by id")[0]
    return int(key), str(code)


def applied(counter: Counter) -> str:
    """The unit's case, with its papers, nominated by the body and past screening."""
    counter.instead["unit"] = "host2"
    page, (key, code) = counter.at("unit").page, body(counter)
    counter.at("unit").go(f"/desk/apply/{SCHEME.slug}/")
    for name, value in stated(SCHEME).items():
        fill(page, name, SCHEME.asked[name], value)
    page.locator("select[name=body]").select_option(str(key))
    page.get_by_role("button", name="开立申报").click()
    ref = page.url.rstrip("/").rsplit("/", 1)[1]
    for one, _ in SCHEME.evidence:
        counter.send("unit", f"/desk/case/{ref}/", "/evidence/", kind=one, file=PAPER)
    take(counter, ref, SCHEME.procedure["submit"])
    counter.send(f"body-{code}", f"/desk/case/{ref}/", "/step/nominate/", rank="1", opinion="基础扎实")
    take(counter, ref, SCHEME.procedure["screen"])
    return ref


def reviewed(counter: Counter, held: str) -> None:
    """Experts drawn in the open, each marking and sealing alone; the list fixed by rank."""
    tomorrow = counter.city.today + timedelta(days=1)
    counter.send("officer", held, "/act/commit/", source="双色球下一期", source_time=f"{tomorrow}T00:00")
    counter.city.later(1)
    counter.send("supervisor", held, "/act/draw/", value="7.9.16.20.25.31.4.", witness="公证员")
    seats = counter.city.ask(SEATED)
    for who, seat in seats:
        counter.send(who, f"/panel/seat/{seat}/", "/answer/", "接受", declared="yes")
    counter.send("officer", held, "/act/open-panel/")
    bulk(counter, held, "assign")
    for who, seat in seats:
        marked(counter, who, f"/panel/seat/{seat}/")
    counter.send("officer", held, "/act/close-panel/")
    bulk(counter, held, "close_review")
    counter.send("officer", held, "/act/rank/", stage="shortlist")
    bulk(counter, held, "shortlist")


def marked(counter: Counter, who: str, seat: str) -> None:
    visit, page = counter.at(who), counter.at(who).page
    visit.go(seat)
    page.locator(f"main a[href^='{seat}']").first.click()
    for criterion in SCHEME.round_terms.criteria:
        page.locator(f"[name=mark-{criterion.key}]").fill("86.5")
        page.locator(f"[name=reason-{criterion.key}]").fill("有据")
    page.get_by_role("button", name="保存", exact=True).click()
    counter.send(who, seat, "/seal/")


def bulk(counter: Counter, held: str, step: str, who: str = "officer") -> None:
    counter.at(who).go(f"{held}bulk/{step}/")
    page = counter.at(who).page
    page.locator("[name=count]").fill(str(page.locator("input[name=case]").count()))
    page.locator("main form").get_by_role("button").last.click()


def visited(counter: Counter, held: str, ref: str) -> None:
    """Two go and look, and both sign."""
    team = [
        key for (key,) in counter.city.ask("select id from registry_user where username like 'inspector%'")
    ]
    on = counter.city.today.isoformat()
    counter.send("officer", f"{held}visits/", case=ref, on=on, place="一号车间", team=team[:2])
    (visit,) = counter.city.ask("select ref from review_visit order by id desc")[0]
    found = {f"check-{item}": "confirmed" for item in CHECKS}
    counter.send("inspector1", f"/desk/visit/{visit}/", mark="90", conclusion="pass", **found)
    for who in ("inspector1", "inspector2"):
        counter.send(who, f"/desk/visit/{visit}/", button="签字确认")
    bulk(counter, held, "inspect")
    counter.send("officer", held, "/act/rank/", stage="final")
    bulk(counter, held, "propose")


def noticed(counter: Counter, ref: str) -> None:
    take(counter, ref, SCHEME.procedure["publish"])
    counter.city.later(NOTICE)
    for name in ("clear", "approve"):
        take(counter, ref, SCHEME.procedure[name])
    assert counter.state(ref) is State.BUILDING


def built(counter: Counter, ref: str) -> None:
    """Goals before the half-way inspection, services before the yearly assessment."""
    logs = {log.name: log for log in SCHEME.logs}
    keep(counter, ref, logs["goals"], SCHEME)
    for name in ("midterm", "ready", "score", "accept"):
        take(counter, ref, SCHEME.procedure[name])
    keep(counter, ref, logs["services"], SCHEME)
    take(counter, ref, SCHEME.procedure["assess"])
