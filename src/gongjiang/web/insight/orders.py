"""督办单: the list with the late ones first, the page of one, and what may be done on it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, Q, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gongjiang.law.duty import ORDER_MOVES, OrderAct, OrderState
from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.orders import BY, issue, take
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.duty.models import Order
from gongjiang.office.duty.visible import answers_for, seen_by
from gongjiang.plans import plans
from gongjiang.web.finance.fields import done_by
from gongjiang.web.finance.words import clause_words
from gongjiang.web.insight.duty_forms import OrderForm
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now, today

PAGE = 50
OPEN = ~Q(state=OrderState.CLOSED)


@require_http_methods(["GET", "POST"])
@allowed("duty.see")
def index(request: HttpRequest) -> HttpResponse:
    me = actor(request)
    issues = may(me, "order.issue")
    if request.method == "POST" and not (issues and request.POST.get("act") == "issue"):
        raise Http404
    form, made = OrderForm(request, request.POST or None), list[Order]()

    def act(told: dict[str, Any]) -> None:
        made.append(issue(plans()[0], form.whose(), form.told(), me, now()))

    if request.method == "POST" and done_by(form, act):
        return redirect("insight:order", made[0].ref)
    late = Case(
        When(OPEN & Q(due_on__lt=today()), then=Value(0)), When(OPEN, then=Value(1)), default=Value(2)
    )
    found = seen_by(me, Order.objects.select_related("body")).order_by(late, "due_on", "pk")
    return render(request, "insight/orders.html", {
        "face": "duty", "tab": "orders", "form": form, "issues": issues, "today": today(),
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")), "clauses": clause_words(),
        "states": {state.value: state for state in OrderState},
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
@allowed("duty.see")
def one(request: HttpRequest, ref: str) -> HttpResponse:
    me = actor(request)
    held = get_object_or_404(seen_by(me, Order.objects.select_related("body", "issued_by")), ref=ref)
    if request.method == "POST" and acted(request, held, me):
        messages.success(request, _("已办理"))
        return redirect("insight:order", ref)
    return render(request, "insight/order.html", {
        "face": "duty", "tab": "orders", "held": held, "state": OrderState(held.state), "today": today(),
        "entries": held.entries.select_related("by"), "offers": offers(held, me), "given": request.POST,
        "acts": {act.value: act for act in OrderAct}, "clauses": clause_words(),
    })  # fmt: skip


def offers(held: Order, me: Actor) -> list[OrderAct]:
    return [
        act for act, (source, _goal) in ORDER_MOVES.items()
        if held.state == source and may(me, BY[act]) and (BY[act] != "duty.answer" or answers_for(me, held))
    ]  # fmt: skip


def acted(request: HttpRequest, held: Order, me: Actor) -> bool:
    name = request.POST.get("act", "")
    if name not in list(OrderAct):
        raise Http404
    try:
        take(held, OrderAct(name), request.POST.get("text", "").replace("\0", ""), me, now())
    except Refused as no:
        refused(request, no.said)
        return False
    return True
