"""The forms of targets and of supervision notices."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from gongjiang.law.duty import Measure
from gongjiang.law.words import Words
from gongjiang.office.clerk.indicators import INDICATORS
from gongjiang.office.clerk.orders import LONGEST, Matter
from gongjiang.office.clerk.targets import MOST, Owner, Wanted
from gongjiang.plans import plans
from gongjiang.web.finance.fields import DAY, Spoken
from gongjiang.web.insight.owners import owner_of, owner_words

CHOOSE = {"": Words("请选择", "choose")}


def clauses() -> dict[str, Words]:
    return {c.id: Words(f"{c.id} {c.said.zh}", f"{c.id} {c.said.en}") for p in plans() for c in p.clauses}


class Owned(Spoken):
    owner = forms.ChoiceField(label=gettext_lazy("责任单位"))
    clause = forms.ChoiceField(label=gettext_lazy("条款"))

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("owner", CHOOSE | owner_words())
        self.offer("clause", CHOOSE | clauses())

    def whose(self) -> Owner:
        return owner_of(self.cleaned_data["owner"]) or Owner()


class TargetForm(Owned):
    year = forms.IntegerField(label=gettext_lazy("年度"), min_value=2000, max_value=2100)
    indicator = forms.ChoiceField(
        label=gettext_lazy("系统指标"), required=False, help_text=gettext_lazy("由系统从办件和台账取数")
    )
    wording = forms.CharField(
        label=gettext_lazy("或填报指标名称"), max_length=120, required=False,
        help_text=gettext_lazy("系统不能取数的，由责任单位填报并附佐证"),
    )  # fmt: skip
    planned = forms.IntegerField(label=gettext_lazy("目标值"), min_value=1, max_value=MOST)
    weight = forms.IntegerField(label=gettext_lazy("权重（全年合计 100）"), min_value=1, max_value=100)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        known = {key: Words(f"{i.said.zh}（{i.unit.zh}）", f"{i.said.en} ({i.unit.en})")
                 for key, i in INDICATORS.items()}  # fmt: skip
        self.offer("indicator", {"": Words("—", "—"), **known})

    def wanted(self) -> Wanted:
        told = self.cleaned_data
        measure = Measure.AUTO if told["indicator"] else Measure.FILED
        return Wanted(
            told["clause"], measure, told["indicator"], told["wording"], told["planned"], told["weight"]
        )


class SplitForm(Spoken):
    until = forms.DateField(label=gettext_lazy("原单位负责至"), widget=DAY)
    heir = forms.ChoiceField(label=gettext_lazy("承接单位"))
    reason = forms.CharField(label=gettext_lazy("依据"), max_length=300)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("heir", CHOOSE | owner_words())


class WeightForm(Spoken):
    weight = forms.IntegerField(label=gettext_lazy("权重（全年合计 100）"), min_value=1, max_value=100)


class OrderForm(Owned):
    matter = forms.CharField(
        label=gettext_lazy("督办事项"), max_length=300, widget=forms.Textarea({"rows": 3})
    )
    days = forms.IntegerField(label=gettext_lazy("期限（工作日）"), min_value=1, max_value=LONGEST)

    def told(self) -> Matter:
        told = self.cleaned_data
        return Matter(told["clause"], told["matter"], told["days"])
