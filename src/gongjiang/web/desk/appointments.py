"""账号与岗位: who stands, what waits for a second security administrator, what was done at the console."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.law.words import Words
from gongjiang.office.clerk import appointing
from gongjiang.office.clerk.at_console import take_note
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.proposing import lonely
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.clerk.staffing import on_day
from gongjiang.office.registry.models import ConsoleAct, Posting, Proposal, Proposed, Staffing, User
from gongjiang.web.desk.appointment_forms import AccountForm, PostForm, ReasonForm
from gongjiang.web.desk.proposals import LONGEST, Said, decided, waiting
from gongjiang.web.finance.fields import done_by
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now, today

PAGE, CONSOLE = 50, 20
ACT = appointing.ACT
ROLES = {role: role.said for role in Role}


@require_http_methods(["GET", "POST"])
@allowed(ACT)
def appointments(request: HttpRequest) -> HttpResponse:
    act = request.POST.get("act", "") if request.method == "POST" else ""
    form = AccountForm(request, request.POST if act == "account" else None)
    if act == "decide":
        return _decided(request)
    if act == "known":
        _known(request)
        return redirect("desk:appointments")
    if request.method == "POST" and sent(request, form, act == "account", lambda: new(request, form)):
        return redirect("desk:appointments")
    me, alone = actor(request), lonely(ACT, today())
    return render(request, "desk/appointments.html", {
        "face": "accounts", "asked": request.GET, "form": form, "alone": alone, "roles": ROLES,
        "page": Paginator(found(request.GET.get("q", "")), PAGE).get_page(request.GET.get("page")),
        "proposals": waiting((Proposed.POSTING,), me, said, alone=alone), "me": me,
        "console": at_console(), "acts": {one: one.said for one in Staffing},
    })  # fmt: skip


def found(text: str) -> QuerySet[User]:
    """Who holds a post today; by a name, whoever has an account."""
    held = on_day(Posting.objects.select_related("body", "organisation"), today())
    users = User.objects.prefetch_related(Prefetch("postings", held.order_by("pk"), to_attr="held"))
    if text := text.strip()[:60]:
        return users.filter(Q(username__contains=text) | Q(first_name__contains=text)).order_by("username")
    return users.filter(pk__in=held.values("user")).order_by("username")


def at_console() -> QuerySet[ConsoleAct]:
    """Those that nobody has taken note of first."""
    ordered = ConsoleAct.objects.order_by(F("known_at").desc(nulls_first=True), "-pk")
    return ordered.select_related("user", "known_by")[:CONSOLE]


def new(request: HttpRequest, form: AccountForm) -> object:
    told = form.cleaned_data
    return appointing.prepare_account(
        told["username"], form.whose, form.posting, told["reason"], actor(request), now()
    )


def sent(request: HttpRequest, form: Any, known: bool, act: Any) -> bool:
    """Whether it was prepared; the form says what is wrong where it was not."""
    if not known:
        raise Http404
    if not done_by(form, lambda _told: act()):
        return False
    messages.success(request, _("已提交，待另一人审定"))
    return True


def _decided(request: HttpRequest) -> HttpResponse:
    """The one-time password is shown here, this once."""
    given: list[tuple[Proposal, str]] = []

    def decide(held: Proposal, granted: bool, me: Actor, moment: Moment) -> None:
        given.append((held, appointing.decide_appointment(held, granted, me, moment)))

    if not decided(request, decide) or not given or not given[0][1]:
        return redirect("desk:appointments")
    facts, password = given[0][0].facts, given[0][1]
    answer = render(request, "desk/given.html", {
        "face": "accounts", "person": facts, "username": facts["username"], "password": password,
        "reset": facts["act"] == Staffing.RESET, "back": reverse("desk:appointments"),
    })  # fmt: skip
    answer["Cache-Control"] = "no-store"
    return answer


def _known(request: HttpRequest) -> None:
    try:
        ref = request.POST.get("console", "")
        held = ConsoleAct.objects.filter(ref=ref).first() if len(ref) <= LONGEST else None
        if held is None:
            raise refuse("没有这项控制台办理", "There is no such act at the console")
        take_note(held, actor(request), now())
        messages.success(request, _("已知悉"))
    except Refused as no:
        refused(request, no.said)


@require_http_methods(["GET", "POST"])
@allowed(ACT)
def appointment(request: HttpRequest, username: str) -> HttpResponse:
    """One account: its posts, and what may be prepared about them."""
    held = get_object_or_404(User, username=username)
    act = request.POST.get("act", "") if request.method == "POST" else ""
    kinds: dict[str, type[Any]] = {"posting": PostForm, "end": ReasonForm, "reset": ReasonForm}
    forms = {name: kind(request, request.POST if act == name else None) for name, kind in kinds.items()}
    if request.method == "POST" and sent(
        request, forms.get(act), act in kinds, lambda: prepared(request, act, held, forms[act])
    ):
        return redirect("desk:appointments")
    postings = held.postings.select_related("body", "organisation").order_by("-until", "pk")
    return render(request, "desk/appointment.html", {
        "face": "accounts", "held": held, "forms": forms, "postings": postings, "today": today(),
        "roles": ROLES, "own": held.person_id == actor(request).person,
    })  # fmt: skip


def prepared(request: HttpRequest, act: str, held: User, form: Any) -> object:
    me, moment, reason = actor(request), now(), form.cleaned_data["reason"]
    if act == "posting":
        return appointing.prepare_post(held, form.posting, reason, me, moment)
    if act == "reset":
        return appointing.prepare_reset(held, reason, me, moment)
    key = request.POST.get("posting", "")
    whole = key.isascii() and key.isdigit() and len(key) <= 12
    one = (
        held.postings.select_related("user", "body", "organisation").filter(pk=key).first() if whole else None
    )
    if one is None:
        raise refuse("请选择要终止的岗位", "Choose the post to end")
    return appointing.prepare_end(one, reason, me, moment)


def said(facts: Mapping[str, Any]) -> Said:
    """What is proposed, whole: nothing is signed that is not shown."""
    asked = appointing.asked_of(facts)
    told = (
        (Words("事项", "what"), asked.act.said),
        (Words("账号", "account"), asked.username),
        (Words("姓名", "name"), asked.name),
        (Words("岗位", "post"), Role(asked.role).said if asked.role else ""),
        (Words("范围", "scope"), asked.scope),
        (Words("此人原有账号", "an earlier account of this person"), asked.same_as),
        (Words("同名", "namesake"), NAMESAKE if asked.namesake else ""),
        (Words("理由", "reason"), asked.reason),
    )
    return tuple((name, value) for name, value in told if value)


NAMESAKE = Words("与他人同名，确系另一人", "shares a name with another person")
