"""资金绩效: goals before, monitoring during, evaluation after; figures are the books' and the cases'."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.performance import Advice
from gongjiang.law.policy import may
from gongjiang.office.clerk import performance as acts
from gongjiang.office.clerk.fund_figures import FUND_INDICATORS, figures, summary_of
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.duty.models import Evaluation, Goal, Monitoring
from gongjiang.office.ledger.budget import summaries
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import Account
from gongjiang.web.finance.fields import Spoken, done_by
from gongjiang.web.finance.home import chosen
from gongjiang.web.finance.words import WORDS, clause_words, said
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now, today

KEPT = 12
LINE = ("fund", "year", "line")


class GoalForm(Spoken):
    indicator = forms.ChoiceField(label=gettext_lazy("指标"))
    planned = forms.IntegerField(label=gettext_lazy("目标值"), min_value=1, max_value=acts.MOST)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("indicator", {key: one.said for key, one in FUND_INDICATORS.items()})


class EvaluationForm(Spoken):
    score = forms.IntegerField(label=gettext_lazy("得分（0–100）"), min_value=0, max_value=acts.FULL)
    findings = forms.CharField(
        label=gettext_lazy("评价结论"), max_length=600, widget=forms.Textarea({"rows": 4})
    )
    advice = forms.ChoiceField(
        label=gettext_lazy("下年度安排建议"), help_text=gettext_lazy("仅为建议，预算另行决定")
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.offer("advice", said(Advice))


@require_GET
@allowed("money.see")
def index(request: HttpRequest) -> HttpResponse:
    """Every line of a year with how many goals it has and what its evaluation says: in four queries."""
    years = list(Account.objects.order_by("-year").values_list("year", flat=True).distinct())
    year = chosen(request.GET.get("year", ""), years)
    confirmed = Count("pk", filter=Q(confirmed_on__isnull=False))
    goals = Goal.objects.filter(year=year).order_by().values_list("fund", "line").annotate(
        n=Count("pk"), confirmed=confirmed
    )  # fmt: skip
    counted = {(fund, line): (n, done) for fund, line, n, done in goals}
    judged = {(e.fund, e.line): e for e in Evaluation.objects.filter(year=year, declined="")}
    rows = [
        (
            one,
            *counted.get((one.line.fund, one.line.line), (0, 0)),
            judged.get((one.line.fund, one.line.line)),
        )
        for one in summaries(year)
    ]
    return render(request, "finance/performance.html", {
        "face": "money", "tab": "performance", "years": years, "year": year, "rows": rows,
        "clauses": clause_words(), "advice": said(Advice), **WORDS,
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
@allowed("money.see")
def one(request: HttpRequest, fund: str, year: int, line: str) -> HttpResponse:
    held = Line(fund, year, line)
    summary = summary_of(held) if fund in WORDS["funds"] and year < 10_000 else None
    if summary is None:
        raise Http404
    sent = request.POST.get("act", "") if request.method == "POST" else ""
    form_of = {"goal": GoalForm, "evaluate": EvaluationForm}
    typed = {name: kind(request, request.POST if sent == name else None) for name, kind in form_of.items()}
    if request.method == "POST" and acted(request, held, sent, typed):
        messages.success(request, _("已办理"))
        return redirect("finance:performance_line", fund, year, line)
    me = actor(request)
    of = dict(zip(LINE, (fund, year, line), strict=True))
    return render(request, "finance/performance_line.html", {
        "face": "money", "tab": "performance", "line": held, "summary": summary, "forms": typed,
        "goals": standing(held), "indicators": FUND_INDICATORS, "clauses": clause_words(),
        "monitorings": Monitoring.objects.filter(**of).select_related("by")[:KEPT],
        "evaluations": Evaluation.objects.filter(**of).select_related("by", "confirmed_by"),
        "sets": may(me, "goal.set"), "confirms": may(me, "goal.confirm"), "advice": said(Advice),
        "given": request.POST, **WORDS,
    })  # fmt: skip


def standing(line: Line) -> list[tuple[Goal, Any, int | None]]:
    """Each goal with its figure today and by how much it is over or under."""
    held = figures(line, today())
    goals = Goal.objects.filter(fund=line.fund, year=line.year, line=line.line)
    return [
        (goal, held[goal.indicator], acts.variance(goal.planned, held[goal.indicator].value))
        for goal in goals.select_related("set_by", "confirmed_by")
    ]


def acted(request: HttpRequest, line: Line, act: str, typed: dict[str, Any]) -> bool:
    """Whether it was done; a form says itself what is wrong, a button's refusal stands on top."""
    me, given = actor(request), request.POST
    if not may(me, "goal.confirm" if act in ("confirm", "decide") else "goal.set"):
        raise Http404
    if act == "goal":
        return done_by(
            typed[act], lambda told: acts.set_goal(line, told["indicator"], told["planned"], me, now())
        )
    if act == "evaluate":
        return done_by(typed[act], lambda told: acts.evaluate(
            line, told["score"], told["findings"], told["advice"], me, now()
        ))  # fmt: skip
    try:
        press(line, act, given, request)
    except Refused as no:
        refused(request, no.said)
        return False
    return True


def press(line: Line, act: str, given: Any, request: HttpRequest) -> None:
    me, of = actor(request), {"fund": line.fund, "year": line.year, "line": line.line}
    ref = given.get("ref", "")[:22].replace("\0", "")
    if act == "monitor":
        acts.monitor(line, given.get("note", "").replace("\0", ""), me, now())
    elif act == "confirm":
        acts.confirm_goal(get_object_or_404(Goal, ref=ref, **of), me, now())
    elif act == "decide":
        declined = given.get("declined", "").replace("\0", "")
        acts.decide(get_object_or_404(Evaluation, ref=ref, **of), declined, me, now())
    else:
        raise Http404
