"""审批单: one batch on paper, every sum in capital figures, with the hash and the people who sign it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from gongjiang.law.capital import capital
from gongjiang.office.ledger.bankfiles import SAID
from gongjiang.office.ledger.models import Batch, RowState
from gongjiang.web.finance.batches import PEOPLE
from gongjiang.web.finance.offers import offers
from gongjiang.web.finance.words import WORDS, clause_words
from gongjiang.web.visitor import actor, allowed


@require_GET
@allowed("money.see")
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """All rows, as they will be paid; the approver signs here and nowhere else."""
    held = get_object_or_404(Batch.objects.select_related(*PEOPLE), pk=pk)
    rows = list(held.rows.exclude(state=RowState.DROPPED).select_related("payable").order_by("seq"))
    for row in rows:
        row.capital = capital(row.amount)  # type: ignore[attr-defined]
    total = sum(row.amount for row in rows)
    approves = [one for one in offers(held, actor(request)) if one.way.name == "approve" and one.may]
    return render(request, "finance/sheet.html", {
        "face": "money", "tab": "batches", "batch": held, "rows": rows, "total": total,
        "capital": capital(total), "approves": bool(approves), "formats": SAID,
        "documents": sorted({row.payable.document for row in rows}),
        "grounds_of": sorted({row.payable.clause for row in rows}), "clauses": clause_words(), **WORDS,
    })  # fmt: skip
