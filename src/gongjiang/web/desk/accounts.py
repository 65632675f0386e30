"""收款账户: given by the person themself; added, never edited."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from gongjiang.law.terms import Role
from gongjiang.office.clerk.accounts import give_account
from gongjiang.office.clerk.expert_accounts import prepare_expert
from gongjiang.office.clerk.nominee_accounts import give_account_to
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import PayeeAccount, Person
from gongjiang.web.desk.cases import seen
from gongjiang.web.replies import in_words, refused
from gongjiang.web.visitor import actor, allowed, now


class AccountForm(forms.Form):
    holder = forms.CharField(label=gettext_lazy("户名（须为本人或本单位）"), max_length=60)
    bank = forms.CharField(label=gettext_lazy("开户行"), max_length=80)
    number = forms.CharField(label=gettext_lazy("账号"), max_length=40)
    again = forms.CharField(label=gettext_lazy("再输一次账号"), max_length=40)


@require_http_methods(["GET", "POST"])
@login_required
def account(request: HttpRequest) -> HttpResponse:
    me = actor(request)
    if me.person is None:
        raise Http404
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            give_account(**form.cleaned_data, actor=me, now=now())
            messages.success(request, _("收款账户已登记"))
            return redirect("desk:account")
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    units = [post.organisation or 0 for post in me.posts if post.role is Role.EMPLOYER]
    held = PayeeAccount.objects.filter(Q(person=me.person) | Q(organisation__in=units)).order_by("-pk")
    return render(request, "desk/account.html", {"face": "self", "form": form, "accounts": held})


@require_POST
@allowed("account.give")
def give(request: HttpRequest, ref: str) -> HttpResponse:
    """For the nominee of a case that one may see."""
    return _given(request, seen(request, ref).person, reverse("desk:case", args=(ref,)))


@require_POST
@allowed("register.keep")
def give_to(request: HttpRequest, ref: str) -> HttpResponse:
    """For an expert it is asked of a security administrator."""
    try:
        prepare_expert(get_object_or_404(Person, ref=ref), actor(request), now())
        messages.success(request, _("已提交，待安全管理员审定"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:register", "experts")


def _given(request: HttpRequest, person: Person, back: str) -> HttpResponse:
    """The password is shown once, and kept nowhere."""
    try:
        username, password = give_account_to(person, actor(request), now())
    except Refused as no:
        refused(request, no.said)
        return redirect(back)
    shown = {"face": "cases", "person": person, "username": username, "password": password, "back": back}
    answer = render(request, "desk/given.html", shown)
    answer["Cache-Control"] = "no-store"
    return answer
