"""随机抽查: fix whom it may fall on, draw by a public value, say what was found, draw again to check."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.policy import may
from gongjiang.law.words import Words
from gongjiang.office.clerk import inspecting
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.ledger.models import Sample, SampleItem, Verdict
from gongjiang.office.ledger.models.payable import paid_to
from gongjiang.office.ledger.sampling import Scope, replayed
from gongjiang.web.finance.budget import uses_in_words
from gongjiang.web.finance.fields import EARLIEST, LATEST, Spoken, done_by
from gongjiang.web.finance.words import WORDS, clause_words
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now, today

PAGE = 50
EVERYTHING = Words("全部资金与项目", "Every fund and line")


class FreezeForm(Spoken):
    """The population and the source, before anybody knows the value."""

    year = forms.IntegerField(label=gettext_lazy("预算年度"), min_value=EARLIEST, max_value=LATEST)
    use = forms.ChoiceField(label=gettext_lazy("范围"), required=False)
    count = forms.IntegerField(label=gettext_lazy("抽取笔数"), min_value=1, max_value=10_000)
    source = forms.CharField(
        label=gettext_lazy("公开随机源"), max_length=200,
        help_text=gettext_lazy("须在公布之前写明，例如“下周二开奖的双色球红球号码，按顺序”"),
    )  # fmt: skip

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("use", {"": EVERYTHING, **uses_in_words()})

    def scope(self) -> Scope:
        fund, _sign, line = self.cleaned_data["use"].partition("|")
        return Scope(self.cleaned_data["year"], fund, line)


class DrawForm(Spoken):
    seed = forms.CharField(label=gettext_lazy("公布的随机值"), max_length=200)


@require_http_methods(["GET", "POST"])
@allowed("money.see")
def index(request: HttpRequest) -> HttpResponse:
    freezes = may(actor(request), "sample.freeze")
    if request.method == "POST" and not (freezes and request.POST.get("act") == "freeze"):
        raise Http404
    form, made = FreezeForm(request, request.POST or None, initial={"year": today().year}), []

    def act(told: dict[str, Any]) -> None:
        asked = form.scope(), told["count"], told["source"]
        made.append(inspecting.freeze_population(*asked, actor(request), now()))

    if request.method == "POST" and done_by(form, act):
        return redirect("finance:sample", made[0].ref)
    problem = Count("items", filter=Q(items__finding__verdict=Verdict.PROBLEM))
    told = Sample.objects.select_related("frozen_by", "drawn__by").defer("population").order_by("-pk")
    found = told.annotate(looked=Count("items__finding"), problems=problem)
    return render(request, "finance/samples.html", {
        "face": "money", "tab": "samples", "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "form": form, "freezes": freezes, "clauses": clause_words(), **WORDS,
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
@allowed("money.see")
def one(request: HttpRequest, ref: str) -> HttpResponse:
    held, me = (
        get_object_or_404(Sample.objects.select_related("frozen_by", "drawn__by"), ref=ref),
        actor(request),
    )
    drawn = getattr(held, "drawn", None)
    form = DrawForm(request, request.POST if request.method == "POST" and not drawn else None)
    if request.method == "POST":
        if not may(me, "sample.find" if drawn else "sample.draw"):
            raise Http404
        if drawn:
            return found_out(request, held)
        if done_by(form, lambda told: inspecting.draw_sample(held, told["seed"], me, now())):
            return redirect("finance:sample", ref)
    parts = (*paid_to("payable"), "finding__by")
    items = held.items.select_related(*parts).prefetch_related("recoveries").order_by("place")
    return render(request, "finance/sample.html", {
        "face": "money", "tab": "samples", "held": held, "drawn": drawn, "form": form,
        "page": Paginator(items, PAGE).get_page(request.GET.get("page")),
        "replayed": replayed(held) if drawn and request.GET.get("replay") == "1" else None,
        "finds": may(me, "sample.find"), "draws": may(me, "sample.draw"),
        "recovers": may(me, "recovery.enter"), "clauses": clause_words(), **WORDS,
    })  # fmt: skip


def found_out(request: HttpRequest, held: Sample) -> HttpResponse:
    """The finding of one payment that was drawn; said back where it does not do."""
    place, verdict = request.POST.get("place", ""), request.POST.get("verdict", "")
    if not (place.isascii() and place.isdigit() and len(place) < 6) or verdict not in list(Verdict):
        raise Http404
    item = get_object_or_404(
        SampleItem.objects.select_related("payable", "sample"), sample=held, place=int(place)
    )
    note = request.POST.get("note", "").strip()[:300]
    try:
        inspecting.find(item, Verdict(verdict), note, actor(request), now())
    except Refused as no:
        refused(request, no.said)
    page = request.GET.get("page", "")
    return redirect(f"{request.path}?page={page}" if page.isdigit() else request.path)


@require_GET
@allowed("money.see")
def population(request: HttpRequest, ref: str) -> HttpResponse:
    """The population as it was fixed, byte for byte: whoever hashes it finds the hash that was recorded."""
    held = get_object_or_404(Sample, ref=ref)
    answer = HttpResponse(bytes(held.population), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="population-{held.pk}.txt"'
    answer["Cache-Control"] = "no-store"
    return answer
