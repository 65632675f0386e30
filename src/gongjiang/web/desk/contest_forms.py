"""The forms of the register of contests. None asks for what the register already knows."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongjiang.law.credit_code import credit_code
from gongjiang.law.identity import identity
from gongjiang.law.terms import ContestClass, Medal, Recommender
from gongjiang.law.words import Problem
from gongjiang.office.clerk.contests import NewEdition, NewEntry
from gongjiang.office.clerk.people import Named
from gongjiang.office.clerk.results import Outcome
from gongjiang.office.registry.models import Edition, Entry, NominatingBody, Trade
from gongjiang.web.desk.register_forms import CHOOSE, DATE, words_of
from gongjiang.web.replies import said
from gongjiang.web.visitor import today

PARTS = 4
SCORES = [(str(score), str(score)) for score in range(4)]


class ContestForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("名称"), max_length=120)
    organiser = forms.CharField(label=gettext_lazy("主办单位"), max_length=120, required=False)


class EditionForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("届次"), max_length=40)
    klass = forms.ChoiceField(label=gettext_lazy("类别"))
    approving_document = forms.CharField(label=gettext_lazy("批准文号"), max_length=80)
    entries_close_on = forms.DateField(label=gettext_lazy("报名截止"), widget=DATE, required=False)
    held_on = forms.DateField(label=gettext_lazy("举办日期"), widget=DATE, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["klass"].choices = words_of(ContestClass)  # type: ignore[attr-defined]

    def new(self) -> NewEdition:
        return NewEdition(**self.cleaned_data)


class OfEdition(forms.Form):
    """A form about an edition: what it may choose from is that edition's."""

    def __init__(self, edition: Edition, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "trade" in self.fields:
            trades = Trade.objects.filter(edition=edition)
            self.fields["trade"].queryset = trades  # type: ignore[attr-defined]
        if "entry" in self.fields:
            entries = Entry.objects.filter(trade__edition=edition).select_related("trade__edition")
            self.fields["entry"].queryset = entries  # type: ignore[attr-defined]


class TradeForm(OfEdition):
    name = forms.CharField(label=gettext_lazy("赛项"), max_length=60)
    team_size = forms.IntegerField(label=gettext_lazy("每队人数"), min_value=1, max_value=99, initial=1)


class EntryForm(OfEdition):
    trade = forms.ModelChoiceField(Trade.objects.none(), label=gettext_lazy("赛项"), empty_label=CHOOSE)
    members = forms.CharField(
        label=gettext_lazy("选手"),
        widget=forms.Textarea({"rows": 3}),
        max_length=4000,
        help_text=gettext_lazy("每人一行：姓名，身份证号，工作单位，统一社会信用代码"),
    )
    team = forms.CharField(label=gettext_lazy("队名（团体赛项）"), max_length=60, required=False)
    delegation = forms.CharField(label=gettext_lazy("代表队"), max_length=80, required=False)
    body = forms.ModelChoiceField(
        NominatingBody.objects.all(), label=gettext_lazy("推荐单位"), required=False, empty_label="—"
    )
    recommended_by = forms.ChoiceField(label=gettext_lazy("选派渠道"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recommended_by"].choices = words_of(Recommender)  # type: ignore[attr-defined]

    def clean_members(self) -> tuple[Named, ...]:
        lines = [line for line in self.cleaned_data["members"].splitlines() if line.strip()]
        return tuple(_member(place, line) for place, line in enumerate(lines, start=1))

    def new(self) -> NewEntry:
        told = {name: value for name, value in self.cleaned_data.items() if name != "trade"}
        return NewEntry(**told)


def _member(place: int, line: str) -> Named:
    parts = [part.strip() for part in line.replace(",", "，").split("，")]
    if len(parts) != PARTS or not all(parts):
        raise forms.ValidationError(_("第 %(row)s 行应为四项，以逗号分开") % {"row": place})
    holder, code = identity(parts[1], today()), credit_code(parts[3])
    for found in (holder, code):
        if isinstance(found, Problem):
            raise forms.ValidationError(
                _("第 %(row)s 行：%(said)s") % {"row": place, "said": said(found.said)}
            )
    return Named(parts[0][:60], holder.number, parts[2][:120], code.code)  # type: ignore[union-attr]


class ResultForm(OfEdition):
    entry = forms.ModelChoiceField(Entry.objects.none(), to_field_name="ref")
    rank = forms.IntegerField(label=gettext_lazy("名次"), min_value=1, max_value=999, required=False)
    medal = forms.ChoiceField(label=gettext_lazy("奖牌"), required=False)
    raw = forms.DecimalField(
        label=gettext_lazy("成绩"), min_value=0, max_digits=11, decimal_places=4, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medals = [("", "—"), *((value, text) for value, text in words_of(Medal) if value != Medal.NONE)]
        self.fields["medal"].choices = medals  # type: ignore[attr-defined]

    def outcome(self) -> Outcome:
        return Outcome(*(self.cleaned_data[name] for name in ("rank", "medal", "raw")))


class WithdrawForm(OfEdition):
    entry = forms.ModelChoiceField(Entry.objects.none(), to_field_name="ref")
    reason = forms.CharField(label=gettext_lazy("退赛原因"), max_length=200)


class MarkForm(OfEdition):
    entry = forms.ModelChoiceField(Entry.objects.none(), to_field_name="ref")
    aspect = forms.CharField(label=gettext_lazy("评分项"), max_length=60)
    max_mark = forms.DecimalField(
        label=gettext_lazy("满分"), min_value=0, max_value=1000, max_digits=6, decimal_places=2
    )
    first = forms.TypedChoiceField(label=gettext_lazy("评委一"), choices=SCORES, coerce=int)
    second = forms.TypedChoiceField(label=gettext_lazy("评委二"), choices=SCORES, coerce=int)
    third = forms.TypedChoiceField(label=gettext_lazy("评委三"), choices=SCORES, coerce=int)


class DrawUpForm(OfEdition):
    trade = forms.ModelChoiceField(Trade.objects.none(), to_field_name="ref")
    medals = forms.BooleanField(label=gettext_lazy("同时评定奖牌"), required=False)


class RulingForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=300)
    document = forms.CharField(label=gettext_lazy("文号"), max_length=80)
