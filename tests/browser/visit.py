"""Going through the house in a browser: signed in as somebody, in a language, on a screen."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Page

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
HREF = re.compile(r'<a\b[^>]*\bhref="([^"]+)"')
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Visit:
    """A page under watch: what it said to the console, and where it asked to go."""

    page: Page
    home: str
    heard: list[str] = field(default_factory=list)

    def go(self, path: str) -> int:
        answer = self.page.goto(self.home + path)
        assert answer is not None
        return answer.status

    def watch(self) -> None:
        loud = ("error", "warning")
        self.page.on("console", lambda said: said.type in loud and self.heard.append(said.text))
        self.page.on("pageerror", lambda fault: self.heard.append(str(fault)))
        self.page.on(
            "request", lambda asked: self.at_home(asked.url) or self.heard.append(f"asked {asked.url}")
        )

    def at_home(self, url: str) -> bool:
        return url.startswith((self.home + "/", "data:"))

    def faults(self, **options: Any) -> list[str]:
        """What axe finds on the page as it stands."""
        found = (
            Axe().run(self.page, options={"resultTypes": ["violations"], **options}).response["violations"]
        )
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]

    def unsound(self) -> list[str]:
        """What is wrong on a desk's screen and on a phone, what sticks out, what is dim in the dark."""
        found = []
        for screen in (WIDE, NARROW):
            self.page.set_viewport_size(screen)  # type: ignore[arg-type]
            found += [f"{screen['width']} {fault}" for fault in self.faults()]
        if self.page.evaluate(OVERFLOW):
            found.append("wider than a phone")
        self.page.emulate_media(color_scheme="dark")
        found += [f"dark {fault}" for fault in self.faults(runOnly=["color-contrast"])]
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        return found

    def unsound_here(self, narrow: bool) -> list[str]:
        """What is wrong on one screen, by daylight or in the dark, and what sticks out of a phone."""
        self.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        found = ["wider than a phone"] if self.page.evaluate(OVERFLOW) else []
        if narrow:
            self.page.emulate_media(color_scheme="dark")
        else:
            self.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        found += self.faults()
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        return found


@contextmanager
def visiting(
    browser: Browser, home: str, who: str = "", english: bool = False, script: bool = True
) -> Iterator[Visit]:
    locale = "en-US" if english else "zh-CN"
    context = browser.new_context(
        locale=locale,
        viewport=WIDE,
        java_script_enabled=script,
        color_scheme="light",
        reduced_motion="reduce",
    )  # type: ignore[arg-type]
    try:
        visit = Visit(context.new_page(), home)
        visit.page.set_default_timeout(15_000)
        if who:
            sign_in(visit, who)
        visit.watch()
        yield visit
    finally:
        context.close()


def sign_in(visit: Visit, who: str) -> None:
    """By the demo's own door; the cards show a few of each role, the door knows all."""
    visit.go("/account/login/")
    token = visit.page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
    answer = visit.page.request.post(
        f"{visit.home}/demo/enter/",
        form={"username": who, "csrfmiddlewaretoken": token},
        headers={"Referer": f"{visit.home}/account/login/"},
    )
    assert answer.ok, (who, answer.status)


def named(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


@dataclass
class Walk:
    """The pages somebody reaches by links alone, and the links that lead nowhere."""

    pages: list[tuple[str, str]] = field(default_factory=list)
    dead: list[str] = field(default_factory=list)


def walked(visit: Visit, first: str, each: int, most: int = 120) -> Walk:
    """So many pages of each view, found by following links without drawing them."""
    waiting, seen, counted, found = [(first, "")], {first}, dict[str, int](), Walk()
    portal_too = first == "/"
    while waiting and len(found.pages) < most:
        path, origin = waiting.pop(0)
        name = named(path)
        if counted.get(name, 0) >= each or (name.startswith("portal:") and not portal_too):
            continue
        counted[name] = counted.get(name, 0) + 1
        answer = visit.page.request.get(visit.home + path)
        if answer.status != 200:
            found.dead.append(f"{name or 'nowhere'} {answer.status} {path} from {origin}")
        elif "text/html" in answer.headers.get("content-type", ""):
            found.pages.append((name, path))
            fresh = [link for link in links(answer.text(), path) if link not in seen]
            seen.update(fresh)
            waiting += [(link, path) for link in fresh]
    return found


def links(text: str, path: str) -> list[str]:
    """The house's own links on a page."""
    absolute = [urljoin(path, unescape(href)).partition("#")[0] for href in HREF.findall(text)]
    return [link for link in dict.fromkeys(absolute) if link.startswith("/")]
