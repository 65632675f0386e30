"""Rosters of claims: sent here, taken in in the background, each row's fate to be read."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gongjiang.law.policy import may
from gongjiang.law.terms import EXITS, Role
from gongjiang.office.cases.models import Case, Roster
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.roster_acts import begin_act
from gongjiang.office.clerk.rosters import send_roster
from gongjiang.office.registry.models import Organisation
from gongjiang.office.registry.sheets.claim_columns import COLUMNS
from gongjiang.office.registry.sheets.reading import BIGGEST
from gongjiang.plans import plans
from gongjiang.plans import scheme as scheme_of
from gongjiang.web.desk.asks import sent
from gongjiang.web.replies import in_words, refused
from gongjiang.web.visitor import actor, allowed, now

PAGE = 50
UNFINISHED = ("waiting", "working")


class RosterForm(forms.Form):
    scheme = forms.ChoiceField(label=gettext_lazy("事项"))
    file = forms.FileField(label=gettext_lazy("花名册（xlsx、csv，至多 20 MB）"), max_length=160)

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request.POST or None, request.FILES or None)
        taking = [scheme for plan in plans() for scheme in plan.schemes if scheme.roster]
        self.fields["scheme"].choices = [(s.slug, in_words(request, s.said)) for s in taking]  # type: ignore[attr-defined]

    def clean_file(self) -> bytes:
        held = self.cleaned_data["file"]
        if held.size > BIGGEST:
            raise forms.ValidationError(_("文件超过 20 MB"))
        self.name = str(held.name)
        data: bytes = held.read()
        return data


def seen(request: HttpRequest) -> QuerySet[Roster]:
    """The rosters this person may see: a unit its own, the office all."""
    who = actor(request)
    if who.roles <= {Role.EMPLOYER}:
        units = [post.organisation for post in who.posts if post.role is Role.EMPLOYER]
        return Roster.objects.filter(sender__in=[unit for unit in units if unit])
    return Roster.objects.all()


@require_http_methods(["GET", "POST"])
@allowed("roster.see")
def index(request: HttpRequest) -> HttpResponse:
    form = RosterForm(request)
    sending = may(actor(request), "roster.send")
    if request.method == "POST" and sending and form.is_valid():
        try:
            asked = form.cleaned_data
            made = send_roster(
                scheme_of(asked["scheme"]),
                asked["file"],
                form.name,
                sender(request),
                {},
                actor(request),
                now(),
            )
            messages.success(request, _("已收到，正在后台逐行核对"))
            return redirect("desk:roster", made.ref)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    page = Paginator(seen(request).select_related("by", "sender"), PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/rosters.html", {
        "face": "claims", "form": form, "sending": sending, "page": page, "columns": COLUMNS,
    })  # fmt: skip


def sender(request: HttpRequest) -> Organisation | None:
    """The unit whose clerk sends it; the office's own officers send for anybody."""
    posts = actor(request).posts
    units = [post.organisation or 0 for post in posts if post.role is Role.EMPLOYER]
    return Organisation.objects.filter(pk__in=units[:1]).first()


@require_GET
@allowed("roster.see")
def roster(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(seen(request).select_related("by", "sender"), ref=ref)
    faults = Paginator(held.faults.all(), PAGE).get_page(request.GET.get("page"))
    doubts = Paginator(held.doubts.all(), PAGE).get_page(request.GET.get("doubts"))
    first = Case.objects.filter(roster=held).order_by("row").select_related("person", "employer")[:PAGE]
    acts = list(held.acts.select_related("by")[:10])
    working = held.state in UNFINISHED or any(act.state in UNFINISHED for act in acts)
    scheme = scheme_of(held.scheme)
    return render(request, "desk/roster.html", {
        "face": "claims", "roster": held, "page": faults, "unfinished": working, "scheme": scheme,
        "doubts": doubts, "doubted": by_row(held, {one.row for one in doubts}),
        "cases": first, "acts": acts, "offers": [] if working else offered(request, held),
        "steps": {step.name: step.said for step in scheme.procedure.steps},
    })  # fmt: skip


def by_row(held: Roster, rows: set[int]) -> dict[int, Case]:
    """The cases that these rows became."""
    return {case.row or 0: case for case in Case.objects.filter(roster=held, row__in=rows)}


def offered(request: HttpRequest, held: Roster) -> list[dict[str, Any]]:
    """The steps that this person could take on the whole roster, each with how many cases stand before it."""
    standing = Case.objects.filter(roster=held).values_list("state").annotate(Count("pk"))
    counts = dict(standing.order_by("state"))
    steps = [step for step in scheme_of(held.scheme).procedure.steps if step.by in actor(request).roles]
    before = [(step, sum(counts.get(state, 0) for state in step.sources)) for step in steps]
    return [
        {"step": step, "count": many, "asks": step.asks}
        for step, many in before
        if many and step.target and step.target not in EXITS
    ]


@require_POST
@allowed("roster.see")
def act(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """One step for every case of the roster; the count is typed, so nobody presses this by mistake."""
    held = get_object_or_404(seen(request), ref=ref)
    offer = next((one for one in offered(request, held) if one["step"].name == name), None)
    if offer is None:
        raise Http404
    if request.POST.get("count", "").strip() != str(offer["count"]):
        messages.error(request, _("请准确填写件数"))
        return redirect("desk:roster", ref)
    try:
        begin_act(held, name, sent(offer["step"], request.POST), actor(request), now())
        messages.success(request, _("已在后台办理，办完后在此显示结果"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:roster", ref)
