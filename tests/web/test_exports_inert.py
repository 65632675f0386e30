"""Every address that gives out a sheet, with a formula in every column that people type: no cell acts."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.urls import resolve
from python_calamine import CalamineWorkbook

from gongjiang.web.sheets import XLSX
from tests.append_only import lifted
from tests.architecture.house import ROOT
from tests.browser.scripted import planted
from tests.town import Town
from tests.web.access import DOORS, address, login
from tests.web.alive import Alive
from tests.web.test_sheets_inert import ACTIVE, PAYLOADS

pytestmark = pytest.mark.long
AS_SHEET = "?format=xlsx"
WEB = ROOT / "src" / "gongjiang" / "web"
OF_A_SESSION = {"desk.importing", "desk.results_importing"}
"""They give back the sheet that somebody has just sent in, through a writer that is tried by itself."""


def exporting() -> set[str]:
    """The modules of pages that make a sheet, found by what they call."""
    found = {path for path in WEB.rglob("*.py") if makes(path)}
    return {".".join(path.relative_to(WEB).with_suffix("").parts) for path in found}


def makes(path: Path) -> bool:
    text, place = path.read_text("utf-8"), path.relative_to(WEB)
    return (
        ("workbook(" in text or "with_errors(" in text)
        and "console" not in place.parts
        and place.name != "sheets.py"
    )


def asked(alive: Alive) -> dict[str, list[tuple[str, str]]]:
    """For each of those modules the addresses of its doors, each with somebody who may open it."""
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in exporting() - OF_A_SESSION}
    for door in DOORS:
        who, url = sorted(door.open_to(alive, "GET")), address(alive, door)
        module = resolve(url).func.__module__.removeprefix("gongjiang.web.")
        if module in found and who and "GET" in door.methods:
            found[module] += [
                (login(alive, one), f"{url}{more}") for one in who[:3] for more in ("", AS_SHEET)
            ]
    return found


def sheets(town: Town, doors: list[tuple[str, str]]) -> list[bytes]:
    """What comes of them as a sheet."""
    answers = [town.client(who).get(url) for who, url in doors]
    return [answer.content for answer in answers if answer.get("Content-Type") == XLSX]


def test_no_cell_acts_in_any_sheet_that_is_given_out(alive: Alive, settings: Any) -> None:
    settings.HOURLY = dict.fromkeys(settings.HOURLY, 10**6)
    doors, acting, given = asked(alive), [], 0
    for payload in PAYLOADS:
        with lifted():
            assert planted(payload) >= 80
        for module, held in doors.items():
            bodies = sheets(alive.town, held)
            assert bodies, f"{module} gives no sheet: {held}"
            given += sum(payload[-9:] in read(body) for body in bodies)
            acting += [f"{module} {payload!r}" for body in bodies if acts(body)]

    assert (acting, given > len(PAYLOADS)) == ([], True)


def acts(body: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return any(ACTIVE.search(book.read(name) + name.encode()) for name in book.namelist())


def read(body: bytes) -> str:
    return repr(CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python())
