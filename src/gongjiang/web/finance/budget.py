"""What the maker enters about the budget: appropriations, and which fund may pay for which line."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gongjiang.law.terms import Fund
from gongjiang.law.words import Words
from gongjiang.office.clerk import paying_asks
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import FundUse
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.web.finance.fields import DAY, EARLIEST, LATEST, Spoken, YuanField, sent
from gongjiang.web.finance.words import WORDS, clause_words
from gongjiang.web.replies import in_words
from gongjiang.web.visitor import actor, allowed, now, today


class AppropriationForm(Spoken):
    use = forms.ChoiceField(label=gettext_lazy("资金来源与项目"))
    year = forms.IntegerField(label=gettext_lazy("预算年度"), min_value=EARLIEST, max_value=LATEST)
    amount = YuanField(label=gettext_lazy("金额（元）"), max_length=20)
    document = forms.CharField(label=gettext_lazy("依据文号"), max_length=80)
    grounds = forms.ChoiceField(label=gettext_lazy("指标来源"))

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("use", uses_in_words())
        self.offer("grounds", WORDS["grounds"])

    def line(self) -> Line:
        fund, line = self.cleaned_data["use"].split("|")
        return Line(fund, self.cleaned_data["year"], line)


class UseForm(Spoken):
    fund = forms.ChoiceField(label=gettext_lazy("资金来源"))
    line = forms.ChoiceField(label=gettext_lazy("项目"))
    document = forms.CharField(label=gettext_lazy("依据文号"), max_length=80)
    since = forms.DateField(label=gettext_lazy("自"), widget=DAY)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("fund", {fund.value: fund.said for fund in Fund})
        titles = clause_words().items()
        self.offer("line", {ref: Words(f"{ref} {s.zh}", f"{ref} {s.en}") for ref, s in titles})


def uses_in_words() -> dict[str, Words]:
    """The pairs of fund and line that somebody entered with a document."""
    titles, none = clause_words(), Words("", "")
    pairs = FundUse.objects.order_by("fund", "line").values_list("fund", "line").distinct()
    return {
        f"{fund}|{line}": Words(
            f"{Fund(fund).zh} · {line} {titles.get(line, none).zh}",
            f"{Fund(fund).en} · {line} {titles.get(line, none).en}",
        )
        for fund, line in pairs
    }


@require_http_methods(["GET", "POST"])
@allowed("budget.appropriate")
def appropriate(request: HttpRequest) -> HttpResponse:
    form = AppropriationForm(request, request.POST or None, initial={"year": today().year})
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            paying_asks.ask_appropriation(form.line(), asked["amount"], asked["document"],
                                          Grounds(asked["grounds"]), actor(request), now())  # fmt: skip
            return sent(request)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    return render(request, "finance/appropriate.html", {"face": "money", "tab": "home", "form": form})


@require_http_methods(["GET", "POST"])
@allowed("budget.appropriate")
def uses(request: HttpRequest) -> HttpResponse:
    form = UseForm(request, request.POST or None, initial={"since": today()})
    if request.method == "POST" and form.is_valid():
        try:
            paying_asks.ask_use(**form.cleaned_data, actor=actor(request), now=now())
            return sent(request)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    held = FundUse.objects.order_by("fund", "line", "since", "pk")
    return render(request, "finance/uses.html", {
        "face": "money", "tab": "home", "form": form, "uses": held, "clauses": clause_words(), **WORDS,
    })  # fmt: skip
