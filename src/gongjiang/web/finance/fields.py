"""What people type about money: sums, days, instalments; forms that speak the language of the page."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongjiang.law.dated import months_after
from gongjiang.law.dates import parse_day
from gongjiang.law.money import Fen
from gongjiang.law.words import Problem, Words
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.ledger.recovering import LONGEST
from gongjiang.office.ledger.reply_file import read_yuan
from gongjiang.web.replies import in_words

DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")
EARLIEST, LATEST = 2000, 2100


def read_sum(text: str) -> Fen | None:
    return read_yuan(text.replace(",", "").replace("，", "").lstrip("¥￥"))


class YuanField(forms.CharField):
    """An amount in yuan as people type it, kept as a whole number of fen."""

    def clean(self, value: Any) -> Fen:
        amount = read_sum(str(super().clean(value)))
        if not amount:
            raise forms.ValidationError(_("请填写大于零的金额，至多两位小数，例如 9000000.00"))
        return amount


class Spoken(forms.Form):
    """A form whose choices are said in the language of the page."""

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def offer(self, name: str, words: dict[str, Words]) -> None:
        shown = {value: in_words(self.request, said) for value, said in words.items()}
        choices = [(value, f"{said[:1].upper()}{said[1:]}") for value, said in shown.items()]
        self.fields[name].choices = choices  # type: ignore[attr-defined]


class PlanForm(forms.Form):
    """Equal instalments month by month; or, where they are not equal, one to a line."""

    parts = forms.IntegerField(
        label=gettext_lazy("期数（按月等额）"), min_value=1, max_value=LONGEST, required=False
    )
    first = forms.DateField(label=gettext_lazy("首期应还日期"), widget=DAY, required=False)
    lines = forms.CharField(
        label=gettext_lazy("或逐期填写"), required=False, max_length=6000,
        widget=forms.Textarea({"rows": 3, "placeholder": "2026-12-31 100000.00"}),
        help_text=gettext_lazy("每行一期：日期 金额（元）；填写后以此为准"),
    )  # fmt: skip

    def plan(self, debt: Fen) -> list[tuple[date, Fen]]:
        """What was typed, as days and fen; empty when nothing was."""
        typed = self.cleaned_data
        if typed["lines"].strip():
            return self._typed
        if not typed["parts"] or not typed["first"]:
            return []
        return equal_parts(debt, typed["parts"], typed["first"])

    def clean_lines(self) -> str:
        text = str(self.cleaned_data["lines"])
        self._typed = [_part(line) for line in text.splitlines() if line.strip()]
        return text


def equal_parts(debt: Fen, parts: int, first: date) -> list[tuple[date, Fen]]:
    """Whole fen each, the rest with the last."""
    each = debt // parts
    sums = [each] * (parts - 1) + [debt - each * (parts - 1)]
    return [(months_after(first, place), amount) for place, amount in enumerate(sums)]


def _part(line: str) -> tuple[date, Fen]:
    day, _sign, figure = line.strip().replace("\t", " ").partition(" ")
    due, amount = parse_day(day), read_sum(figure.strip())
    if isinstance(due, Problem) or not amount:
        raise forms.ValidationError(_("每行应为“日期 金额”，例如 2026-12-31 100000.00"))
    return due.day, amount


def sent(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("已提交，待另一人复核后生效"))
    return redirect("finance:pending")


def done_by(form: forms.Form, act: Callable[[dict[str, Any]], object]) -> bool:
    """Whether the form was right and the act was taken; otherwise the form says what is wrong."""
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except Refused as no:
        form.add_error(None, in_words(form.request, no.said) if isinstance(form, Spoken) else str(no))
        return False
    return True


def named_line(text: str, known: Sequence[tuple[str, int, str]]) -> tuple[str, int, str] | None:
    """fund|year|line as a button sends it, when there is such a line."""
    return next((one for one in known if f"{one[0]}|{one[1]}|{one[2]}" == text), None)
