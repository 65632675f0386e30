"""The report of a round as a PDF to file: the same words as the page and the Markdown."""

from datetime import date
from pathlib import Path

from gongjiang.office.cases.models import Round
from gongjiang.office.clerk.report import rows, told
from gongjiang.office.honours.press import pressed

SHEET = Path(__file__).with_name("report.typ")


def report_pdf(held: Round, on: date) -> bytes:
    headings, body = rows(held)
    said = {
        "title": f"{held.title}：评选过程报告",
        "sections": [{"title": part.title, "lines": part.lines} for part in told(held)],
        "headings": headings,
        "rows": [[str(cell) for cell in row] for row in body],
    }
    return pressed(SHEET, said, on)
