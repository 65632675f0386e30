"""Plan settings: its day of issue, the answers to what it leaves open, the official calendar."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gongjiang.law.policy import may
from gongjiang.law.setting_words import in_fen, told, written
from gongjiang.law.settings import Assumption, Settings
from gongjiang.law.standing import Actor
from gongjiang.law.words import Words
from gongjiang.office.cases.models import PlanTerm, SignedRuling
from gongjiang.office.cases.rulings import closed_to_claims, settings_of
from gongjiang.office.clerk import calendars, entering, ruling, succeeding
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.proposing import lonely
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.registry.models import CalendarDay, CalendarYear, Proposal, Proposed
from gongjiang.plans import plans
from gongjiang.web.desk.proposals import Deciding, Said, decided, waiting
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now, today

EARLIEST, LATEST = 2000, 2100


@require_http_methods(["GET", "POST"])
@allowed("term.enter")
def settings(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and request.POST.get("act") == "decide":
        decided(request, signed)
        return redirect("desk:settings")
    if request.method == "POST":
        try:
            _act(request)
            messages.success(request, _("已保存"))
            return redirect("desk:settings")
        except Refused as no:
            refused(request, no.said)
    return render(request, "desk/settings.html", {"face": "settings", **held_on(today(), actor(request)),
                                                  "given": request.POST})  # fmt: skip


def signed(held: Proposal, granted: bool, me: Actor, moment: Moment) -> object:
    """What waits on the pages of the plan, decided each by its own act."""
    acts: dict[str, Deciding] = {
        Proposed.TERM: entering.decide_term,
        Proposed.VERSION: succeeding.decide_version,
    }
    return acts.get(held.kind, ruling.sign)(held, granted, me, moment)


def held_on(day: date, me: Actor) -> dict[str, Any]:
    """What is settled of the plan, what is open, what waits to be signed."""
    plan = plans()[0]
    held = settings_of(plan)
    return {
        "plan": plan,
        "terms": PlanTerm.objects.filter(plan=plan.slug).order_by("pk"),
        "closed": closed_to_claims(plan, day),
        "questions": [question(q, held, day) for q in plan.assumptions],
        "prepares": may(me, "ruling.prepare"),
        "proposals": waiting((Proposed.RULING,), me, said)
        + waiting((Proposed.TERM,), me, entered, alone=lonely("term.enter", day)),
        "years": years(),
        "signed": SignedRuling.objects.filter(plan=plan.slug).order_by("-signed_at", "-pk"),
        "today": day,
    }


def said(facts: Mapping[str, Any]) -> Said:
    """A proposed ruling or figure, in the words of the plan."""
    held = plans()[0].known[facts["key"]]
    return (
        (Words("问题", "question"), held.asked), (Words("条款", "clause"), held.clause),
        (Words("答复", "answer"), told(held, facts["value"])), (Words("自", "from"), facts["since"]),
        (Words("签发人", "signer"), facts["signer"]), (Words("依据", "basis"), facts["basis"]),
    )  # fmt: skip


def entered(facts: Mapping[str, Any]) -> Said:
    """A day of issue, or a version that follows, as it was read off the document."""
    goes_on = [plans()[0][slug].said for slug in facts.get("continues", ())]
    schemes = Words("、".join(one.zh for one in goes_on), "; ".join(one.en for one in goes_on))
    said = (
        (Words("版本", "version"), facts["version"]), (Words("名称", "title"), facts.get("title", "")),
        (Words("文号", "document"), facts["document"]), (Words("印发日期", "day of issue"), facts["issued"]),
        (Words("有效期（年）", "years in force"), facts.get("years", "")),
        (Words("接续办理的事项", "schemes that go on"), schemes if goes_on else ""),
    )  # fmt: skip
    return tuple((name, value) for name, value in said if value)


def years() -> QuerySet[CalendarYear]:
    """Every loaded year, its days in order."""
    return CalendarYear.objects.order_by("year").prefetch_related(
        Prefetch("days", CalendarDay.objects.order_by("day"))
    )


def question(held: Assumption, settings: Settings, day: date) -> dict[str, Any]:
    default = held.on(day)
    kind = "bool" if isinstance(default, bool) else "range" if isinstance(default, list) else "int"
    return {
        "held": held,
        "ruling": settings.ruling(held.key, day),
        "kind": kind,
        "default": written(held, default),
        "value": told(held, settings.value(held.key, day)),
    }


def _act(request: HttpRequest) -> None:
    act = request.POST.get("act", "")
    if act not in ACTS:
        raise Http404
    ACTS[act](request.POST, actor(request), now())


def _term(given: QueryDict, me: Actor, moment: Moment) -> None:
    issued = _day(given.get("issued", ""))
    version, document = given.get("version", "1").strip()[:40], given.get("document", "")[:80]
    entering.prepare_term(plans()[0], version, issued, document, me, moment)


def _prepare(given: QueryDict, me: Actor, moment: Moment) -> None:
    key, answer, since = given.get("key", ""), given.get("answer", ""), _day(given.get("since", ""))
    signer, basis = given.get("signer", "")[:60], given.get("basis", "")[:200]
    held = plans()[0].known.get(key)
    fen = in_fen(held, answer) if held else answer
    if fen is None:
        raise refuse("请填写金额（元），至多两位小数，例如 500000", "Give a sum in yuan, such as 500000")
    ruling.prepare_ruling(plans()[0], key, fen, since, signer, basis, me, moment)


def _year(given: QueryDict, me: Actor, moment: Moment) -> None:
    text = given.get("year", "")
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
    if not EARLIEST <= year <= LATEST:
        raise refuse("请填写四位年份", "Give the year in four digits")
    calendars.load_calendar(year, given.get("days", "")[:4000], given.get("source", "")[:120], me, moment)


def _one_day(given: QueryDict, me: Actor, moment: Moment) -> None:
    works = given.get("works") == "yes"
    calendars.set_day(_day(given.get("day", "")), works, given.get("notice", "")[:120], me, moment)


ACTS: dict[str, Callable[[QueryDict, Actor, Moment], None]] = {
    "term": _term,
    "prepare": _prepare,
    "year": _year,
    "day": _one_day,
}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refuse("请填写日期", "Give a day") from None
