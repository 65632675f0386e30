"""宣传稿件: the office drafts and publishes; the person reads their own, agrees, and may take it back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.stories import Medium, StoryState
from gongjiang.office.clerk import stories as acts
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.honours.models import Honour
from gongjiang.office.stories.models import Story
from gongjiang.web.desk.register_forms import DATE
from gongjiang.web.finance.fields import Spoken, done_by
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, now

PAGE, LONGEST = 50, 8000


class StoryForm(Spoken):
    certificate = forms.CharField(label=gettext_lazy("证书编号"), max_length=30)
    title = forms.CharField(label=gettext_lazy("标题"), max_length=120)
    title_en = forms.CharField(label=gettext_lazy("英文标题"), max_length=160, required=False)
    medium = forms.ChoiceField(label=gettext_lazy("媒体"))
    link = forms.CharField(label=gettext_lazy("链接"), max_length=300, required=False)
    text = forms.CharField(label=gettext_lazy("正文"), max_length=LONGEST, widget=forms.Textarea({"rows": 8}))
    text_en = forms.CharField(
        label=gettext_lazy("英文正文"), max_length=LONGEST, required=False, widget=forms.Textarea({"rows": 4})
    )
    captions = forms.CharField(
        label=gettext_lazy("字幕文本（视频必填）"), max_length=LONGEST, required=False,
        widget=forms.Textarea({"rows": 4}),
    )  # fmt: skip
    embargo = forms.DateField(label=gettext_lazy("不早于（可不填）"), required=False, widget=DATE)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("medium", {medium.value: medium.said for medium in Medium})

    def clean_certificate(self) -> Honour:
        held = Honour.objects.select_related("case", "person").filter(
            certificate__number=self.cleaned_data["certificate"].strip()
        )
        if (found := held.first()) is None:
            raise forms.ValidationError(_("没有这个编号的证书"))
        return found

    def words(self) -> acts.Words:
        told = {name: value for name, value in self.cleaned_data.items() if name != "certificate"}
        return acts.Words(**told)


def mine(me: Actor) -> "QuerySet[Story]":
    """The office sees all, a person their own."""
    found = Story.objects.select_related("person", "drafted_by", "published_by")
    if may(me, "story.take_down"):
        return found
    return found.filter(person=me.person) if me.person else found.none()


@require_http_methods(["GET", "POST"])
@login_required
def index(request: HttpRequest) -> HttpResponse:
    me = actor(request)
    drafts = may(me, "story.draft")
    if me.person is None or (
        request.method == "POST" and not (drafts and request.POST.get("act") == "draft")
    ):
        raise Http404
    form, made = StoryForm(request, request.POST or None), list[Story]()

    def act(told: dict[str, Any]) -> None:
        made.append(acts.draft(told["certificate"], form.words(), me, now()))

    if request.method == "POST" and done_by(form, act):
        return redirect("desk:story", made[0].ref)
    page = Paginator(mine(me).order_by("-pk"), PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/stories.html", {
        "face": "stories", "page": page,
        "form": form, "drafts": drafts, "states": {state.value: state for state in StoryState},
        "media": {medium.value: medium for medium in Medium}, "office": may(me, "story.take_down"),
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def one(request: HttpRequest, ref: str) -> HttpResponse:
    me = actor(request)
    held = get_object_or_404(mine(me), ref=ref)
    if request.method == "POST" and acted(request, held, me):
        return redirect("desk:story", ref)
    state = StoryState(held.state)
    own = me.person == held.person_id
    return render(request, "desk/story.html", {
        "face": "stories", "held": held, "state": state, "medium": Medium(held.medium),
        "agrees": own and state is StoryState.DRAFT,
        "withdraws": own and state in (StoryState.DRAFT, StoryState.CONSENTED, StoryState.PUBLISHED),
        "publishes": may(me, "story.publish") and state is StoryState.CONSENTED,
        "takes_down": may(me, "story.take_down") and held.down_on is None, "given": request.POST,
    })  # fmt: skip


def acted(request: HttpRequest, held: Story, me: Actor) -> bool:
    act, given = request.POST.get("act", ""), request.POST
    try:
        if act == "consent":
            acts.consent(held, given.get("sha256", "")[:64], me, now())
        elif act == "withdraw":
            acts.withdraw(held, me, now())
        elif act == "publish":
            acts.publish(held, me, now())
        elif act == "down":
            acts.take_down(held, given.get("note", "").replace("\0", ""), me, now())
        else:
            raise Http404
    except Refused as no:
        refused(request, no.said)
        return False
    messages.success(request, _("已办理"))
    return True
