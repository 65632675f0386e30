"""What is typed is shown as it was typed: drawn by a browser no page runs it, and nothing is refused by the
policy, for there is nothing to refuse.
"""

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import choice, randrange
from urllib.parse import unquote, urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Route

from tests.append_only import lifted
from tests.browser import scripted
from tests.browser.conftest import launched
from tests.browser.visit import WIDE, Visit
from tests.web.access import STAFF, login
from tests.web.alive import Alive, alive
from tests.web.crawl import addresses, iri
from tests.web.objects import GONE, NUMBER
from tests.web.senders import ZH, Sender, signed_in
from tests.web.test_access_whole import quiet

__all__ = ["alive", "quiet"]
pytestmark = pytest.mark.browser
HOME, STATIC = "http://localhost", Path(settings.STATICFILES_DIRS[0])
EN = {"accept-language": "en"}


class Drawn:
    """A browser that is given the house's answers, with their headers, as if from its address."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.answers = visit, dict[str, tuple[int, dict[str, str], bytes]]()
        visit.page.context.route("**/*", self._give)
        visit.page.add_init_script(scripted.WATCH)
        visit.watch()

    def _give(self, route: Route) -> None:
        url = route.request.url
        path = STATIC / unquote(urlsplit(url).path.removeprefix("/static/"))
        if url in self.answers:
            status, headers, body = self.answers[url]
            route.fulfill(status=status, headers=headers, body=body)
        elif url.startswith(f"{HOME}/static/") and path.is_file():
            kind = mimetypes.guess_type(path)[0] or "text/plain"
            route.fulfill(status=200, content_type=kind, body=path.read_bytes())
        else:
            route.fulfill(status=204)

    def faults(self, url: str, headers: dict[str, str], body: bytes) -> list[str]:
        """What ran, what was refused, what was asked elsewhere, and what would run at a touch."""
        address = f"{HOME}/{len(self.answers)}"
        self.answers[address] = 200, headers, body
        self.visit.heard.clear()
        self.visit.page.goto(address)
        return [f"{url}: {told}" for told in (*self.visit.heard, *self.visit.page.evaluate(scripted.MARKS))]


@contextmanager
def drawing(folder: Path) -> Iterator[Drawn]:
    """Begun once all is asked: its driver keeps a loop running in this thread, beside which nothing is."""
    with launched(folder) as browser:
        context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
        yield Drawn(Visit(context.new_page(), HOME))
        context.close()


Page = tuple[str, dict[str, str], bytes]


def drawn(folder: Path, asked: list[Page]) -> list[str]:
    with drawing(folder) as browser:
        return [fault for page in asked for fault in browser.faults(*page)]


def pages(alive: Alive, who: str, tongue: dict[str, str], urls: list[str]) -> Iterator[Page]:
    sender = signed_in(alive, login(alive, who)) if who else Sender()
    sender.defaults.update({"HTTP_ACCEPT_LANGUAGE": tongue["accept-language"]})
    for url in urls:
        answer = sender.answer("GET", iri(url))
        assert answer.status_code < 500, url
        if answer.status_code == 200 and answer.headers.get("Content-Type", "").startswith("text/html"):
            yield f"{who} {url}", dict(answer.headers), answer.told


def there(alive: Alive) -> list[str]:
    return [url for url in addresses(alive) if {GONE, NUMBER}.isdisjoint(url.split("/"))]


def test_a_page_that_would_run_it_is_heard(tmp_path: Path) -> None:
    """The control: not escaped, it runs; under the house's policy it is refused, and that is heard too."""
    html = {"Content-Type": "text/html; charset=utf-8"}
    policy = html | {"Content-Security-Policy": "default-src 'none'"}
    page = f"<p>{scripted.FORTH}</p>".encode()

    ran, refused = drawn(tmp_path, [("x", html, page)]), drawn(tmp_path, [("x", policy, page)])

    assert any("a script ran" in one for one in ran)
    assert any("against the policy" in one for one in refused)
    assert [one for one in refused if "a script ran" in one] == []
    assert any("IMG onerror" in one for one in refused)


def test_somebody_by_chance_is_shown_what_was_typed_and_nothing_runs(alive, tmp_path: Path) -> None:
    """A part of what the long drill draws."""
    with lifted():
        scripted.planted(scripted.FORTH)
    asked = list(pages(alive, choice(sorted(STAFF)), ZH, there(alive)[randrange(6) :: 6]))

    assert drawn(tmp_path, asked) == []
    assert len(asked) >= 2


@pytest.mark.long
@pytest.mark.parametrize(
    ("text", "tongue"), [(scripted.FORTH, ZH), (scripted.BACK, EN)], ids=["forth-zh", "back-en"]
)
def test_no_page_of_anybody_runs_what_was_typed(alive, tmp_path: Path, text: str, tongue) -> None:
    """Every address as everybody; of pages that say the same the first is drawn."""
    with lifted():
        assert scripted.planted(text) >= 80
    asked = dict[bytes, Page]()
    for who in ("", *sorted(STAFF)):
        for page in pages(alive, who, tongue, there(alive)):
            asked.setdefault(page[2].partition(b"<main")[2], page)

    shown = sum(b"ran()" in main for main in asked)
    print(len(asked), "pages drawn", shown, "show what was typed")
    assert drawn(tmp_path, list(asked.values())) == []
    assert shown >= 200
