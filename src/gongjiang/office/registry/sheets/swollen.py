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
            parts, left = book.infolist(), BYTES
            if BOOK not in book.namelist() or len(parts) > PARTS:
                return True
            for one in parts:
                size, cells = measured(book, one, left)
                left -= size
                if left < 0 or cells > CELLS:
                    return True
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return True
    return False


def measured(book: zipfile.ZipFile, one: zipfile.ZipInfo, most: int) -> tuple[int, int]:
    """Its bytes, as they come and not as it is stated, and rows by columns up to its farthest cell."""
    one.file_size = most + 1
    size, rows, columns, kept = 0, NEAR_ROWS, NEAR_COLUMNS, b""
    with book.open(one) as part:
        while block := part.read(BLOCK):
            text, size = kept + block, size + len(block)
            for letters, row, near in FAR.findall(text):
                rows = max(rows, int(row or near))
                columns = max(columns, column(letters) + 1)
            kept = text[-OVERLAP:]
    return size, rows * columns
