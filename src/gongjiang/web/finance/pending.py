"""What waits for a second person: the list, and the page on which it is confirmed or declined."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.capital import capital
from gongjiang.law.policy import may
from gongjiang.office.clerk import paying_asks
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.ledger.models import Decision, PendingAct
from gongjiang.office.ledger.models.payable import paid_to
from gongjiang.office.ledger.previewing import preview
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.web.finance.words import WORDS, clause_words
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now

PAGE = 50
SHOWN_LINES = 200
LISTED = ("maker", "checker", "batch", *paid_to("payable"), "due__person", "due__employer")
SEEN = (*LISTED, "account", "item__reply_row", "recovery", "evidence")


@require_GET
@allowed("money.see")
def index(request: HttpRequest) -> HttpResponse:
    """Those that wait first; the decided ones after them, newest first."""
    found = PendingAct.objects.defer("content").select_related(*LISTED)
    waiting = request.GET.get("state", Decision.WAITING) == Decision.WAITING
    found = found.filter(state=Decision.WAITING) if waiting else found.exclude(state=Decision.WAITING)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "finance/pending.html", {
        "face": "money", "tab": "pending", "page": page, "waiting": waiting, **WORDS,
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
@allowed("money.see")
def one(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(PendingAct.objects.select_related(*SEEN), ref=ref)
    me = actor(request)
    checks = may(me, "batch.check")
    if request.method == "POST":
        if not checks:
            raise Http404
        return decided(request, held)
    own = held.maker_id == me.person
    return render(request, "finance/pending_one.html", {
        "face": "money", "tab": "pending", "held": held, "checks": checks and not own, "own": own,
        "clauses": clause_words(), **seen(held), **WORDS,
    })  # fmt: skip


def seen(held: PendingAct) -> dict[str, Any]:
    """What the checker is shown: the sum in capital figures, the lines of a reply as they came."""
    amount = held.facts.get("amount") or (held.payable.amount if held.payable else 0)
    told = {"amount": amount, "capital": capital(amount) if amount else ""}
    return told | (reply_seen(held) if held.content and held.batch else {})


def reply_seen(held: PendingAct) -> dict[str, Any]:
    """What the reply would come to, while it waits: sums by answer, what will wait for people, every line."""
    file = read_reply(bytes(held.content))
    shown: dict[str, Any] = {"lines": file.lines[:SHOWN_LINES], "rest": max(0, len(file.lines) - SHOWN_LINES)}
    if held.state != Decision.WAITING or held.batch is None:
        return shown
    seen = preview(held.batch, file)
    return shown | {
        "seen": seen, "odd": seen.odd[:SHOWN_LINES], "more": max(0, len(seen.odd) - SHOWN_LINES),
        "answered": {row.number: row.answer for row in seen.rows[:SHOWN_LINES]},
    }  # fmt: skip


def decided(request: HttpRequest, held: PendingAct) -> HttpResponse:
    me, moment = actor(request), now()
    try:
        if request.POST.get("act") == "confirm":
            paying_asks.confirm(held, me, moment, sure=request.POST.get("sure") == "yes")
            messages.success(request, _("已复核，已入账"))
        else:
            paying_asks.decline(held, request.POST.get("reason", "").strip()[:300], me, moment)
            messages.success(request, _("已退回经办"))
    except Refused as no:
        refused(request, no.said)
        return redirect("finance:pending_one", held.ref)
    if held.recovery:
        return redirect("finance:recovery", held.recovery.ref)
    if held.due:
        return redirect("finance:match", held.due.ref)
    return redirect("finance:batch", held.batch_id) if held.batch_id else redirect("finance:pending")
