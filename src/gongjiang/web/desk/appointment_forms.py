"""What a security administrator fills in about accounts and posts."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from gongjiang.law.terms import Department, Role
from gongjiang.office.clerk.staffing import NewPosting, Owner
from gongjiang.web.finance.fields import Spoken

GIVEN = [role for role in Role if role not in (Role.CLOCK, Role.NOMINEE)]


class ReasonForm(Spoken):
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=300)


class PostForm(Spoken):
    """A role with its scope."""

    role = forms.ChoiceField(label=gettext_lazy("角色"))
    body = forms.CharField(
        label=gettext_lazy("推荐单位代码"), max_length=20, required=False,
        help_text=gettext_lazy("仅推荐单位经办填写"),
    )  # fmt: skip
    organisation = forms.CharField(
        label=gettext_lazy("统一社会信用代码"), max_length=18, required=False,
        help_text=gettext_lazy("仅单位经办填写"),
    )  # fmt: skip
    department = forms.ChoiceField(label=gettext_lazy("部门"), required=False)
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=300)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("role", {str(role): role.said for role in GIVEN})
        self.offer("department", {str(one): one.said for one in Department})
        department: Any = self.fields["department"]
        department.choices = [("", "—"), *department.choices]

    @property
    def posting(self) -> NewPosting:
        told = self.cleaned_data
        return NewPosting(Role(told["role"]), told["body"], told["organisation"], told["department"])


class AccountForm(PostForm):
    """A new account: whose it is, and its first post."""

    username = forms.CharField(label=gettext_lazy("账号名"), max_length=40)
    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    same_as = forms.CharField(
        label=gettext_lazy("此人原有账号"), max_length=40, required=False,
        help_text=gettext_lazy("同一人再开账号时填写"),
    )  # fmt: skip
    namesake = forms.BooleanField(label=gettext_lazy("与他人同名，确系另一人"), required=False)
    field_order = ("username", "name", "role", "body", "organisation", "department", "same_as", "namesake")

    @property
    def whose(self) -> Owner:
        told = self.cleaned_data
        return Owner(told["name"], told["same_as"], told["namesake"])
