"""What was told with a step, in words, for the history. Marks, sums and ranks have places of their own."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from gongjiang.law.procedure import Ask, Procedure, Step
from gongjiang.office.cases.models import Event
from gongjiang.web.replies import said

OUTCOMES = {"won": _("入选"), "lost": _("未入选")}
HOW = {"done": _("已办理"), "declined": _("不予办理")}
SHOWN: dict[str, Callable[[Any], object]] = {
    "remark": str,
    "document": str,
    "stars": str,
    "outcome": lambda value: OUTCOMES.get(value, value),
    "how": lambda value: HOW.get(value, value),
}


def told_with(step: Step, sent: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Name and words of each thing that was asked for and is not shown elsewhere."""
    for ask in step.asks:
        if ask.name in SHOWN and sent.get(ask.name):
            yield said(ask.said), str(SHOWN[ask.name](sent[ask.name]))


def history(events: Iterable[Event], procedure: Procedure) -> list[tuple[Event, list[tuple[str, str]]]]:
    """Each event with what was told with it."""
    return [
        (one, list(told_with(procedure[one.step], one.sent)) if one.step in procedure else [])
        for one in events
    ]


def outcome(
    events: Iterable[tuple[Event, list[tuple[str, str]]]], procedure: Procedure
) -> list[tuple[str, str]]:
    """How it ended, where somebody recorded that: the newest, for the head of the page."""
    for one, parts in events:
        if one.step in procedure and any(ends(ask) for ask in procedure[one.step].asks):
            return parts
    return []


def ends(ask: Ask) -> bool:
    return ask.name in ("outcome", "how")
