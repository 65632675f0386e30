"""Every page that anybody can reach: axe finds nothing, the console is silent, nothing leaves the house."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import City
from tests.browser.visit import visiting, walked

pytestmark = pytest.mark.browser
STAFF = ("officer", "reviewer", "government", "supervisor", "body-420102", "employer", "nominee", "craftsman",
         "inspector1", "maker", "checker", "approver", "leader", "auditor", "security")  # fmt: skip
DAILY = ("officer", "supervisor", "body-420102", "nominee", "craftsman", "inspector1", "maker", "leader",
         "auditor", "security")  # fmt: skip
MARKING = """select u.username, s.ref from review_seat s join review_panel p on p.id = s.panel_id
join registry_expert e on e.id = s.expert_id join registry_user u on u.person_id = e.person_id
join review_score c on c.seat_id = s.id where p.state = 'open' and s.kind = 'member' limit 1"""
LANGUAGES = pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])


def begins(city: City, staff: tuple[str, ...]) -> dict[str, str]:
    """Who goes through the house and the page each begins at; the expert is one whose panel is marking."""
    expert, seat = city.ask(MARKING)[0]
    return {"": "/"} | dict.fromkeys(staff, "/desk/") | {expert: f"/panel/seat/{seat}/"}


@pytest.fixture(scope="module")
def some_pages(city: City, chromium: Browser) -> dict[str, list[tuple[str, str]]]:
    """One page of each view, of those who between them reach nearly every view."""
    return pages(city, chromium, DAILY, each=1)


@pytest.fixture(scope="module")
def pages_of_everybody(city: City, chromium: Browser) -> dict[str, list[tuple[str, str]]]:
    return pages(city, chromium, STAFF, each=2)


def pages(
    city: City, chromium: Browser, staff: tuple[str, ...], each: int
) -> dict[str, list[tuple[str, str]]]:
    """Found by following links; a link that leads nowhere fails here."""
    found, dead = {}, {}
    for who, first in begins(city, staff).items():
        with visiting(chromium, city.address, who) as visit:
            walk = walked(visit, first, each)
        found[who] = walk.pages
        if walk.dead:
            dead[who or "anybody"] = walk.dead
    assert dead == {}
    return found


def test_every_kind_of_page_is_sound_on_a_desk_in_chinese_or_on_a_phone_in_english(
    city, chromium, some_pages
):
    """Each view once, by the first to reach it, in one way or the other by turns; the long run has both."""
    met, found = set(), {}
    for who, reached in some_pages.items():
        fresh = {name: path for name, path in reached if name not in met}
        met.update(fresh)
        for english in (False, True):
            turns = [path for turn, path in enumerate(fresh.values()) if turn % 2 == english]
            found |= unsound(city, chromium, who, english, turns, whole=False) if turns else {}

    assert found == {}
    assert {"portal:home", "desk:case", "desk:round", "desk:bulk", "panel:score", "finance:home"} <= met


@pytest.mark.long
@LANGUAGES
def test_every_page_of_every_role_is_sound(city, chromium, pages_of_everybody, english):
    found = {}
    for who, reached in pages_of_everybody.items():
        found |= unsound(city, chromium, who, english, [path for _, path in reached])

    assert found == {}


@LANGUAGES
def test_a_page_that_is_not_there_says_so_soundly(city, chromium, english):
    with visiting(chromium, city.address, english=english) as visit:
        assert visit.go("/nowhere/") == 404

        assert visit.unsound() == []


def unsound(
    city: City, chromium: Browser, who: str, english: bool, paths: list[str], whole: bool = True
) -> dict[str, list[str]]:
    """The pages with a fault, and what the browser heard while they were drawn."""
    found = {}
    with visiting(chromium, city.address, who, english) as visit:
        for path in paths:
            visit.go(path)
            found[f"{who} {path}"] = visit.unsound() if whole else visit.unsound_here(narrow=english)
        found[f"{who} heard"] = visit.heard
    return {place: faults for place, faults in found.items() if faults}
