"""Which cells of a workbook hold formulas: a sum that a formula makes is nobody's statement."""

import io
import re
import zipfile
from collections.abc import Iterator

CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*><f')
SHEET = re.compile(rb'<sheet [^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"')
TARGET = {b"Id": re.compile(rb'Id="([^"]*)"'), b"Target": re.compile(rb'Target="([^"]*)"')}
BLOCK, OVERLAP = 1 << 20, 200
LETTERS = 26


def formulas(data: bytes, place: int) -> set[tuple[int, int]]:
    """Rows and columns, both from 0, of the formulas in the sheet at a place of an xlsx workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return set(_cells(book, _paths(book)[place]))
    except (zipfile.BadZipFile, KeyError, IndexError):
        return set()


def _paths(book: zipfile.ZipFile) -> list[str]:
    """The part of each sheet, in the order of the workbook."""
    named = SHEET.findall(book.read("xl/workbook.xml"))
    targets = {}
    for relation in re.findall(rb"<Relationship [^>]*>", book.read("xl/_rels/workbook.xml.rels")):
        key, target = (found[1] if (found := TARGET[part].search(relation)) else b"" for part in TARGET)
        targets[key] = target.decode().removeprefix("/xl/")
    return [f"xl/{targets[key]}" for _name, key in named]


def _cells(book: zipfile.ZipFile, path: str) -> Iterator[tuple[int, int]]:
    with book.open(path) as part:
        kept = b""
        while block := part.read(BLOCK):
            text = kept + block
            if b"<f" in text:
                yield from ((int(row) - 1, column(letters)) for letters, row in CELL.findall(text))
            kept = text[-OVERLAP:]


def column(letters: bytes) -> int:
    """A is 0, Z is 25, AA is 26."""
    place = 0
    for letter in letters:
        place = place * LETTERS + letter - ord("A") + 1
    return place - 1
