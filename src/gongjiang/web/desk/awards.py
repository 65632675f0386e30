"""The catalogue of awards at the desk, and whom each would suit; the reserve pool beside it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.telling import show
from gongjiang.law.terms import HonourLevel, State
from gongjiang.office.cases.models import LogRow
from gongjiang.office.clerk import awards as clerk
from gongjiang.office.clerk.facts_gathered import read
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import Award
from gongjiang.plans import plans
from gongjiang.web.desk.register_forms import DATE, words_of
from gongjiang.web.replies import in_words, refused
from gongjiang.web.visitor import actor, allowed, now, today

PAGE = 50


class AwardForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("名称"), max_length=80)
    name_en = forms.CharField(label=gettext_lazy("英文名称"), max_length=120, required=False)
    level = forms.ChoiceField(label=gettext_lazy("层级"))
    giver = forms.CharField(label=gettext_lazy("评选单位"), max_length=80, required=False)
    opens_on = forms.DateField(label=gettext_lazy("申报开始"), widget=DATE, required=False)
    closes_on = forms.DateField(label=gettext_lazy("申报截止"), widget=DATE, required=False)
    places = forms.IntegerField(label=gettext_lazy("推荐名额"), min_value=0, max_value=999)
    central_apart = forms.BooleanField(label=gettext_lazy("中央企业人员走本系统渠道"), required=False)
    rules = forms.CharField(label=gettext_lazy("自身条件"), max_length=400, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = words_of(HonourLevel)  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@allowed("register.keep")
def awards(request: HttpRequest) -> HttpResponse:
    form = AwardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            held = clerk.keep_award(clerk.NewAward(**form.cleaned_data), actor(request), now())
            messages.success(request, _("已登记"))
            return redirect("desk:award", held.ref)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    page = Paginator(Award.objects.all(), PAGE).get_page(request.GET.get("page"))
    return render(
        request, "desk/awards.html", {"face": "registers", "page": page, "form": form, "today": today()}
    )


@require_http_methods(["GET", "POST"])
@allowed("register.keep")
def award(request: HttpRequest, ref: str) -> HttpResponse:
    """Whom it would suit, with what speaks against the others; a file is opened with one click."""
    held = get_object_or_404(Award, ref=ref)
    if request.method == "POST":
        try:
            case = clerk.propose(held, request.POST.get("certificate", "")[:30], actor(request), now())
            return redirect("desk:case", case.ref)
        except Refused as no:
            refused(request, no.said)
            return redirect("desk:award", ref)
    found = clerk.candidates(held, today())
    return render(request, "desk/award.html", {
        "face": "registers", "award": held, "suits": [one for one in found if not one.against],
        "others": [one for one in found if one.against],
    })  # fmt: skip


@require_GET
@allowed("round.see")
def pool(request: HttpRequest) -> HttpResponse:
    """The reserve pool: whom employers honoured, verified or kept as not verified."""
    page = Paginator(pooled(request.GET.get("q", "").strip()[:40]), PAGE).get_page(request.GET.get("page"))
    logs = {
        (scheme.slug, log.name): log for plan in plans() for scheme in plan.schemes for log in scheme.logs
    }
    rows = []
    for row in page:
        log = logs[row.case.scheme, row.log]
        told = read(log.record, row.told)
        rows.append((row, [show(told[name]) for name in log.fields if told.get(name) is not None]))
    return render(
        request, "desk/pool.html", {"face": "registers", "page": page, "rows": rows, "asked": request.GET}
    )


def pooled(text: str) -> QuerySet[LogRow]:
    kept = [(s.slug, log.name) for plan in plans() for s in plan.schemes for log in s.logs if log.feeds_pool]
    found = LogRow.objects.filter(
        case__scheme__in=[slug for slug, _ in kept], log__in=[name for _, name in kept], struck_on=None,
        case__state__in=(State.ON_RECORD, State.UNVERIFIED),
    )  # fmt: skip
    if text:
        found = found.filter(person__name__contains=text) | found.filter(case__employer__name__contains=text)
    return found.select_related("person", "case__employer").order_by("-pk")
