"""Lists cost the same however many rows they have; pages are light; exports are inert and obey the rights."""

import io
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from gongjiang.office.cases.models import Case, Round
from gongjiang.office.registry.models import NominatingBody, Person
from tests.town import TODAY, Town
from tests.web.access import DOORS, address, login
from tests.web.alive import Alive

pytestmark = pytest.mark.usefixtures("demo_clock")
MOST, MOST_WHERE_JUDGED, VISITED, HEAVIEST = 25, 42, 4, 150 * 1024
JUDGED = {"desk:bulk"}
"""A preview judges every case, as the page of a case does: it reads whole dossiers, 200 as cheaply as one."""
LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "desk:todo": ("officer", ()),
    "desk:cases": ("officer", ()),
    "desk:rounds": ("officer", ()),
    "desk:round": ("officer", ("round",)),
    "desk:bulk": ("officer", ("round", "reject")),
    "desk:letters": ("officer", ()),
    "desk:sendings": ("officer", ()),
    "desk:wordings": ("officer", ()),
    "desk:objections": ("officer", ()),
    "desk:report": ("officer", ("round",)),
    "desk:visits": ("officer", ("round",)),
    "desk:resolve": ("officer", ("round",)),
    "portal:home": ("officer", ()),
    "portal:notices": ("officer", ()),
    "portal:roster": ("officer", ()),
    "finance:home": ("officer", ()),
    "finance:payables": ("officer", ()),
}
SHEETS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "\t=1", "＝1", "'=1")


def cost(town: Town, name: str, held: Round) -> tuple[int, int]:
    """Statements and bytes of a list, asked twice so that nothing is counted that is only learnt once."""
    who, args = LISTS[name]
    client, url = town.client(who), reverse(name, args=[held.ref if arg == "round" else arg for arg in args])
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = client.get(url)
    assert page.status_code == 200, name
    return len(asked), len(page.content)


def grown(town: Town, held: Round, many: int) -> None:
    """As many nominated cases again as bulk rows: for counting, not for reading."""
    model = Case.objects.filter(round=held).first()
    assert model is not None
    people = Person.objects.bulk_create(
        Person(name=f"示{n}", employer=model.employer, occupation="车工") for n in range(many)
    )
    bodies = list(NominatingBody.objects.all())
    Case.objects.bulk_create(
        Case(
            scheme=model.scheme,
            round=held,
            person=person,
            employer=person.employer,
            body=bodies[n % len(bodies)],
            state=model.state,
            number=f"G{n:06d}",
            answers=model.answers,
            due_on=TODAY,
            opened_on=TODAY,
        )
        for n, person in enumerate(people)
    )


def test_no_list_asks_more_of_the_database_as_it_grows_nor_weighs_too_much(town):
    walk = town.nominated(3, days=90)
    few = {name: cost(town, name, walk.round)[0] for name in LISTS}
    grown(town, walk.round, 200)

    many = {name: cost(town, name, walk.round) for name in LISTS}

    assert {name: (few[name], asked) for name, (asked, _) in many.items() if asked > few[name] + 1} == {}
    assert {
        name: asked
        for name, (asked, _) in many.items()
        if asked > (MOST_WHERE_JUDGED if name in JUDGED else MOST)
    } == {}
    assert {name: size for name, (_, size) in many.items() if size > HEAVIEST} == {}


def test_a_case_is_drawn_with_few_statements(alive):
    for key in ("nominated", "visited", "certified", "noticed"):
        url, client = reverse("desk:case", args=(alive.refs[key],)), alive.town.client("officer")
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            page = client.get(url)

        assert len(asked) <= MOST_WHERE_JUDGED + VISITED, key
        assert len(page.content) <= HEAVIEST


def cells(body: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()


def test_what_looks_like_a_formula_stays_text_in_every_sheet(town):
    walk = town.nominated(len(SHEETS))
    for case, name in zip(walk.cases("nominated"), SHEETS, strict=True):
        Person.objects.filter(pk=case.person_id).update(name=name, occupation=name)
    client = town.client("officer")

    listed = client.get(reverse("desk:export")).content
    told = client.get(reverse("desk:report", args=(walk.round.ref,)), {"format": "xlsx"}).content

    assert {row[1] for row in cells(listed)[1:]} == set(SHEETS)
    for body in (listed, told):
        assert formulas(body) == 0


def formulas(body: bytes) -> int:
    """Cells that a spreadsheet would compute."""
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return sum(book.read(name).count(b"<f>") for name in book.namelist() if "worksheets/sheet" in name)


def exported(town: Town, who: str, **asked: str) -> set[object]:
    """The numbers in the sheet that somebody gets."""
    return {row[0] for row in cells(town.client(who).get(reverse("desk:export"), asked).content)[1:]}


def test_an_export_holds_what_the_filter_shows_and_the_reader_may_see(town):
    walk = town.nominated(6)
    case = walk.cases("nominated")[0]

    assert exported(town, "officer") == set(Case.objects.values_list("number", flat=True))
    assert exported(town, "officer", q=case.person.name) == {
        c.number for c in walk.cases("nominated") if c.person.name == case.person.name
    }
    assert exported(town, f"body-{case.body.code}") == set(
        Case.objects.filter(body=case.body).values_list("number", flat=True)
    )
    assert exported(town, "maker") == set()


def test_every_page_of_desk_portal_and_panel_is_drawn_in_english(alive: Alive):
    """The words of the pages, not the names in them."""
    pages = [(door, address(alive, door)) for door in DOORS if "GET" in door.methods]

    for door, url in pages:
        who = next(iter(sorted(door.allowed(alive))), None)
        if who:
            answer = alive.town.client(login(alive, who), "en").get(url)
            answer.close()
            assert answer.status_code in (200, 302), (door.name, who)
            if "text/html" in answer.headers.get("Content-Type", "") and answer.status_code == 200:
                assert '<html lang="en"' in answer.content.decode(), door.name
