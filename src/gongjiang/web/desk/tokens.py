"""Tokens of one's own: made for a programme, shown once, revoked at any time."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gongjiang.law.standing import Actor
from gongjiang.office.clerk import tokens as clerk
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import Token
from gongjiang.web.replies import in_words, refused, said
from gongjiang.web.visitor import actor, now, today


class TokenForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("用途"), max_length=60)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("权限范围"), widget=forms.CheckboxSelectMultiple, choices=()
    )
    days = forms.IntegerField(
        label=gettext_lazy("有效天数"), min_value=1, max_value=clerk.LONGEST, initial=90
    )

    def __init__(self, me: Actor, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        allowed = [(scope, said(clerk.SCOPES[scope])) for scope in clerk.scopes_for(me)]
        self.fields["scopes"].choices = allowed  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@login_required
def tokens(request: HttpRequest) -> HttpResponse:
    me, secret = actor(request), ""
    if request.method == "POST" and request.POST.get("act") == "revoke":
        return _revoked(request)
    form = TokenForm(me, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _made, secret = clerk.make_token(**form.cleaned_data, actor=me, now=now())
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    held = Token.objects.filter(user=me.user)
    shown = {"face": "self", "form": form, "secret": secret, "tokens": held, "today": today()}
    answer = render(request, "desk/tokens.html", shown)
    answer["Cache-Control"] = "no-store"
    return answer


def _revoked(request: HttpRequest) -> HttpResponse:
    try:
        clerk.revoke_token(request.POST.get("token", "")[:22], actor(request), now())
        messages.success(request, _("已吊销"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:tokens")
