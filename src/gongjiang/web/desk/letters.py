"""The outbox: letters are read by a person before they go, mended where needed, and followed after."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from gongjiang.law.policy import may
from gongjiang.office.clerk.letters import reword, send_letters
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.sending import settle
from gongjiang.office.clerk.wordings import LONGEST, Text
from gongjiang.office.post.models import Letter, Sending
from gongjiang.web.replies import in_words, refused
from gongjiang.web.visitor import actor, allowed, now

PAGE = 50
TROUBLE = (Sending.State.UNCERTAIN, Sending.State.FAILED, Sending.State.BOUNCED)


class TextForm(forms.Form):
    subject = forms.CharField(label=gettext_lazy("标题（中文）"), max_length=LONGEST["subject"])
    body = forms.CharField(
        label=gettext_lazy("正文（中文）"), max_length=LONGEST["body"], widget=forms.Textarea
    )
    subject_en = forms.CharField(label=gettext_lazy("标题（英文）"), max_length=LONGEST["subject_en"])
    body_en = forms.CharField(
        label=gettext_lazy("正文（英文）"), max_length=LONGEST["body_en"], widget=forms.Textarea
    )

    @property
    def text(self) -> Text:
        return Text(**self.cleaned_data)


@require_http_methods(["GET", "POST"])
@allowed("letter.send")
def letters(request: HttpRequest) -> HttpResponse:
    held = Letter.objects.filter(state=Letter.State.WAITING).select_related("person", "case__round")
    if ref := request.GET.get("round"):
        held = held.filter(case__round__ref=ref)
    if request.method == "POST":
        try:
            sent = send_letters(
                request.POST.getlist("letter"), request.POST.get("act") == "hold", actor(request), now()
            )
            messages.success(request, ngettext("已处理 %(n)s 封", "已处理 %(n)s 封", sent) % {"n": sent})
        except Refused as no:
            refused(request, no.said)
        return redirect(request.get_full_path())
    page = Paginator(held, PAGE).get_page(request.GET.get("page"))
    trouble = Sending.objects.filter(state__in=TROUBLE).count()
    words = may(actor(request), "letter.word")
    shown = {"face": "todo", "page": page, "trouble": trouble, "words": words}
    return render(request, "desk/letters.html", shown)


@require_http_methods(["GET", "POST"])
@allowed("letter.send")
def letter(request: HttpRequest, ref: str) -> HttpResponse:
    """One letter in full, with the text it had before every change."""
    held = get_object_or_404(Letter.objects.select_related("person", "case", "template"), ref=ref)
    form = TextForm(request.POST or None, initial=_now(held))
    if request.method == "POST" and form.is_valid():
        try:
            reword(held, form.text, actor(request), now())
            messages.success(request, _("已修改，原文留存"))
            return redirect("desk:letter", ref)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    before = held.reworded.select_related("by").order_by("-pk")
    shown = {"face": "todo", "letter": held, "form": form, "before": before}
    return render(request, "desk/letter.html", shown)


def _now(held: Letter) -> dict[str, Any]:
    return {name: getattr(held, name) for name in LONGEST}


@require_http_methods(["GET", "POST"])
@allowed("letter.send")
def sendings(request: HttpRequest) -> HttpResponse:
    """What left the house by mail or text message, what did not, and what nobody can tell."""
    if request.method == "POST":
        try:
            held = Sending.objects.filter(ref=request.POST.get("sending", "")[:22]).first()
            settle(held, request.POST.get("act", ""), actor(request), now())
            messages.success(request, _("已办理"))
        except Refused as no:
            refused(request, no.said)
        return redirect(request.get_full_path())
    found = Sending.objects.select_related("address__person", "letter", "settled_by").order_by("-pk")
    state = request.GET.get("state", "")
    if state in Sending.State.values:
        found = found.filter(state=state)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    states = [(value, _(label)) for value, label in Sending.State.choices]
    return render(
        request, "desk/sendings.html", {"face": "todo", "page": page, "states": states, "asked": state}
    )
