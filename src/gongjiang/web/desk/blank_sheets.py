"""Blank sheets to fill in: the usual headings of every column, and nothing else."""

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from gongjiang.office.registry.sheets.claim_columns import COLUMNS as CLAIMS
from gongjiang.office.registry.sheets.nomination_columns import COLUMNS as NOMINATIONS
from gongjiang.office.registry.sheets.reading import Column
from gongjiang.web.desk.importing import round_of
from gongjiang.web.sheets import sheet, workbook
from gongjiang.web.visitor import allowed


@require_GET
@allowed("roster.send")
def roster(request: HttpRequest) -> HttpResponse:
    return blank("roster.xlsx", "花名册", CLAIMS)


@require_GET
@login_required
def nominations(request: HttpRequest, ref: str) -> HttpResponse:
    round_of(request, ref)
    return blank("nominations.xlsx", "推荐汇总表", NOMINATIONS)


def blank(name: str, title: str, columns: Sequence[Column]) -> HttpResponse:
    """In Chinese whoever asks: these are the headings that the reader of sheets knows."""
    return sheet(name, workbook(title, [column.headings[0] for column in columns], []))
