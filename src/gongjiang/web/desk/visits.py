"""Inspections: planned for the shortlist, reported on a phone, signed by two, concerns cleared by another."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from gongjiang.law.terms import Role, State
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk import visiting
from gongjiang.office.clerk.photographing import LONGEST, MOST
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import User
from gongjiang.office.review.models import Concern, Photo, Visit
from gongjiang.office.review.visible import FOUND, visits_seen
from gongjiang.web.desk.photos import bring
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now

CHECKS = {
    "post": gettext_lazy("岗位属实，独立顶岗操作"),
    "skill": gettext_lazy("现场演示技能"),
    "apprentices": gettext_lazy("徒弟访谈"),
    "unit": gettext_lazy("单位意见"),
    "ethics": gettext_lazy("职业道德"),
}
CONCLUSIONS = {
    "pass": gettext_lazy("通过"),
    "concerns": gettext_lazy("有疑点"),
    "fail": gettext_lazy("不通过"),
}


class PlanForm(forms.Form):
    case = forms.ModelChoiceField(
        label=gettext_lazy("办件"), queryset=Case.objects.none(), to_field_name="ref"
    )
    on = forms.DateField(label=gettext_lazy("日期"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    place = forms.CharField(label=gettext_lazy("地点"), max_length=120)
    team = forms.ModelMultipleChoiceField(
        label=gettext_lazy("考察人员（两人以上）"),
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, open_cases: QuerySet[Case], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        case, team = self.fields["case"], self.fields["team"]
        assert isinstance(case, forms.ModelChoiceField)
        assert isinstance(team, forms.ModelMultipleChoiceField)
        case.queryset = open_cases
        case.label_from_instance = lambda obj: f"{obj.number} {obj.person.name}"  # type: ignore[method-assign]
        team.queryset = User.objects.filter(postings__role=Role.INSPECTOR).order_by("username").distinct()


@require_http_methods(["GET", "POST"])
@allowed("visit.plan")
def visits(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Round, ref=ref)
    open_cases = Case.objects.filter(round=held, state=State.INSPECTION, visit=None).select_related("person")
    form = PlanForm(open_cases, request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            visiting.plan_visit(
                asked["case"], asked["on"], asked["place"], list(asked["team"]), actor(request), now()
            )
            messages.success(request, _("已安排"))
            return redirect("desk:visits", ref)
        except Refused as no:
            refused(request, no.said)
    planned = (
        visits_seen(actor(request))
        .filter(case__round=held)
        .select_related("case__person", "case__employer")
        .prefetch_related(*FOUND)
        .order_by("planned_on", "pk")
    )
    return render(
        request,
        "desk/visits.html",
        {"face": "rounds", "round": held, "form": form, "visits": planned, "waiting": open_cases.count()},
    )


@require_http_methods(["GET", "POST"])
@login_required
def visit(request: HttpRequest, ref: str) -> HttpResponse:
    """The checklist, for the inspectors of this visit alone, while they are inspectors."""
    if Role.INSPECTOR not in actor(request).roles:
        raise Http404
    held = get_object_or_404(
        Visit.objects.select_related("case__person", "case__employer", "case__round"),
        ref=ref,
        inspectors__user=request.user,
    )
    given = request.POST.copy()
    if given.get("act") == "sign":
        given.clear()
    if request.method == "POST":
        try:
            if _act(request, held):
                return redirect("desk:visit", ref)
            del given["caption"]
        except Refused as no:
            refused(request, no.said)
    unsigned = held.inspectors.filter(user=request.user.pk, signed_at=None).exists()
    shown = {"face": "todo", "visit": held, "unsigned": unsigned, "given": given, **checklist(held)}
    return render(request, "desk/visit.html", shown)


def checklist(held: Visit) -> dict[str, Any]:
    inspectors, photos = (
        held.inspectors.select_related("user").order_by("pk"),
        Photo.objects.filter(visit=held),
    )
    signed = sum(one.signed_at is not None for one in inspectors)
    open_yet = held.case.state == State.INSPECTION and signed < visiting.TEAM
    return {
        "photos": photos.select_related("by").order_by("pk"),
        "takes": open_yet and photos.count() < MOST,
        "most": MOST,
        "longest": LONGEST,
        "rows": [(key, said, held.checks.get(key, {})) for key, said in CHECKS.items()],
        "conclusions": CONCLUSIONS.items(),
        "inspectors": inspectors,
        "concerns": held.concerns.order_by("pk"),
    }


def _act(request: HttpRequest, held: Visit) -> bool:
    """Whether all is kept; a photo leaves what was typed beside it as it stands on the page."""
    act = request.POST.get("act")
    if act == "sign":
        visiting.sign_visit(held, actor(request), now())
    elif act == "photo":
        bring(request, held)
        messages.success(request, _("照片已添加"))
        return False
    else:
        if request.FILES.get("file"):
            bring(request, held)
        _report(request, held)
    messages.success(request, _("已保存"))
    return True


def _report(request: HttpRequest, held: Visit) -> None:
    given = request.POST
    checks = {key: given.get(f"check-{key}", "") for key in CHECKS}
    notes = {key: given.get(f"note-{key}", "").strip()[:200] for key in CHECKS}
    concerns = [line.strip()[:300] for line in given.get("concerns", "").splitlines() if line.strip()]
    visiting.report_visit(
        held,
        checks,
        notes,
        given.get("mark", ""),
        concerns,
        given.get("conclusion", ""),
        actor(request),
        now(),
    )


@require_POST
@allowed("visit.clear")
def clear(request: HttpRequest, pk: int) -> HttpResponse:
    concern = get_object_or_404(Concern.objects.select_related("visit__case__round"), pk=pk)
    try:
        visiting.clear_concern(concern, request.POST.get("how", "").strip()[:300], actor(request), now())
        messages.success(request, _("已销号"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:case", concern.visit.case.ref)
