"""A person's own letters, and how they want to be told."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.standing import Actor
from gongjiang.office.clerk import telling as clerk
from gongjiang.office.clerk.letters import read_letter
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.post.carriers import open_channels
from gongjiang.office.post.models import Address, Letter, Preference
from gongjiang.office.post.models.telling import Channel
from gongjiang.web.replies import in_words
from gongjiang.web.visitor import actor, now

PAGE = 30


class WayForm(forms.Form):
    channel = forms.ChoiceField(label=gettext_lazy("告知方式"))
    language = forms.ChoiceField(label=gettext_lazy("信函语言"), choices=Preference.Language.choices)
    digest = forms.BooleanField(label=gettext_lazy("每个工作日发一封待办汇总邮件"), required=False)


class AddressForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("类型"))
    value = forms.CharField(label=gettext_lazy("电子邮件地址或手机号"), max_length=200)


class CodeForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("类型"))
    code = forms.CharField(label=gettext_lazy("确认码"), max_length=12)


FORMS: dict[str, type[forms.Form]] = {"way": WayForm, "address": AddressForm, "confirm": CodeForm}


def self_or_nobody(request: HttpRequest) -> Actor:
    me = actor(request)
    if me.person is None:
        raise Http404
    return me


@require_GET
@login_required
def letters(request: HttpRequest) -> HttpResponse:
    me = self_or_nobody(request)
    held = Letter.objects.filter(person=me.person, state=Letter.State.SENT).select_related("case")
    page = Paginator(held.order_by("-sent_at", "-pk"), PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/post.html", {"face": "post", "page": page})


@require_GET
@login_required
def letter(request: HttpRequest, ref: str) -> HttpResponse:
    """Opened by its recipient, it is read: when, is kept once."""
    me = self_or_nobody(request)
    held = get_object_or_404(Letter, ref=ref, person=me.person, state=Letter.State.SENT)
    read_letter(held, me, now())
    return render(request, "desk/post_letter.html", {"face": "post", "letter": held})


@require_http_methods(["GET", "POST"])
@login_required
def telling(request: HttpRequest) -> HttpResponse:
    me = self_or_nobody(request)
    sent, asked = request.method == "POST", request.POST.get("act", "")
    shown = _forms(request, me, asked)
    if asked in shown and shown[asked].is_valid():
        try:
            _take(asked, shown[asked].cleaned_data, me)
            messages.success(request, _("已办理"))
            return redirect("desk:telling")
        except Refused as no:
            shown[asked].add_error(None, in_words(request, no.said))
    elif sent and asked not in shown:
        messages.error(request, _("没有这个操作"))
    held = Address.objects.filter(person=me.person).order_by("-pk")[:10]
    return render(
        request,
        "desk/telling.html",
        {"face": "post", "forms": shown, "addresses": held, "open": open_channels(), "staff": bool(me.posts)},
    )


def _forms(request: HttpRequest, me: Actor, asked: str) -> dict[str, forms.Form]:
    held = clerk.preference_of(me.person or 0)
    now_is = {"channel": held.channel, "language": held.language, "digest": held.digest}
    ways = [(value, _(label)) for value, label in Channel.choices]
    made = {
        name: kind(request.POST if name == asked else None, initial=now_is, prefix="")
        for name, kind in FORMS.items()
    }
    made["way"].fields["channel"].choices = ways  # type: ignore[attr-defined]
    for name in ("address", "confirm"):
        made[name].fields["kind"].choices = ways[1:]  # type: ignore[attr-defined]
    if not me.posts:
        del made["way"].fields["digest"]
    return made


def _take(asked: str, told: dict[str, str], me: Actor) -> None:
    if asked == "way":
        clerk.choose(told["channel"], told["language"], bool(told.get("digest")), me, now())
    elif asked == "address":
        clerk.give_address(told["kind"], told["value"], me, now())
    else:
        clerk.confirm_address(told["kind"], told["code"], me, now())
