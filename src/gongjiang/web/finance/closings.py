"""月结与结转: which months of which line are closed, what stood in them, and what went to the next year."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.policy import may
from gongjiang.office.clerk import keeping_asks
from gongjiang.office.ledger.budget import LineSummary, summaries
from gongjiang.office.ledger.carrying_over import LAST_DAY
from gongjiang.office.ledger.closing import closed_balances, last_day, next_months
from gongjiang.office.ledger.folding import SIDES
from gongjiang.office.ledger.lines import Line, chart
from gongjiang.office.ledger.models import Account, Asked, MonthClose, PendingAct
from gongjiang.web.finance.fields import Spoken, done_by, sent
from gongjiang.web.finance.home import chosen
from gongjiang.web.finance.words import WORDS, clause_words
from gongjiang.web.visitor import actor, allowed, now, today


class CarryForm(Spoken):
    document = forms.CharField(label=gettext_lazy("结转文号"), max_length=80)


@require_http_methods(["GET", "POST"])
@allowed("money.see")
def index(request: HttpRequest) -> HttpResponse:
    years = list(Account.objects.order_by("-year").values_list("year", flat=True).distinct())
    year = chosen(request.GET.get("year", ""), years)
    found, me = summaries(year), actor(request)
    given = None
    if request.method == "POST":
        given = asked_of(request, found)
        if given is None:
            return sent(request)
    closes = (
        MonthClose.objects.filter(year=year).select_related("maker", "checker").order_by("-month", "line")
    )
    return render(request, "finance/closings.html", {
        "face": "money", "tab": "closings", "years": years, "year": year, "closes": closes,
        "rows": rows(found, given, request), "may_close": may(me, "month.close"),
        "may_carry": may(me, "budget.carry"), "ended": today() >= today().replace(year, *LAST_DAY),
        "clauses": clause_words(), **WORDS,
    })  # fmt: skip


def rows(
    found: list[LineSummary], given: dict[str, Spoken] | None, request: HttpRequest
) -> list[dict[str, Any]]:
    """Each line with the month to close next; a line that waits for its checker says so."""
    kinds = (Asked.CLOSE, Asked.CARRY)
    waiting = PendingAct.objects.filter(kind__in=kinds, state="waiting").values_list("kind", "facts")
    busy = {(kind, facts["fund"], facts["year"], facts["line"]) for kind, facts in waiting}
    month, told = next_months(found[0].line.year) if found else {}, []
    for one in found:
        line, key = one.line, f"{one.line.fund}|{one.line.year}|{one.line.line}"
        of = (line.fund, line.year, line.line)
        following = month.get(line)
        told.append({
            "summary": one, "key": key, "month": following,
            "over": following is not None and today() > last_day(following),
            "closing": (Asked.CLOSE, *of) in busy, "carrying": (Asked.CARRY, *of) in busy,
            "form": (given or {}).get(key) or CarryForm(request, auto_id=f"{line.line}-%s"),
        })  # fmt: skip
    return told


def asked_of(request: HttpRequest, found: list[LineSummary]) -> dict[str, Spoken] | None:
    """One button of one line: close its month, or carry its year over. None when it waits for its checker."""
    me, name = actor(request), request.POST.get("act", "")
    line = next(
        (s.line for s in found if request.POST.get("line") == f"{s.line.fund}|{s.line.year}|{s.line.line}"),
        None,
    )
    power = {"close": "month.close", "carry": "budget.carry"}.get(name, "")
    if line is None or not power or not may(me, power):
        raise Http404
    form: Spoken = CarryForm(request, request.POST) if name == "carry" else Spoken(request, request.POST)

    def act(told: dict[str, Any]) -> None:
        if name == "carry":
            keeping_asks.ask_carry(line, told["document"], me, now())
        else:
            keeping_asks.ask_close(line, me, now())

    return None if done_by(form, act) else {request.POST["line"]: form}


@require_GET
@allowed("money.see")
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A closed month: what every account held, beside the same folded again from the transfers."""
    held = get_object_or_404(MonthClose.objects.select_related("maker", "checker"), pk=pk)
    line = Line(held.fund, held.year, held.line)
    again = {one.account.code: one for one in closed_balances(held, chart(line))}
    balances = list(held.balances.select_related("account"))
    same = all(getattr(b, side) == getattr(again[b.account.code], side) for b in balances for side in SIDES)
    return render(request, "finance/closing.html", {
        "face": "money", "tab": "closings", "held": held, "balances": balances, "same": same,
        "clauses": clause_words(), **WORDS,
    })  # fmt: skip
