"""计划有效期: until when each version is in force, what goes on, what stops; and a version that follows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gongjiang.law.policy import may
from gongjiang.law.settings import Assumption, Parameter, Settings
from gongjiang.law.terms import EXITS, State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, PlanTerm, SignedRuling
from gongjiang.office.cases.rulings import closed_to_claims, settings_of, standing_on, takes, years_of
from gongjiang.office.clerk.succeeding import LONGEST, Version, prepare_parameter, prepare_version
from gongjiang.office.honours.models import Honour
from gongjiang.office.ledger.matches import standing
from gongjiang.office.ledger.models import MatchState, Payable, PayableState
from gongjiang.office.registry.models import Proposed
from gongjiang.plans import plans
from gongjiang.web.desk.plan import entered, said, signed
from gongjiang.web.desk.proposals import decided, waiting
from gongjiang.web.desk.register_forms import DATE
from gongjiang.web.finance.fields import Spoken, done_by
from gongjiang.web.visitor import actor, allowed, now, today

OPEN_MATCHES = (MatchState.WAITING, MatchState.PARTIAL, MatchState.OVERDUE)
UNPAID = (PayableState.OWED, PayableState.BATCHED, PayableState.RETURNED)


@dataclass(frozen=True)
class Life:
    """One version, with the first day it is no longer in force."""

    term: PlanTerm
    ends: date | None
    in_force: bool


@dataclass(frozen=True)
class Figure:
    """A parameter of the plan: what it is today, and what it will be."""

    held: Parameter
    today: Any
    coming: tuple[tuple[date, Any], ...]

    @property
    def is_sum(self) -> bool:
        return self.held.unit == "fen"


class VersionForm(Spoken):
    version = forms.CharField(label=gettext_lazy("版本"), max_length=40)
    title = forms.CharField(label=gettext_lazy("名称"), max_length=120)
    document = forms.CharField(label=gettext_lazy("文号"), max_length=80)
    issued = forms.DateField(label=gettext_lazy("印发日期"), widget=DATE)
    years = forms.IntegerField(label=gettext_lazy("有效期（年）"), min_value=1, max_value=LONGEST)
    continues = forms.MultipleChoiceField(
        label=gettext_lazy("接续办理的事项"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("一项都不勾选，即全部接续"),
    )  # fmt: skip

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("continues", {scheme.slug: scheme.said for scheme in plans()[0].schemes})


class ParameterForm(Spoken):
    key = forms.ChoiceField(label=gettext_lazy("参数"))
    value = forms.CharField(
        label=gettext_lazy("新值"), max_length=20, help_text=gettext_lazy("金额填写元；是否填写 yes 或 no")
    )
    since = forms.DateField(label=gettext_lazy("自"), widget=DATE)
    signer = forms.CharField(label=gettext_lazy("签发人"), max_length=60)
    basis = forms.CharField(label=gettext_lazy("依据"), max_length=200)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("key", {held.key: held.said for held in stated()})


def stated() -> list[Parameter]:
    """What the plan itself sets; what it leaves open is signed elsewhere."""
    return [held for held in plans()[0].parameters if not isinstance(held, Assumption)]


@require_http_methods(["GET", "POST"])
@allowed("term.enter")
def life(request: HttpRequest) -> HttpResponse:
    plan, day, me = plans()[0], today(), actor(request)
    act = request.POST.get("act", "") if request.method == "POST" else ""
    if act == "decide":
        decided(request, signed)
        return redirect("desk:plan_life")
    kinds = {"succeed": VersionForm, "prepare": ParameterForm}
    typed = {name: kind(request, request.POST if act == name else None) for name, kind in kinds.items()}
    if request.method == "POST" and acted(request, act, typed):
        messages.success(request, _("已保存"))
        return redirect("desk:plan_life")
    terms = PlanTerm.objects.filter(plan=plan.slug).select_related("successor").order_by("pk")
    return render(request, "desk/plan_life.html", {
        "face": "settings", "plan": plan, "day": day, "forms": typed, "prepares": may(me, "ruling.prepare"),
        "proposals": waiting((Proposed.PARAMETER,), me, said) + waiting((Proposed.VERSION,), me, entered),
        "versions": [version(term, day) for term in terms], "closed": closed_to_claims(plan, day),
        "continuing": continuing(day), "stopping": stopping(day), "figures": figures(settings_of(plan), day),
        "rulings": SignedRuling.objects.filter(plan=plan.slug, key__in=[held.key for held in stated()])
        .order_by("-since", "-pk"), "known": plan.known,
    })  # fmt: skip


def acted(request: HttpRequest, act: str, typed: dict[str, Any]) -> bool:
    me, plan = actor(request), plans()[0]
    if not may(me, "ruling.prepare"):
        raise Http404
    if act == "succeed":
        return done_by(typed[act], lambda told: prepare_version(plan, Version(**told), me, now()))
    if act == "prepare":
        return done_by(typed[act], lambda told: prepare_parameter(
            plan, told["key"], told["value"], told["since"], told["signer"], told["basis"], me, now()
        ))  # fmt: skip
    raise Http404


def version(term: PlanTerm, day: date) -> Life:
    if term.issued_on is None:
        return Life(term, None, in_force=False)
    validity = years_of(plans()[0], term)
    return Life(term, validity.ends(term.issued_on), validity.in_force(term.issued_on, day))


def continuing(day: date) -> list[tuple[Words, int, str]]:
    """What goes on whatever becomes of the plan, with the page it is found on."""
    cases = Case.objects.exclude(state__in=(*EXITS, State.DRAFT)).aggregate(
        n=Count("pk"), running=Count("pk", filter=Q(state=State.RUNNING))
    )
    return [
        (Words("仍然有效的称号", "titles that stand"), Honour.objects.filter(revoked_on=None).count(),
         "desk:cases"),
        (Words("已受理的办件继续办理", "cases taken up go on"), cases["n"], "desk:cases"),
        (Words("运行中的平台和工作室继续考核奖补", "platforms and studios are assessed on"), cases["running"],
         "desk:cases"),
        (Words("应付款继续支付", "what is owed is paid"), Payable.objects.filter(state__in=UNPAID).count(),
         "finance:payables"),
        (Words("单位配套继续督促", "matches are still due"),
         standing(day).filter(state__in=OPEN_MATCHES).count(), "finance:matches"),
    ]  # fmt: skip


def stopping(day: date) -> list[tuple[Words, bool]]:
    """The schemes, and whether each takes claims on the day."""
    plan = plans()[0]
    terms = standing_on(plan, day)
    return [(scheme.said, any(takes(term, scheme.slug) for term in terms)) for scheme in plan.schemes]


def figures(settings: Settings, day: date) -> list[Figure]:
    found = []
    for held in stated():
        coming = tuple(
            (one.since, one.value) for one in settings.rulings.get(held.key, ()) if one.since > day
        )
        found.append(Figure(held, settings.value(held.key, day), tuple(sorted(coming))))
    return found
