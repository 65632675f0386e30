"""What a workbook would be once it is open, told before it is opened: a few bytes may name a cell so far out
that no machine holds the table up to it.
"""

import io
import re
import zipfile
import zlib

from gongjiang.office.registry.sheets.formulas import BLOCK, OVERLAP, column

FAR = re.compile(rb"""\br\s*=\s*["'](?:([A-Z]{2,7})(\d{1,9})|[A-Z]?(\d{6,9}))["']""")
"""Cells and rows that lie beyond column Z or row 99,999: of most sheets there are none."""
NEAR_ROWS, NEAR_COLUMNS = 99_999, 26
CELLS, BYTES, PARTS = 10_000_000, 400 * 1024 * 1024, 2_000
BOOK = "xl/workbook.xml"


def swollen(data: bytes) -> bool:
    """Whether it is no workbook of this kind, or unpacks to more than is opened here."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            parts = book.infolist()
            if BOOK not in book.namelist() or len(parts) > PARTS:
                return True
            if sum(one.file_size for one in parts) > BYTES:
                return True
            sheets = [one.filename for one in parts if one.filename.endswith(".xml")]
            return any(area(book, name) > CELLS for name in sheets)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return True


def area(book: zipfile.ZipFile, name: str) -> int:
    """Rows by columns up to the farthest cell that it names."""
    rows, columns, kept = NEAR_ROWS, NEAR_COLUMNS, b""
    with book.open(name) as part:
        while block := part.read(BLOCK):
            text = kept + block
            for letters, row, near in FAR.findall(text):
                rows = max(rows, int(row or near))
                columns = max(columns, column(letters) + 1)
            kept = text[-OVERLAP:]
    return rows * columns
