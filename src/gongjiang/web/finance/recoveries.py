"""追缴: what is owed back and overdue; a debt with its plan, what came of it, and what is asked next."""

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.capital import capital
from gongjiang.law.policy import may
from gongjiang.office.clerk import keeping_asks
from gongjiang.office.ledger.debts import Debt, debt, debts, with_moves
from gongjiang.office.ledger.models import DebtState, Payable, PayableState, PendingAct, Recovery, SampleItem
from gongjiang.office.ledger.models.payable import PAID_TO
from gongjiang.office.ledger.recovering import recoverable
from gongjiang.web.finance.fields import DAY, PlanForm, Spoken, YuanField, done_by, sent
from gongjiang.web.finance.words import WORDS, clause_words
from gongjiang.web.visitor import actor, allowed, now, today

PAGE = 50


class RecoverForm(Spoken, PlanForm):
    """A debt against one payment."""

    amount = YuanField(label=gettext_lazy("追缴金额（元）"), max_length=20)
    ground = forms.CharField(label=gettext_lazy("事由"), max_length=120)
    document = forms.CharField(label=gettext_lazy("决定文号"), max_length=80)
    field_order = ("amount", "ground", "document", "parts", "first", "lines")


class RepayForm(Spoken):
    amount = YuanField(label=gettext_lazy("到账金额（元）"), max_length=20)
    received_on = forms.DateField(label=gettext_lazy("到账日期"), widget=DAY)
    serial = forms.CharField(label=gettext_lazy("银行流水号"), max_length=60)


class ReplanForm(Spoken, PlanForm):
    """A plan agreed anew for the whole debt."""


class WriteOffForm(Spoken):
    document = forms.CharField(label=gettext_lazy("核销文号"), max_length=80)
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=200, widget=forms.Textarea({"rows": 2}))


@require_GET
@allowed("money.see")
def index(request: HttpRequest) -> HttpResponse:
    """Every debt with its state of today; the filter is over all of them, so it reads them all."""
    asked, day = request.GET.get("state", ""), today()
    found = debts(with_moves(Recovery.objects.order_by("-pk")), day)
    shown = [one for one in found if asked not in list(DebtState) or one.state == asked]
    sums = {
        "amount": sum(one.recovery.amount for one in found), "received": sum(one.received for one in found),
        "outstanding": sum(one.outstanding for one in found), "overdue": sum(one.overdue for one in found),
        "written_off": sum(one.written_off for one in found),
    }  # fmt: skip
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    return render(request, "finance/recoveries.html", {
        "face": "money", "tab": "recoveries", "page": page, "sums": sums, "asked": asked, **WORDS,
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
@allowed("money.see")
def one(request: HttpRequest, ref: str) -> HttpResponse:
    held = debt(get_object_or_404(with_moves(Recovery.objects.all()), ref=ref), today())
    enters = may(actor(request), "recovery.enter")
    if request.method == "POST" and not (enters and request.POST.get("act") in FORMS):
        raise Http404
    given = asked_of(request, held) if request.method == "POST" else {}
    if given is None:
        return sent(request)
    return render(request, "finance/recovery.html", {
        "face": "money", "tab": "recoveries", "debt": held, "held": held.recovery,
        "capital": capital(held.recovery.amount), "enters": enters and held.outstanding,
        "forms": {name: given.get(name, kind(request, initial=first_of(held, name)))
                  for name, kind in FORMS.items()},
        "waiting": PendingAct.objects.filter(recovery=held.recovery, state="waiting").select_related("maker"),
        "clauses": clause_words(), **WORDS,
    })  # fmt: skip


FORMS: dict[str, type[Spoken]] = {"repay": RepayForm, "plan": ReplanForm, "write_off": WriteOffForm}


def first_of(held: Debt, name: str) -> dict[str, Any]:
    """What is offered before anything is typed: the next instalment, today."""
    if name != "repay":
        return {}
    rest = held.next.rest if held.next else held.outstanding
    return {"amount": f"{rest // 100}.{rest % 100:02d}", "received_on": today()}


def asked_of(request: HttpRequest, held: Debt) -> dict[str, Spoken] | None:
    """The form that was sent, with what is wrong with it; None when it waits for its checker."""
    name, me, moment = request.POST["act"], actor(request), now()
    form, recovery = FORMS[name](request, request.POST), held.recovery

    def act(told: dict[str, Any]) -> None:
        if isinstance(form, ReplanForm):
            keeping_asks.ask_plan(recovery, form.plan(recovery.amount), me, moment)
        elif name == "repay":
            keeping_asks.ask_repayment(recovery, **told, actor=me, now=moment)
        else:
            keeping_asks.ask_write_off(recovery, **told, actor=me, now=moment)

    return None if done_by(form, act) else {name: form}


@require_http_methods(["GET", "POST"])
@allowed("recovery.enter")
def recover(request: HttpRequest, ref: str) -> HttpResponse:
    """Open a debt on a paid payable; from an inspection, with its finding."""
    held = get_object_or_404(Payable.objects.select_related(*PAID_TO), ref=ref)
    rest = recoverable(held)
    if held.state != PayableState.PAID or not rest:
        return redirect("finance:payable", ref)
    item = inspected(request, held)
    start = {"amount": f"{rest // 100}.{rest % 100:02d}", "ground": item.finding.note[:120] if item else ""}
    form = RecoverForm(request, request.POST or None, initial=start)

    def act(told: dict[str, Any]) -> None:
        plan: list[tuple[date, int]] = form.plan(told["amount"])
        decided = told["amount"], told["ground"], told["document"]
        keeping_asks.ask_recovery(held, *decided, plan, actor(request), now(), item=item)

    if request.method == "POST" and done_by(form, act):
        return sent(request)
    given = held.recoveries.aggregate(sum=Sum("amount"))["sum"] or 0
    return render(request, "finance/recover.html", {
        "face": "money", "tab": "recoveries", "held": held, "form": form, "given": given,
        "item": item, **WORDS,
    })  # fmt: skip


def inspected(request: HttpRequest, held: Payable) -> SampleItem | None:
    """The finding this comes from, when the address names one of this payment."""
    asked = request.GET.get("item", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 15):
        return None
    found = SampleItem.objects.filter(pk=int(asked), payable=held, finding__verdict="problem")
    return found.select_related("finding").first()
