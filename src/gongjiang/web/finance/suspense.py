"""What the bank left open: the questions, and the page on which the maker says how one was settled."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.policy import may
from gongjiang.office.clerk import paying_asks
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.ledger.models import PendingAct, SuspenseItem
from gongjiang.office.ledger.suspense import Outcome
from gongjiang.web.finance.words import WORDS
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now

PAGE = 50
PARTS = ("batch", "reply_row__row__payable__person", "maker", "checker")


@require_GET
@allowed("money.see")
def index(request: HttpRequest) -> HttpResponse:
    found = SuspenseItem.objects.select_related(*PARTS).order_by("pk")
    done = request.GET.get("done") == "1"
    found = found.exclude(outcome="").order_by("-pk") if done else found.filter(outcome="")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "finance/suspense.html", {
        "face": "money", "tab": "suspense", "page": page, "done": done, **WORDS,
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
@allowed("money.see")
def one(request: HttpRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(SuspenseItem.objects.select_related(*PARTS), pk=pk)
    answers = may(actor(request), "batch.reply")
    if request.method == "POST":
        if not answers or request.POST.get("outcome", "") not in list(Outcome):
            raise Http404
        return _asked(request, held)
    waiting = PendingAct.objects.filter(item=held, state="waiting").select_related("maker").first()
    return render(request, "finance/item.html", {
        "face": "money", "tab": "suspense", "item": held, "answers_it": answers and not waiting,
        "waiting": waiting, **WORDS,
    })  # fmt: skip


def _asked(request: HttpRequest, held: SuspenseItem) -> HttpResponse:
    reason = request.POST.get("reason", "").strip()[:300]
    try:
        outcome = Outcome(request.POST["outcome"])
        paying_asks.ask_resolve(held, outcome, reason, actor(request), now())
        messages.success(request, _("已提交，待另一人复核后生效"))
    except Refused as no:
        refused(request, no.said)
    return redirect("finance:item", held.pk)
