"""The papers of made-up people: a page that says what it stands for. Each is a file of its own."""

from datetime import date
from functools import cache
from pathlib import Path

from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.evidence import Document
from gongjiang.office.honours.press import pressed
from gongjiang.office.registry import files
from gongjiang.plans import scheme as scheme_of

SHEET, DAY = Path(__file__).with_name("paper.typ"), date(2023, 1, 4)
NOTE = Words("演示材料：内容为空，人员和单位均为虚构。", "Made up for the demo.")


def paper(case: Case, kind: str) -> Document:
    said = dict(scheme_of(case.scheme).evidence)[kind].zh
    body = _page(said) + f"% {case.number}\n".encode()
    stored, sha256 = files.keep(files.EVIDENCE, body)
    return Document(kind, f"{said}.pdf", "application/pdf", len(body), sha256, stored)


@cache
def _page(title: str) -> bytes:
    return pressed(SHEET, {"title": title, "note": NOTE.zh}, DAY)
