"""Batches: the list, a new one, and the page of one with its approval sheet."""

from django.core.paginator import Paginator
from django.db.models import Count, Q, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from gongjiang.law.capital import capital
from gongjiang.law.policy import may
from gongjiang.office.clerk import paying
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.ledger.bankfiles import SAID
from gongjiang.office.ledger.judging import GENERIC, spelt
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import (
    Batch,
    BatchState,
    Payable,
    PayableState,
    PendingAct,
    ReplyRow,
    RowState,
)
from gongjiang.office.ledger.models.batch import PREPARING
from gongjiang.office.ledger.models.payable import PAID_TO, paid_to
from gongjiang.office.ledger.reply_file import COLUMNS
from gongjiang.web.finance.offers import offers
from gongjiang.web.finance.words import WORDS, clause_words
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now

PAGE = 50
PEOPLE = ("opened_by", "maker", "checker", "approver")
FILES = {"formats": SAID, "columns": COLUMNS, "codes": spelt(GENERIC)}
"""What goes to the bank and what comes back, in words."""
IN_BATCH = ~Q(rows__state=RowState.DROPPED)


@require_http_methods(["GET", "POST"])
@allowed("money.see")
def index(request: HttpRequest) -> HttpResponse:
    makes = may(actor(request), "batch.make")
    if request.method == "POST":
        if not makes:
            raise Http404
        return _opened(request)
    found = (
        Batch.objects.order_by("-pk")
        .select_related(*PEOPLE)
        .annotate(held=Count("rows", filter=IN_BATCH), sum=Sum("rows__amount", filter=IN_BATCH))
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "finance/batches.html", {
        "face": "money", "tab": "batches", "page": page, "makes": makes,
        "owed": owed_lines() if makes else [], "clauses": clause_words(), **WORDS,
    })  # fmt: skip


def owed_lines() -> list[dict[str, object]]:
    """Lines on which something is owed, and whether a batch of theirs is being prepared already."""
    of = ("fund", "year", "line")
    busy = set(Batch.objects.filter(state__in=PREPARING).values_list(*of))
    owed = Payable.objects.filter(state=PayableState.OWED).order_by(*of).values(*of)
    rows = owed.annotate(number=Count("pk"), sum=Sum("amount"))
    return [row | {"busy": (row["fund"], row["year"], row["line"]) in busy} for row in rows]


def _opened(request: HttpRequest) -> HttpResponse:
    fund, year, line = (*request.POST.get("line", "").split("|"), "", "", "")[:3]
    if not (year.isascii() and year.isdigit() and len(year) == 4 and fund and line):
        raise Http404
    try:
        made = paying.open_batch(Line(fund, int(year[:4]), line), actor(request), now())
        return redirect("finance:batch", made.pk)
    except Refused as no:
        refused(request, no.said)
        return redirect("finance:batches")


@require_http_methods(["GET"])
@allowed("money.see")
def one(request: HttpRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(Batch.objects.select_related(*PEOPLE), pk=pk)
    rows = held.rows.select_related(*paid_to("payable")).order_by("seq")
    told = rows.exclude(state=RowState.DROPPED).aggregate(n=Count("pk"), sum=Sum("amount"))
    total, me = told["sum"] or 0, actor(request)
    makes = may(me, "batch.make")
    return render(request, "finance/batch.html", {
        "face": "money", "tab": "batches", "batch": held, "number": told["n"], "total": total,
        "capital": capital(total) if total else "", **FILES, **WORDS, "offers": offers(held, me),
        "makes": makes, "drops": makes and held.state == BatchState.OPEN,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "counted": dict(rows.order_by("state").values_list("state").annotate(Count("pk"))),
        "owed": _owed(held), "items": held.items.filter(outcome="").count(),
        "replies": held.replies.select_related("maker", "checker").annotate(n=Count("rows")).order_by("-pk"),
        "answers_of": answers(held, request), "clauses": clause_words(),
        "waiting": PendingAct.objects.filter(batch=held, state="waiting").select_related("maker"),
    })  # fmt: skip


def answers(held: Batch, request: HttpRequest) -> object:
    """The bank's lines, the newest reply first, fifty to a page."""
    found = ReplyRow.objects.filter(reply__batch=held).select_related("row", "item")
    return Paginator(found.order_by("-reply", "number"), PAGE).get_page(request.GET.get("answers"))


def _owed(held: Batch) -> object:
    """What may still be gathered, while the batch is open; those without an account are told apart."""
    if held.state != BatchState.OPEN:
        return None
    of = {"fund": held.fund, "year": held.year, "line": held.line}
    owed = Payable.objects.filter(state=PayableState.OWED, **of)
    ready = owed.exclude(account=None).select_related(*PAID_TO).order_by("pk")
    sums = ready.aggregate(n=Count("pk"), sum=Sum("amount"))
    return {"ready": ready[:PAGE], "number": sums["n"], "sum": sums["sum"] or 0,
            "without": owed.filter(account=None).count()}  # fmt: skip
