"""An entry of a notice as it was published and as it was corrected: each version stays readable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from gongjiang.office.notice.models import Entry
from gongjiang.web.templatetags.house import skill_level
from gongjiang.web.visitor import today

SHOWN = {
    "unit": gettext_lazy("单位"),
    "occupation": gettext_lazy("职业（工种）"),
    "level": gettext_lazy("等级"),
    "honours": gettext_lazy("主要荣誉"),
    "closes_on": gettext_lazy("公示截止"),
}


@dataclass(frozen=True)
class Change:
    """What a version says differently from the one before."""

    said: Promise
    old: object
    new: object


@dataclass(frozen=True)
class Version:
    entry: Entry
    changes: tuple[Change, ...]


@require_GET
def versions(request: HttpRequest, ref: str, entry: int) -> HttpResponse:
    """Every version, first to last: when, why and what was changed. Who decided is in the office's record."""
    listed = Entry.objects.filter(notice__ref=ref, notice__opens_on__lte=today())
    held = list(listed.filter(case__entries=entry).select_related("notice").order_by("version"))
    if not held:
        raise Http404
    shown = {"face": "notices", "versions": list(compared(held)), "last": held[-1], "today": today()}
    return render(request, "portal/versions.html", shown)


def compared(held: Sequence[Entry]) -> Iterator[Version]:
    yield Version(held[0], ())
    for before, after in pairwise(held):
        told = ((said, shown_as(before, name), shown_as(after, name)) for name, said in SHOWN.items())
        yield Version(after, tuple(Change(*one) for one in told if one[1] != one[2]))


def shown_as(entry: Entry, name: str) -> object:
    value: object = getattr(entry, name)
    return skill_level(str(value)) if name == "level" else value
