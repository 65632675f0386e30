"""Where the money of a year stands, line by line; and every movement of one line."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongjiang.law.policy import may
from gongjiang.office.ledger.budget import summaries
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import (
    Account,
    Batch,
    BatchState,
    Decision,
    Payable,
    PayableState,
    PendingAct,
    SuspenseItem,
    Transfer,
)
from gongjiang.office.ledger.models.batch import PREPARING
from gongjiang.office.ledger.models.payable import paid_to
from gongjiang.web.finance.bars import PARTS, bar, totals
from gongjiang.web.finance.words import WORDS, clause_words
from gongjiang.web.visitor import actor, allowed, today

PAGE = 50


@require_GET
@allowed("money.see")
def home(request: HttpRequest) -> HttpResponse:
    years = list(Account.objects.order_by("-year").values_list("year", flat=True).distinct())
    year = chosen(request.GET.get("year", ""), years)
    bars = [bar(summary) for summary in summaries(year)]
    return render(request, "finance/home.html", {
        "face": "money", "tab": "home", "years": years, "year": year, "bars": bars, "parts": PARTS,
        "totals": totals(bars), "appropriated": sum(one.summary.appropriated for one in bars),
        "carried_in": sum(one.summary.carried_in for one in bars),
        "clauses": clause_words(), "waits": waits(), "may_enter": may(actor(request), "budget.appropriate"),
        **WORDS,
    })  # fmt: skip


def chosen(asked: str, years: list[int]) -> int:
    """The year asked for, else this one, else the newest with money in it."""
    if asked.isascii() and asked.isdigit() and int(asked[:4]) in years:
        return int(asked[:4])
    return today().year if today().year in years or not years else years[0]


def waits() -> dict[str, int]:
    """What somebody has to do next: the numbers on the tiles."""
    return {
        "pending": PendingAct.objects.filter(state=Decision.WAITING).count(),
        "owed": Payable.objects.filter(state=PayableState.OWED).count(),
        "returned": Payable.objects.filter(state=PayableState.RETURNED).count(),
        "suspense": SuspenseItem.objects.filter(outcome="").count(),
        "batches": Batch.objects.filter(state__in=(*PREPARING, BatchState.EXPORTED)).count(),
    }


@require_GET
@allowed("money.see")
def line(request: HttpRequest, fund: str, year: int, line: str) -> HttpResponse:
    """Every movement of the line's money, newest first."""
    held = Line(fund, year, line)
    found = next((one for one in summaries(year) if one.line == held), None)
    if found is None:
        raise Http404
    of = {"fund": fund, "year": year, "line": line}
    here = [Q(**{f"{side}__{name}": value for name, value in of.items()}) for side in ("debit", "credit")]
    people = ("debit", "credit", "case", "maker", "checker", *paid_to("payable"))
    moves = Transfer.objects.filter(here[0] | here[1]).select_related(*people).order_by("-pk")
    page = Paginator(moves, PAGE).get_page(request.GET.get("page"))
    return render(request, "finance/line.html", {
        "face": "money", "tab": "home", "line": held, "bar": bar(found), "page": page,
        "clauses": clause_words(), **WORDS,
    })  # fmt: skip
