"""Every writer of a sheet, every column, every sign that could begin a formula: no cell acts."""

import ast
import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace

import pytest
from python_calamine import CalamineWorkbook

from gongjiang.law.words import Words
from gongjiang.office.ledger.bankfiles import FORMATS, PaymentLine
from gongjiang.office.ledger.refusal import LedgerRefused
from gongjiang.office.registry.sheets.reading import Sheet
from gongjiang.office.registry.sheets.returning import with_errors
from gongjiang.office.registry.sheets.row import Fault
from gongjiang.web.sheets import workbook
from tests.architecture.house import ROOT

SOURCE = ROOT / "src" / "gongjiang"
CALL = "cmd|'/C calc'!A0"
PAYLOADS = (
    *(f"{sign}{CALL}" for sign in "=+-@"),
    *(f"{sign}={CALL}" for sign in "\t\r\n"),
    *(f"{sign}{CALL}" for sign in "＝＋－＠"),
    f" ={CALL}", f"\u3000@{CALL}", f'"={CALL}', f"'={CALL}", f'=HYPERLINK("http://x.example","{CALL}")',
    f"=1+1,{CALL}", "https://x.example/", "mailto:a@x.example", "{=1+1}", f"\xa0+{CALL}",
)  # fmt: skip
ACTIVE = re.compile(rb"<f[ >/]|<hyperlink|<oleObject|<ddeLink|externalLink|vbaProject|<definedName")
WIDTH = 9
LINE = PaymentLine(1, "R1", "王工", "示例银行", "62220000", 30_000_00)
TEXTS = [one.name for one in fields(PaymentLine) if one.type in (str, "str")]


def heads() -> list[str]:
    return [f"列{n}" for n in range(WIDTH)]


def by_workbook(rows: list[list[str]]) -> bytes:
    return workbook("表", rows[0], rows[1:])


def by_return(rows: list[list[str]]) -> bytes:
    """A sheet given back: its own cells, and the heading and the words of each fault."""
    sheet = Sheet(raw=rows, header_row=1, headings={}, rows=())  # type: ignore[call-arg]
    return with_errors(
        sheet, Found([Fault(n + 1, cell, Words(cell, cell)) for n, cell in enumerate(rows[1])])
    )


class Found:
    title = "表"
    told: Mapping[int, str] = {}

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults


WRITERS: dict[str, Callable[[list[list[str]]], bytes]] = {
    "web/sheets.py": by_workbook,
    "office/registry/sheets/returning.py": by_return,
}
NEW = (
    "import xlsxwriter",
    "import csv\ncsv.writer(x)",
    "frame.write_csv(y)",
    "from openpyxl import Workbook",
    "from csv import DictWriter\nDictWriter(x)",
)
SENDS_IN = "web/demo/claims.py"
"""The demo makes a sheet as an office would send it in; nobody is given that one."""


def writing() -> set[str]:
    """Every file of the house that can write a sheet: it names the package, or a writer of lists."""
    return {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if writes(path.read_text("utf-8"))
    }


def writes(text: str) -> bool:
    nodes = list(ast.walk(ast.parse(text)))
    imported = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    asked = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    named = {node.id for node in nodes if isinstance(node, ast.Name)}
    packages = {"xlsxwriter", "openpyxl", "pandas", "odf", "tablib"}
    makers = {"DictWriter", "write_csv", "write_excel", "to_csv", "to_excel"}
    return bool(
        packages & {name.partition(".")[0] for name in imported}
        or makers & (asked | named)
        or ("csv" in imported and "writer" in asked | named)
    )


def test_every_file_that_writes_a_sheet_is_tried_here() -> None:
    assert writing() - {SENDS_IN} == set(WRITERS)


@pytest.mark.parametrize("text", NEW)
def test_a_new_writer_would_be_found(text: str) -> None:
    assert (writes(text), writes("import csv\ncsv.reader(x)")) == (True, False)


def poisoned() -> Iterator[tuple[str, list[list[str]]]]:
    """Each sign in each column, in a row and at its head."""
    for payload in PAYLOADS:
        for column in range(WIDTH):
            head, row = heads(), [f"值{n}" for n in range(WIDTH)]
            head[column] = row[column] = payload
            yield payload, [head, row]


@pytest.mark.parametrize("writer", WRITERS)
def test_no_cell_of_a_workbook_acts_and_the_words_stay(writer: str) -> None:
    acting, lost = [], []
    for payload, rows in poisoned():
        body = WRITERS[writer](rows)
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            acting += [payload for name in book.namelist() if ACTIVE.search(book.read(name) + name.encode())]
        told = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()
        lost += [
            row
            for row, kept in zip(rows, told, strict=True)
            if [plain(one) for one in kept[:WIDTH]] != list(map(plain, row))
        ]

    assert (acting, lost) == ([], [])


def plain(cell: object) -> str:
    """Ends of lines are one sign to a reader of sheets."""
    return re.sub(r"_x000D_|\r\n|\r|\n", "\n", str(cell))


def begins(cell: str) -> bool:
    """Whether a spreadsheet may compute it: a sign, or its wide form, behind whatever is passed over."""
    told = unicodedata.normalize("NFKC", cell).lstrip(' \t\r\n"\ufeff')
    return told.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("column", TEXTS)
def test_no_cell_of_a_bank_file_acts(name: str, column: str) -> None:
    acting = []
    for payload in PAYLOADS:
        try:
            body = FORMATS[name].render([replace(LINE, **{column: payload[:20]})])
        except LedgerRefused:
            continue
        text = body.decode(name.endswith("gbk") and "gbk" or "gb18030")
        cells = (
            [cell for row in csv.reader(io.StringIO(text)) for cell in row]
            if name.startswith("csv")
            else text.split("\r\n")
        )
        acting += [payload for cell in cells if begins(cell)]

    assert acting == []


def test_the_eye_of_this_test_sees_what_acts() -> None:
    assert all(begins(payload) for payload in PAYLOADS[:13])
    assert not any(begins(cell) for cell in ("'=1", "王工", "2.3.1", "a=b"))
