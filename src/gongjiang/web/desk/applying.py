"""Applying: what a person or a unit may ask for of their own accord, and the form, read off the scheme."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gongjiang.law.beginning import by_office, may_apply
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import SkillLevel
from gongjiang.office.clerk.applying import Beside, Printed, apply
from gongjiang.office.clerk.beginning import closed
from gongjiang.office.clerk.classes import send_trainees
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import NominatingBody
from gongjiang.office.registry.sheets.reading import BIGGEST
from gongjiang.plans import NoSuchScheme, plan_of, plans
from gongjiang.web.desk.cases import seen
from gongjiang.web.desk.filing import form_for
from gongjiang.web.desk.nominating import running
from gongjiang.web.fact_fields import plain
from gongjiang.web.replies import in_words, refused, said
from gongjiang.web.visitor import actor, now, today

CERTIFICATE = "certificate_number"


class PrintedForm(forms.Form):
    """What stands on the certificate, beside its number."""

    level = forms.ChoiceField(label=gettext_lazy("等级"))
    occupation = forms.CharField(label=gettext_lazy("职业（工种）"), max_length=60)
    issued_on = forms.DateField(
        label=gettext_lazy("发证日期"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    issuer = forms.CharField(label=gettext_lazy("发证机构"), max_length=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels: list[tuple[str, Any]] = [("", gettext_lazy("请选择"))]
        levels += [(level.value, said(level.said)) for level in SkillLevel if level is not SkillLevel.NONE]
        self.fields["level"].choices = levels  # type: ignore[attr-defined]


@require_GET
@login_required
def offers(request: HttpRequest) -> HttpResponse:
    me = actor(request)
    schemes = [scheme for plan in plans() for scheme in plan.schemes if may_apply(scheme, me)]
    reasons = [(scheme, closed(scheme, me, today())) for scheme in schemes]
    return render(request, "desk/applying.html", {
        "face": "apply", "schemes": [scheme for scheme, no in reasons if no is None],
        "closed": [(scheme, no) for scheme, no in reasons if no], "rounds": running(me, today()),
    })  # fmt: skip


class BesideForm(forms.Form):
    """What goes with an application: who recommends the unit, or whom the office opens a file for."""

    body = forms.ModelChoiceField(NominatingBody.objects.all(), label=gettext_lazy("推荐单位"))
    about = forms.CharField(label=gettext_lazy("对象的称号证书编号"), max_length=30)

    def __init__(self, scheme: Scheme, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not scheme.round_terms.criteria:
            del self.fields["body"]
        if not by_office(scheme):
            del self.fields["about"]


@require_http_methods(["GET", "POST"])
@login_required
def form(request: HttpRequest, slug: str) -> HttpResponse:
    scheme = _scheme(request, slug)
    if why := closed(scheme, actor(request), today()):
        return render(request, "desk/apply_closed.html", {"face": "apply", "scheme": scheme, "reason": why})
    given = request.POST or None
    asked, beside = form_for(scheme)(given), BesideForm(scheme, given)
    printed = PrintedForm(given) if CERTIFICATE in scheme.once else None
    valid = [held.is_valid() for held in (beside, asked, printed) if held is not None]
    if request.method == "POST" and all(valid):
        try:
            told = Printed(**printed.cleaned_data) if printed else None
            with_it = Beside(printed=told, **beside.cleaned_data)
            case = apply(scheme, plain(asked.cleaned_data), with_it, actor(request), now())
            messages.success(request, _("已开立，请核对后提交"))
            return redirect("desk:case", case.ref)
        except Refused as no:
            asked.add_error(None, in_words(request, no.said))
    shown = {"face": "todo", "scheme": scheme, "form": asked, "printed": printed, "beside": beside}
    return render(request, "desk/apply.html", shown)


def _scheme(request: HttpRequest, slug: str) -> Scheme:
    try:
        scheme = plan_of(slug)[slug]
    except NoSuchScheme:
        raise Http404 from None
    if not may_apply(scheme, actor(request)):
        raise Http404
    return scheme


@require_POST
@login_required
def trainees(request: HttpRequest, ref: str) -> HttpResponse:
    """The roster of a class, sent from the page of its case."""
    held = seen(request, ref)
    file = request.FILES.get("file")
    if file is None or isinstance(file, list) or not file.size or file.size > BIGGEST:
        messages.error(request, _("请选择 xlsx 或 csv 文件，至多 20 MB"))
        return redirect("desk:case", ref)
    try:
        many = send_trainees(held, file.read(), actor(request), now())
        messages.success(request, ngettext("已收学员 %(n)s 人", "已收学员 %(n)s 人", many) % {"n": many})
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:case", ref)
