"""撤销称号: the office prepares it with its ground and document, the deciding authority decides."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gongjiang.law.policy import may
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.clerk.revoking import decide_revocation, prepare_revocation
from gongjiang.office.honours.models import Honour
from gongjiang.office.registry.models import Proposed
from gongjiang.web.desk.proposals import Said, decided, waiting
from gongjiang.web.desk.register_forms import DATE
from gongjiang.web.finance.fields import Spoken, done_by
from gongjiang.web.visitor import actor, allowed, now, today


class RevokeForm(Spoken):
    ground = forms.ChoiceField(label=gettext_lazy("撤销事由"))
    document = forms.CharField(label=gettext_lazy("撤销文号"), max_length=80)
    on = forms.DateField(label=gettext_lazy("撤销日期"), widget=DATE)
    reason = forms.CharField(label=gettext_lazy("事实和理由"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grounds = [(value, _(label)) for value, label in Honour.Ground.choices]
        self.fields["ground"].choices = grounds  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@allowed("revocation.see")
def revoke(request: HttpRequest, ref: str) -> HttpResponse:
    honour = get_object_or_404(
        Honour.objects.select_related("person", "case"),
        case__ref=ref,
        case__state__in=(State.TITLED, State.CERTIFIED),
    )
    act = request.POST.get("act", "") if request.method == "POST" else ""
    form = RevokeForm(request, request.POST if act == "prepare" else None, initial={"on": today()})
    if request.method == "POST" and acted(request, act, honour, form):
        return redirect("desk:case", ref)
    me = actor(request)
    held = waiting((Proposed.REVOKE,), me, said, key=ref)
    return render(request, "desk/revoke.html", {
        "face": "cases", "honour": honour, "form": form, "proposals": held,
        "prepares": may(me, "honour.prepare") and not held,
    })  # fmt: skip


def acted(request: HttpRequest, act: str, honour: Honour, form: RevokeForm) -> bool:
    me, moment = actor(request), now()
    if act != "prepare":
        return decided(request, decide_revocation)
    if not done_by(form, lambda typed: prepare_revocation(honour, **typed, actor=me, now=moment)):
        return False
    messages.success(request, _("已提交，待另一人审定"))
    return True


def said(facts: Mapping[str, Any]) -> Said:
    return (
        (Words("撤销事由", "ground"), _(Honour.Ground(facts["ground"]).label)),
        (Words("撤销文号", "number of the decision"), facts["document"]),
        (Words("撤销日期", "from"), facts["on"]),
        (Words("事实和理由", "facts and reasons"), facts["reason"]),
    )
