"""The city's decision, the lists it rests on and the record of the draw."""

import json

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk import resolving
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.honours.models import Resolution
from gongjiang.office.review.models import Draw, Ranking
from gongjiang.web.replies import in_words
from gongjiang.web.visitor import actor, allowed, now, today


class ResolutionForm(forms.Form):
    document = forms.CharField(label=gettext_lazy("文号"), max_length=80)
    on = forms.DateField(label=gettext_lazy("审定日期"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    signer = forms.CharField(label=gettext_lazy("签发人"), max_length=60)
    meeting = forms.CharField(label=gettext_lazy("会议"), max_length=80, required=False)


@require_http_methods(["GET", "POST"])
@allowed("resolution.enter")
def resolve(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Round, ref=ref)
    form = ResolutionForm(request.POST or None, initial={"on": today()})
    noticed = resolving.standing_on_notice(held.scheme, held)
    if request.method == "POST" and form.is_valid():
        chosen = list(
            Case.objects.filter(round=held, ref__in=request.POST.getlist("case")).select_related("person")
        )
        try:
            made = resolving.enter_resolution(
                held.scheme, held, **form.cleaned_data, cases=chosen, actor=actor(request), now=now()
            )
            if not made.equal:
                messages.warning(request, _("已登记；名单与公示名单（除取消者外）不一致，不能据此审定"))
            else:
                messages.success(request, _("已登记"))
            return redirect("desk:round", ref)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    return render(request, "desk/resolve.html", {
        "face": "rounds", "round": held, "form": form, "noticed": noticed,
        "entered": Resolution.objects.filter(round=held).order_by("pk"),
    })  # fmt: skip


@require_GET
@allowed("round.see")
def ranking(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    held = get_object_or_404(Ranking.objects.select_related("round", "fixed_by"), round__ref=ref, stage=stage)
    placings = held.placings.select_related("case__person", "case__employer", "case__body")
    return render(
        request,
        "desk/ranking.html",
        {"face": "rounds", "ranking": held, "round": held.round, "placings": placings},
    )


@require_GET
@allowed("round.see")
def bundle(request: HttpRequest, ref: str, attempt: int) -> HttpResponse:
    """The record of the draw that anyone can replay."""
    draw = get_object_or_404(Draw, round__ref=ref, attempt=attempt)
    if not draw.bundle:
        raise Http404
    answer = HttpResponse(
        json.dumps(draw.bundle, ensure_ascii=False, indent=1), content_type="application/json"
    )
    answer["Content-Disposition"] = f'attachment; filename="draw-{draw.round.code}-{attempt}.json"'
    return answer
