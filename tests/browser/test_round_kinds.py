"""The kinds in which days must pass: claims, classes, a medal that becomes a title and its reward."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser

from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import State
from gongjiang.plans import plans
from gongjiang.web.demo.people import certificate_number, credit_code, id_number
from gongjiang.web.demo.straight import BY, onward
from tests.browser.conftest import City
from tests.browser.counter import PAPER, Counter, take

pytestmark = [pytest.mark.browser, pytest.mark.long]
MEDALLIST = "示例选手"
ROUND = {"code": "2026-Y", "title": "另一年直接评定", "title_en": "Another year", "opens": "2026-11-01",
         "closes": "2027-06-30", "places": "3", "fill": "walk"}  # fmt: skip
NOTICE = 14
"""Calendar days that are more than the working days of a notice."""
ROSTER = f"姓名,证件号码,学时,成绩\n学员示例,{id_number(date(1990, 1, 1), 980)},80,合格\n".encode()


@pytest.fixture
def counter(later_city: City, chromium: Browser) -> Iterator[Counter]:
    with ExitStack() as stack:
        yield Counter(later_city, chromium, stack)


def funded(counter: Counter, fund: str, line: str) -> None:
    """Money for the year in which the notice ends, entered by one and agreed to by another."""
    year = (counter.city.today + timedelta(days=NOTICE)).year
    told = {"use": f"{fund}|{line}", "year": year, "amount": "9000000", "document": "示例财文〔示例〕2号"}
    counter.send("maker", "/finance/appropriate/", **told, grounds="budget")
    (ref,) = counter.city.ask("select ref from ledger_pendingact order by id desc")[0]
    counter.send("checker", f"/finance/pending/{ref}/", button="确认，入账")


def kind(name: str) -> Scheme:
    return next(one for plan in plans() for one in plan.schemes if one.procedure.name == name)


def walk(counter: Counter, ref: str, scheme: Scheme, until: State | None = None) -> None:
    """Along the straight way by whoever's turn it is; a notice is waited for, an open finding determined."""
    while (state := counter.state(ref)) != (until or scheme.procedure.main[-1]):
        if state is State.ON_NOTICE:
            counter.city.later(NOTICE)
        step = onward(scheme, state)
        determined(counter, ref, scheme)
        take(counter, ref, step)
        assert counter.state(ref) != state, counter.at(BY[step.by]).page.inner_text("main")[:900]


def determined(counter: Counter, ref: str, scheme: Scheme) -> None:
    """What only a person can find is found by one and confirmed by another."""
    page = counter.at("officer").page
    counter.at("officer").go(f"/desk/case/{ref}/")
    form = page.locator("form[action$='/step/determine/']")
    if form.count() and form.locator("select[name=rule] option").count():
        counter.send("officer", f"/desk/case/{ref}/", "/step/determine/", verdict="pass", reason="已核原件")
        counter.send("reviewer", f"/desk/case/{ref}/", "/step/confirm/")
        determined(counter, ref, scheme)


def test_a_worker_claims_the_subsidy_for_a_certificate_of_their_own(counter: Counter) -> None:
    funded(counter, "employment", "2.1.2")
    scheme, number = kind("subsidy"), certificate_number(900_001, 2026, 2)
    told = {"certificate_number": number, "claimant": "worker", "channel": "plan"}
    printed = {"level": "technician", "occupation": "焊工", "issued_on": "2026-10-08"}
    page = counter.send("craftsman", f"/desk/apply/{scheme.slug}/", button="开立申报", **told, **printed)
    ref = page.url.rstrip("/").rsplit("/", 1)[1]

    take(counter, ref, scheme.procedure["claim"])
    walk(counter, ref, scheme)

    assert counter.state(ref) is State.OWED
    assert counter.city.ask("select amount from ledger_payable order by id desc")[0] == (350_000,)
    assert counter.heard() == []


