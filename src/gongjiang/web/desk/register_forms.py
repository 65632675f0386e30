"""The forms of the registers: each reads and checks what one entry needs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from gongjiang.law.credit_code import credit_code
from gongjiang.law.identity import identity
from gongjiang.law.terms import ContestClass, HonourLevel, Medal, Recommender, Term
from gongjiang.law.words import Problem
from gongjiang.office.clerk.people import Named
from gongjiang.office.registry.models import Contest, NominatingBody, OccupationGroup, Organisation
from gongjiang.web.replies import said
from gongjiang.web.visitor import today

DATE = forms.DateInput({"type": "date"}, "%Y-%m-%d")


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
    group = forms.ModelChoiceField(OccupationGroup.objects.all(), label=gettext_lazy("大类"))
    body = forms.ModelChoiceField(
        NominatingBody.objects.all(), label=gettext_lazy("荐出单位"), required=False
    )
    since = forms.DateField(label=gettext_lazy("聘期起"), widget=DATE)
    until = forms.DateField(label=gettext_lazy("聘期止"), widget=DATE)


class ContestForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("名称"), max_length=120)
    edition = forms.CharField(label=gettext_lazy("届次"), max_length=40, required=False)
    klass = forms.ChoiceField(label=gettext_lazy("类别"))
    organiser = forms.CharField(label=gettext_lazy("主办单位"), max_length=120, required=False)
    approving_document = forms.CharField(label=gettext_lazy("批准文号"), max_length=80)
    held_on = forms.DateField(label=gettext_lazy("举办日期"), widget=DATE, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["klass"].choices = words_of(ContestClass)  # type: ignore[attr-defined]


class ResultForm(PersonFields):
    contest = forms.ModelChoiceField(Contest.objects.all(), label=gettext_lazy("竞赛"))
    event = forms.CharField(label=gettext_lazy("项目"), max_length=60)
    rank = forms.IntegerField(label=gettext_lazy("名次"), min_value=1, max_value=999, required=False)
    medal = forms.ChoiceField(label=gettext_lazy("奖牌"), required=False)
    recommended_by = forms.ChoiceField(label=gettext_lazy("选派渠道"))
    team_size = forms.IntegerField(label=gettext_lazy("参赛人数"), min_value=1, max_value=99, initial=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medals = [("", "—"), *((value, text) for value, text in words_of(Medal) if value != Medal.NONE)]
        self.fields["medal"].choices = medals  # type: ignore[attr-defined]
        self.fields["recommended_by"].choices = words_of(Recommender)  # type: ignore[attr-defined]


class HonourForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("名称"), max_length=60)
    level = forms.ChoiceField(label=gettext_lazy("层级"))
    skilled = forms.BooleanField(label=gettext_lazy("技能类荣誉"), required=False)
    aliases = forms.CharField(label=gettext_lazy("别名（用顿号分开）"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = words_of(HonourLevel)  # type: ignore[attr-defined]


class UnitForm(forms.Form):
    unit = forms.ModelChoiceField(Organisation.objects.all(), label=gettext_lazy("单位"))
    in_city = forms.ChoiceField(
        label=gettext_lazy("在本市"), choices=[("yes", gettext_lazy("是")), ("no", gettext_lazy("否"))]
    )
    sector = forms.CharField(label=gettext_lazy("行业"), max_length=40, required=False)


class OccupationForm(forms.Form):
    group = forms.ModelChoiceField(OccupationGroup.objects.all(), label=gettext_lazy("大类"))
    occupation = forms.CharField(label=gettext_lazy("职业（工种）"), max_length=60)
