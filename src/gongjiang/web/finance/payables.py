"""What is owed and to whom: the list with its filters, the same as a spreadsheet, and the page of one."""

from functools import reduce
from operator import or_

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.policy import may
from gongjiang.law.terms import Fund
from gongjiang.office.clerk import paying, paying_asks
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.ledger.models import Payable, PayableState, PendingAct, Recovery
from gongjiang.office.ledger.models.payable import PAID_TO
from gongjiang.office.ledger.owing import newest_of
from gongjiang.office.ledger.recovering import recoverable
from gongjiang.web.finance.words import WORDS, clause_words
from gongjiang.web.replies import in_words, refused
from gongjiang.web.sheets import sheet, workbook
from gongjiang.web.visitor import actor, allowed, now

PAGE, MOST = 50, 50_000
UNPAID = (PayableState.OWED, PayableState.BATCHED, PayableState.RETURNED)
OPEN = "open"
"""What is asked for as one: everything that is still to reach its payee."""


@require_GET
@allowed("money.see")
def index(request: HttpRequest) -> HttpResponse:
    found = filtered(request)
    total, back = found.aggregate(sum=Sum("amount"))["sum"] or 0, recovered(found)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    lines = Payable.objects.order_by("-year", "fund", "line").values_list("fund", "year", "line").distinct()
    return render(request, "finance/payables.html", {
        "face": "money", "tab": "payables", "page": page, "asked": request.GET, "lines": list(lines[:200]),
        "total": total, "recovered": back, "net": total - back, "clauses": clause_words(), **WORDS,
    })  # fmt: skip


def recovered(found: QuerySet[Payable]) -> int:
    """What of it was booked to be paid back: the books count it no longer among what was spent."""
    asked_back = Recovery.objects.filter(payable__in=found.order_by().values("pk"))
    return asked_back.aggregate(sum=Sum("amount"))["sum"] or 0


def filtered(request: HttpRequest) -> QuerySet[Payable]:
    """As the filter bar narrows them. The spreadsheet obeys the same."""
    asked = request.GET
    found = Payable.objects.select_related(*PAID_TO).order_by("-pk")
    if asked.get("state"):
        found = found.filter(state__in=UNPAID if asked["state"] == OPEN else [asked["state"]])
    if asked.get("of"):
        found = found.filter(line=asked["of"])
    fund, year, line = (*asked.get("line", "").split("|"), "", "", "")[:3]
    if fund and line and year.isascii() and year.isdigit() and len(year) == 4:
        found = found.filter(fund=fund, year=int(year[:4]), line=line)
    if asked.get("account") == "none":
        found = found.filter(account=None)
    if text := asked.get("q", "").strip()[:60]:
        asked_in = ("person__name", "account__holder", "document", "case__number")
        found = found.filter(reduce(or_, (Q(**{f"{name}__contains": text}) for name in asked_in)))
    return found


@require_GET
@allowed("money.see")
def export(request: HttpRequest) -> HttpResponse:
    headings = [_("办件号"), _("收款人"), _("对应人员"), _("资金来源"), _("预算年度"),
                _("项目"), _("金额（元）"), _("依据文号"), _("开户行"), _("账号末四位"), _("状态"),
                _("原因")]  # fmt: skip

    def row(held: Payable) -> list[object]:
        bank, tail = (held.account.bank, held.account.tail) if held.account else ("", "")
        fund, state = (in_words(request, one.said) for one in (Fund(held.fund), PayableState(held.state)))
        return [held.case.number, held.payee, held.for_whom, fund, held.year, held.line, held.amount / 100,
                held.document, bank, tail, state, held.reason]  # fmt: skip

    found = filtered(request)[:MOST]
    body = workbook(_("应付款"), headings, (row(held) for held in found.iterator(2000)))
    return sheet("payables.xlsx", body)


@require_http_methods(["GET", "POST"])
@allowed("money.see")
def one(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Payable.objects.select_related(*PAID_TO), ref=ref)
    me = actor(request)
    if request.method == "POST":
        if not may(me, "batch.make") or request.POST.get("act") not in ("reopen", "account"):
            raise Http404
        return _done(request, held)
    return render(request, "finance/payable.html", {
        "face": "money", "tab": "payables", "held": held, "may_act": may(me, "batch.make"),
        "newest": newest_of(held),
        "rows": held.rows.select_related("batch").order_by("pk"),
        "waiting": PendingAct.objects.filter(payable=held, state="waiting").select_related("maker"),
        "moves": held.transfers.select_related("debit", "credit", "maker", "checker").order_by("pk")[:PAGE],
        "recoveries": held.recoveries.order_by("pk"), "rest": recoverable(held),
        "clauses": clause_words(), **WORDS,
    })  # fmt: skip


def _done(request: HttpRequest, held: Payable) -> HttpResponse:
    me, moment = actor(request), now()
    try:
        if request.POST.get("act") == "reopen":
            paying_asks.ask_reopen(held, request.POST.get("reason", "").strip()[:300], me, moment)
            messages.success(request, _("已提交，待另一人复核后生效"))
        else:
            paying.renew_account(held, me, moment)
            messages.success(request, _("已改用最新账户"))
    except Refused as no:
        refused(request, no.said)
    return redirect("finance:payable", held.ref)
