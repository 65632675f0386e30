"""The forms of the registers: each reads and checks what one entry needs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from gongjiang.law.credit_code import credit_code
from gongjiang.law.identity import identity
from gongjiang.law.terms import HonourLevel, Term
from gongjiang.law.words import Problem
from gongjiang.office.clerk.people import Named
from gongjiang.office.registry.models import NominatingBody, OccupationGroup, Organisation
from gongjiang.web.replies import said
from gongjiang.web.visitor import today

DATE = forms.DateInput({"type": "date"}, "%Y-%m-%d")
CHOOSE: Any = gettext_lazy("请选择")


def words_of(kind: type[Term]) -> list[tuple[str, str]]:
    return [(term.value, said(term.said)) for term in kind]


class PersonFields(forms.Form):
    """A person by name and number, and the unit by name and credit code."""

    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    id_number = forms.CharField(label=gettext_lazy("身份证号"), max_length=40)
    employer = forms.CharField(label=gettext_lazy("工作单位"), max_length=120)
    employer_code = forms.CharField(label=gettext_lazy("统一社会信用代码"), max_length=40)
    occupation = forms.CharField(label=gettext_lazy("职业（工种）"), max_length=60)

    def clean_id_number(self) -> str:
        found = identity(self.cleaned_data["id_number"], today())
        if isinstance(found, Problem):
            raise forms.ValidationError(said(found.said))
        return found.number

    def clean_employer_code(self) -> str:
        found = credit_code(self.cleaned_data["employer_code"])
        if isinstance(found, Problem):
            raise forms.ValidationError(said(found.said))
        return found.code

    def person(self) -> Named:
        told = self.cleaned_data
        return Named(
            told["name"], told["id_number"], told["employer"], told["employer_code"], told["occupation"]
        )


class ExpertForm(PersonFields):
    group = forms.ModelChoiceField(
        OccupationGroup.objects.all(), label=gettext_lazy("大类"), empty_label=CHOOSE
    )
    body = forms.ModelChoiceField(
        NominatingBody.objects.all(), label=gettext_lazy("荐出单位"), required=False, empty_label="—"
    )
    since = forms.DateField(label=gettext_lazy("聘期起"), widget=DATE)
    until = forms.DateField(label=gettext_lazy("聘期止"), widget=DATE)


class HonourForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("名称"), max_length=60)
    level = forms.ChoiceField(label=gettext_lazy("层级"))
    skilled = forms.BooleanField(label=gettext_lazy("技能类荣誉"), required=False)
    aliases = forms.CharField(label=gettext_lazy("别名（用顿号分开）"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = words_of(HonourLevel)  # type: ignore[attr-defined]


class UnitForm(forms.Form):
    unit = forms.ModelChoiceField(Organisation.objects.all(), label=gettext_lazy("单位"), empty_label=CHOOSE)
    in_city = forms.ChoiceField(
        label=gettext_lazy("在本市"), choices=[("yes", gettext_lazy("是")), ("no", gettext_lazy("否"))]
    )
    sector = forms.CharField(label=gettext_lazy("行业"), max_length=40, required=False)


class OccupationForm(forms.Form):
    group = forms.ModelChoiceField(
        OccupationGroup.objects.all(), label=gettext_lazy("大类"), empty_label=CHOOSE
    )
    occupation = forms.CharField(label=gettext_lazy("职业（工种）"), max_length=60)
