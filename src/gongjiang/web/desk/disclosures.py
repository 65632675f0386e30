"""Whole numbers: read one with a reason; who read which and why, and emergencies, for those who watch."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gongjiang.law.policy import may
from gongjiang.office.clerk.disclosing import agree_emergency, ask_emergency, disclose, of
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.registry.models import Disclosure, Emergency, Person
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now

PAGE = 50
LONGEST = 10


@require_POST
@allowed("person.unmask")
def unmask(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Person, ref=ref)
    try:
        number = disclose(held, request.POST.get("reason", ""), actor(request), now())
    except Refused as no:
        refused(request, no.said)
        return redirect("desk:person", ref)
    answer = render(request, "desk/unmasked.html", {"face": "cases", "person": held, "number": number})
    answer["Cache-Control"] = "no-store"
    return answer


@require_http_methods(["GET", "POST"])
@allowed("disclosure.see")
def disclosures(request: HttpRequest) -> HttpResponse:
    """All of them for those who watch; their own for those who read."""
    if request.method == "POST":
        try:
            act(request)
        except Refused as no:
            refused(request, no.said)
        return redirect("desk:disclosures")
    me = actor(request)
    own = may(me, "person.unmask")
    reads = of(me) if own else Disclosure.objects.all()
    asked = Emergency.objects.select_related("asked_by", "agreed_by")
    pages = Paginator(reads.select_related("person", "by"), PAGE)
    return render(request, "desk/disclosures.html", {
        "face": "cases", "page": pages.get_page(request.GET.get("page")), "asks": own, "at": now().at,
        "emergencies": asked.filter(asked_by=me.user or 0)[:PAGE] if own else asked[:PAGE],
        "agrees": may(me, "emergency.agree"),
    })  # fmt: skip


def act(request: HttpRequest) -> None:
    me, said = actor(request), request.POST.get("emergency", "")
    if not said:
        ask_emergency(request.POST.get("reason", ""), me, now())
        messages.success(request, _("已提交，待另一人同意"))
        return
    whole = said.isascii() and said.isdigit() and len(said) < LONGEST
    found = Emergency.objects.filter(pk=said).first() if whole else None
    if found is None:
        raise refuse("请选择应急申请", "Choose which emergency")
    agree_emergency(found, me, now())
    messages.success(request, _("已同意，一小时内有效"))