def test_a_unit_holds_a_class_and_is_paid_for_it(counter: Counter) -> None:
    scheme = kind("training_class")
    funded(counter, "employment", "2.1.2")
    key = next(held.key for rule in scheme.rules for held in rule.assumes if held.on(date(2026, 11, 1)) == 0)
    page = counter.at("officer").page
    counter.at("officer").go("/desk/settings/")
    form = page.locator("form", has=page.locator(f"input[name=key][value={key}]"))
    form.locator("xpath=ancestor::details/summary").click()
    for name, value in {"answer": "2000000", "signer": "王审定", "basis": "示例会纪要"}.items():
        form.locator(f"[name={name}]").fill(value)
    form.get_by_role("button").click()
    counter.at("government").go("/desk/settings/")
    counter.at("government").page.get_by_role("button", name="同意").click()
    told = {"occupation": "焊工", "planned_hours": 80, "starts_on": "2026-10-12", "ends_on": "2026-11-13"}
    page = counter.send("unit", f"/desk/apply/{scheme.slug}/", button="开立申报", **told)
    ref = page.url.rstrip("/").rsplit("/", 1)[1]

    for one, _ in scheme.evidence:
        counter.send("unit", f"/desk/case/{ref}/", "/evidence/", kind=one, file=PAPER)
    walk(counter, ref, scheme, State.UNDER_WAY)
    file = {"name": "学员.csv", "mimeType": "text/csv", "buffer": ROSTER}
    counter.send("unit", f"/desk/case/{ref}/", "/trainees/", file=file)
    walk(counter, ref, scheme)

    assert counter.heard() == []


def contest(counter: Counter) -> str:
    """A contest with one medal, filed by one, verified by another, published by a third; its page."""
    home = counter.city.address
    told = {"name": "示例国际赛", "organiser": "示例协会"}
    page = counter.send("officer", "/desk/contests/", "/contests/add/", **told)
    ours = {"name": "第一届", "klass": "worldskills", "approving_document": "示例竞字〔2026〕9号"}
    page = counter.send("officer", page.url.removeprefix(home), "/add/", **ours)
    edition = page.url.removeprefix(home)
    counter.send("officer", edition, "/act/trade/", name="数控铣", team_size="1")
    member = f"{MEDALLIST},{id_number(date(1999, 3, 2), 990)},竞赛示例厂,{credit_code(990)}"
    entered = {"trade": 1, "members": member, "recommended_by": "city_hrss"}
    counter.send("officer", edition, "/act/enter/", **entered)
    counter.send("officer", edition, "/act/file/", rank="1", medal="gold")
    counter.send("officer2", edition, "/act/verify/")
    counter.send("reviewer", edition, "/act/publish/")
    return edition


def test_a_medal_becomes_a_title_and_its_reward(counter: Counter) -> None:
    scheme, city = kind("designation"), counter.city
    funded(counter, "talent", "2.3.1")
    page = counter.send("officer", "/desk/rounds/new/", scheme=scheme.slug, **ROUND)
    held = page.url.removeprefix(city.address)
    counter.at("officer").go(contest(counter))
    page.locator("a[href*='/desk/result/']").first.click()
    page.get_by_role("button", name="开办直接评定").first.click()
    (ref,) = city.ask("select ref from cases_case order by id desc")[0]
    counter.send("officer", f"/desk/case/{ref}/", "/account/")
    counter.instead["craftsman"] = city.ask("select username from registry_user order by id desc")[0][0]

    walk(counter, ref, scheme, State.CONSENTED)
    counter.send("officer", held, "/act/ask-vetoes/")
    counter.send("officer", held, "/act/clear-vetoes/")
    walk(counter, ref, scheme, State.CLEARED)
    decision = {
        "document": "示例政文〔2026〕19号",
        "on": city.today.isoformat(),
        "signer": "王审定",
        "meeting": "常务会议",
    }
    counter.send("officer", f"{held}resolve/", **decision)
    walk(counter, ref, scheme)
    rewarded(counter, ref)


def rewarded(counter: Counter, cause: str) -> None:
    """The reward that the title brought: an account of their own, verified by one, approved by another."""
    number = "100000000990"
    account = {"holder": MEDALLIST, "bank": "示例银行", "number": number, "again": number}
    counter.send("craftsman", "/desk/account/", **account)
    asked = f"select ref from cases_case where cause_id = (select id from cases_case where ref = '{cause}')"
    (grant,) = counter.city.ask(asked)[0]

    walk(counter, grant, kind("grant"))

    assert counter.city.ask("select amount from ledger_payable order by id desc")[0] == (30_000_000,)
    assert counter.heard() == []
