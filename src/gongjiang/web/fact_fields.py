"""A stated fact as a field of a form: the declaration is the form, wherever facts are asked."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongjiang.law.money import Money, fen_of
from gongjiang.law.record import Field
from gongjiang.law.terms import Term
from gongjiang.web.replies import said

CHOOSE = ("", gettext_lazy("请选择"))
YES_NO = [CHOOSE, ("yes", gettext_lazy("是")), ("no", gettext_lazy("否"))]
LONGEST, MOST = 200, 999_999_999


class SumField(forms.CharField):
    """A sum in yuan as people type it, kept in fen."""

    def clean(self, value: Any) -> Money | None:
        text = str(super().clean(value) or "")
        if not text:
            return None
        amount = fen_of(text.lstrip("¥￥"))
        if amount is None:
            raise forms.ValidationError(_("请填写金额（元），至多两位小数，例如 9000000.00"))
        return Money(amount)


def field_of(fact: Field) -> forms.Field:
    shown: dict[str, Any] = {"label": said(fact.said), "required": fact.needed,
                             "help_text": said(fact.evidence) if fact.evidence else ""}  # fmt: skip
    if fact.kind is bool:
        return forms.TypedChoiceField(
            choices=YES_NO, coerce=lambda value: value == "yes", empty_value=None, **shown
        )
    if fact.kind is date:
        return forms.DateField(widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), **shown)
    if issubclass(fact.kind, Term):
        choices = [(term.value, said(term.said)) for term in fact.kind]
        return forms.ChoiceField(choices=[CHOOSE, *choices], **shown)
    if fact.kind is Money:
        return SumField(max_length=20, **shown)
    if fact.kind is int:
        return forms.IntegerField(min_value=0, max_value=MOST, **shown)
    return forms.CharField(max_length=LONGEST, **shown)


def plain(given: dict[str, Any]) -> dict[str, Any]:
    """As the clerk reads stated facts: days in ISO, and what was left empty left out."""
    told = {name: value for name, value in given.items() if value not in (None, "")}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}
