"""Everybody at the counter of the made-up city, and what they do there: by clicks alone."""

from contextlib import ExitStack
from datetime import date
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from gongjiang.law.beginning import by_office, entries
from gongjiang.law.log import Log
from gongjiang.law.money import Money
from gongjiang.law.procedure import Step
from gongjiang.law.record import Field
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Role, State
from gongjiang.web.demo.straight import BY, SENT, row_of, stated
from tests.browser.conftest import City
from tests.browser.visit import Visit, visiting
from tests.paper import pdf

PAPER = {
    "name": "材料.pdf",
    "mimeType": "application/pdf",
    "buffer": pdf(),
}
TITLED = """select c.number from honours_certificate c join honours_honour h on h.id = c.honour_id
join registry_user u on u.person_id = h.person_id where u.username = 'craftsman' order by c.number desc"""
OPEN_AWARD = """select name from registry_award where central_apart = 0 and name not in
(select printed from registry_heldhonour h join registry_user u on u.person_id = h.person_id
where u.username = 'craftsman')"""
ANEW = {"year": 2027, "title": "另一门课"}
"""What the demo has filed already is filed for another year, or under another name."""
OTHER = """select c.number from honours_certificate c join honours_honour h on h.id = c.honour_id
join registry_person p on p.id = h.person_id join registry_posting t on t.organisation_id = p.employer_id
join registry_user u on u.id = t.user_id where u.username = 'unit2' order by c.number desc"""

NAMED = """select p.name from honours_certificate c join honours_honour h on h.id = c.honour_id
join registry_person p on p.id = h.person_id where c.number = '{}'"""


class Counter:
    """Everybody at the counter, each in a window of their own."""

    def __init__(self, city: City, chromium: Browser, stack: ExitStack) -> None:
        self.city, self.chromium, self.stack = city, chromium, stack
        self.windows: dict[str, Visit] = {}
        self.instead: dict[str, str] = {}
        self.titled = TITLED

    def at(self, who: str) -> Visit:
        who = self.instead.get(who, who)
        if who not in self.windows:
            self.windows[who] = self.stack.enter_context(visiting(self.chromium, self.city.address, who))
        return self.windows[who]

    def send(self, who: str, path: str, action: str = "", button: str = "", **told: Any) -> Page:
        """The form on this page that goes to this address, filled and sent by its own button."""
        self.at(who).go(path)
        page = self.at(who).page
        going = f'[action*="{action}"]' if action else ""
        form = page.locator(f"main form[method=post]{going}", has_text=button).first
        for folded in form.locator("xpath=ancestor::details[not(@open)]/summary").all():
            folded.click()
        for name, value in told.items():
            put(form.locator(f"[name='{name}']"), value)
        form.locator("button", has_text=button).first.click()
        faults = page.locator(".errorlist, ul.messages .error").all_inner_texts()
        assert faults == [], (path, action, faults)
        return page

    def state(self, ref: str) -> State:
        return State(self.city.ask(f"select state from cases_case where ref = '{ref}'")[0][0])

    def heard(self) -> list[str]:
        return [word for visit in self.windows.values() for word in visit.heard]


def fill(page: Page, name: str, fact: Field, value: Any) -> None:
    """One field of a form that was read off a declaration."""
    field = page.locator(f"[name={name}]")
    if fact.kind is bool:
        field.select_option("yes" if value else "no")
    elif field.evaluate("held => held.tagName") == "SELECT":
        field.select_option(str(value))
    else:
        field.fill(str(value // 100) if fact.kind is Money else str(value))


def begin(counter: Counter, scheme: Scheme) -> str:
    """The form of the scheme, filled from its own example; its documents, uploaded."""
    visit, number = counter.at(BY[entries(scheme)[0].by]), counter.city.ask(counter.titled)[0][0]
    visit.go(f"/desk/apply/{scheme.slug}/")
    told = stated(scheme) | {name: value for name, value in ANEW.items() if name in scheme.asked}
    told |= {"craftsman": number} if "craftsman" in told else {}
    if any(fact.source == "holder.named" for fact in scheme.subject.fields.values()):
        told["name"] = f"{counter.city.ask(NAMED.format(number))[0][0]}工匠工作室"
    told |= {"award": counter.city.ask(OPEN_AWARD)[0][0]} if "award" in told else {}
    for name, value in told.items():
        fill(visit.page, name, scheme.asked[name], value)
    if by_office(scheme):
        visit.page.locator("[name=about]").fill(number)
    visit.page.get_by_role("button", name="开立申报").click()
    ref = visit.page.url.rstrip("/").rsplit("/", 1)[1]
    page = counter.at("officer").page
    for kind, _ in scheme.evidence:
        counter.at("officer").go(f"/desk/case/{ref}/")
        page.locator("select[name=kind]").select_option(kind)
        page.locator("input[name=file]").set_input_files(PAPER)
        page.get_by_role("button", name="上传").click()
    return ref


def keep(counter: Counter, ref: str, log: Log, scheme: Scheme) -> None:
    """A row in the log by whoever fills it, confirmed by another officer."""
    hand = "unit" if Role.EMPLOYER in log.by else BY[log.by[0]]
    visit = counter.at(hand)
    visit.go(f"/desk/case/{ref}/log/{log.name}/")
    if log.names_person:
        visit.page.locator("[name=person_name]").fill("徒弟示例")
        visit.page.locator("[name=person_id_number]").fill("420199199905040018")
    for name, value in row_of(log, scheme, date(2026, 11, 20)).items():
        fill(visit.page, name, log.fields[name], value)
    visit.page.get_by_role("button", name="登记", exact=True).click()
    if log.confirmed_by is not None:
        counter.at("officer2").go(f"/desk/case/{ref}/log/{log.name}/")
        counter.at("officer2").page.get_by_role("button", name="核对无误").first.click()


def take(counter: Counter, ref: str, step: Step) -> None:
    """The step's own button, with what it asks for."""
    visit = counter.at(BY[step.by])
    visit.go(f"/desk/case/{ref}/")
    form = visit.page.locator(f'form[action$="/step/{step.name}/"]')
    if step.asks:
        visit.page.locator("details", has=form).locator("summary").click()
    for ask in step.asks:
        sent = SENT[ask.name]
        put(form.locator(f"[name={ask.name}]"), sent // 100 if ask.kind == "money" else str(sent))
    form.get_by_role("button").click()


def put(field: Locator, value: Any) -> None:
    """One value into whatever the page asks it with; a list ticks each of its boxes."""
    kind = field.first.evaluate("held => held.type || held.tagName")
    if kind in ("radio", "checkbox"):
        for one in value if isinstance(value, list) else [value]:
            field.locator(f"xpath=self::*[@value='{one}']").check()
    elif kind.startswith("select"):
        field.select_option(index=value) if isinstance(value, int) else field.select_option(str(value))
    elif kind == "file":
        field.set_input_files(value)
    else:
        field.fill(str(value))
