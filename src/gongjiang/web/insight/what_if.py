"""What if: change what the plan sets, and see who would benefit and what it would cost, beside today."""

from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.scenario import Scenario
from gongjiang.law.scheme import Scheme
from gongjiang.law.setting_words import told
from gongjiang.law.words import Problem, Words
from gongjiang.office.bulk.ready import absent
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.scenarios import keep_scenario
from gongjiang.office.whatif.models import KeptScenario
from gongjiang.plans import plans
from gongjiang.web.insight.what_if_bars import charts
from gongjiang.web.insight.what_if_each import with_each
from gongjiang.web.insight.what_if_form import Blank, blanks, scenario_of
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now, today

KEPT = 30


@require_http_methods(["GET", "POST"])
@allowed("whatif.ask")
def what_if(request: HttpRequest) -> HttpResponse:
    """A question changes nothing, so it is asked by its address; keeping the answer is sent."""
    given = request.POST if request.method == "POST" else request.GET
    plan, day = plans()[0], today()
    found, missing = None, absent()
    asked = blanks(priced_schemes(missing), settings_of(plan), day, words(given))
    if given and missing is None:
        answer = answered(request, given, asked)
        if isinstance(answer, KeptScenario):
            messages.success(request, _("方案已保存"))
            return redirect("insight:kept", answer.ref)
        found = answer
    return render(request, "insight/what_if.html", {
        "face": "insight", "plan": plan, "day": day, "blanks": asked, "given": given, "missing": missing,
        "found": found, "charts": charts(found) if found else [], "outside": bool(settings.REGISTER),
        "dropped": given.getlist("drop"), "kept": KeptScenario.objects.select_related("kept_by")[:KEPT],
    })  # fmt: skip


def priced_schemes(missing: Words | None) -> tuple[Scheme, ...]:
    """Those that a register can answer: what only others read would change nothing here."""
    plan = plans()[0]
    if missing is not None:
        return plan.schemes
    found: tuple[Scheme, ...] = import_module("gongjiang.office.bulk.scanning").answerable(plan)
    return found


def answered(
    request: HttpRequest, given: QueryDict, asked: list[Blank]
) -> KeptScenario | dict[str, Any] | None:
    """What it comes to; kept, where that is what was sent. Nothing where it was refused in words."""
    plan = plans()[0]
    scenario = scenario_of(plan, asked, words(given), given.getlist("drop"))
    if isinstance(scenario, Problem):
        refused(request, scenario.said)
        return None
    source = KeptScenario.Source.REGISTER if outside(given) else KeptScenario.Source.DATABASE
    found = priced(scenario, outside(given))
    if isinstance(found, list):
        refused(request, found[0])
        return None
    if request.method != "POST":
        return found
    try:
        return keep_scenario(plan, scenario, source, found, actor(request), now())
    except Refused as no:
        refused(request, no.said)
        return found


def words(given: QueryDict) -> dict[str, str]:
    return {name: str(given[name]) for name in given}


def outside(given: QueryDict) -> bool:
    return bool(settings.REGISTER) and given.get("source") == KeptScenario.Source.REGISTER


def priced(scenario: Scenario, outside: bool) -> dict[str, Any] | list[Words]:
    """Asked of the engine, which is loaded only now: an installation may be without one."""
    plan = plans()[0]
    scanning = import_module("gongjiang.office.bulk.scanning")
    question = scanning.Question(plan, scanning.answerable(plan), today(), settings_of(plan))
    folder = Path(settings.REGISTER) if outside else None
    found: dict[str, Any] | list[Words] = import_module("gongjiang.office.bulk.asking").priced(
        folder, question, scenario
    )
    return found if isinstance(found, list) else with_each(found, plan, settings_of(plan), scenario)


@require_GET
@allowed("whatif.ask")
def kept(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(KeptScenario.objects.select_related("kept_by"), ref=ref)
    return render(request, "insight/kept.html", {
        "face": "insight", "held": held, "found": held.found, "charts": charts(held.found),
        "changes": changes(held), "others": KeptScenario.objects.exclude(pk=held.pk)[:KEPT],
    })  # fmt: skip


@require_GET
@allowed("whatif.ask")
def compare(request: HttpRequest) -> HttpResponse:
    """Two kept scenarios beside today, as today was when the first was kept."""
    one, two = (get_object_or_404(KeptScenario, ref=request.GET.get(name, "")[:22]) for name in ("a", "b"))
    seconds = {row["scheme"]: row for row in two.found["schemes"]}
    rows = [
        {**row, "second": second.get("changed"), "second_each": second.get("each")}
        for row in one.found["schemes"]
        for second in (seconds.get(row["scheme"], {}),)
    ]
    return render(request, "insight/compare.html", {
        "face": "insight", "one": one, "two": two, "rows": rows, "charts": charts(one.found, two.found),
        "differ": (one.on, one.source) != (two.on, two.source), "changes": [changes(one), changes(two)],
    })  # fmt: skip


def changes(held: KeptScenario) -> list[tuple[Words, Words]]:
    """What was changed and to what, in words; of a setting that is no more, as it was written down."""
    known = next((plan.known for plan in plans() if plan.slug == held.plan), {})
    return [
        (known[c["key"]].asked, told(known[c["key"]], c["value"])) if c["key"] in known
        else (Words(c["key"], c["key"]), Words(str(c["value"]), str(c["value"])))
        for c in held.changes
    ]  # fmt: skip
