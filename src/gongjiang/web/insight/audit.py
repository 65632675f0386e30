"""The record for auditors: its head, who did what and when, and the whole of it verified on request."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gongjiang.law.dates import parse_day
from gongjiang.law.words import Problem, Words
from gongjiang.office.journal.models import Head, Leaf
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.ledger import check
from gongjiang.office.registry.models import ConsoleAct
from gongjiang.web.insight.leaf_objects import About, abouts
from gongjiang.web.insight.leaf_people import LONGEST, by_whom, called, named
from gongjiang.web.insight.leaf_words import families, known, words_of
from gongjiang.web.visitor import allowed

PAGE = 50
SHOWN = ("seq", "kind", "ref", "at", "leaf_hash", "body")


@dataclass(frozen=True)
class Line:
    """A leaf as it is told: of its content, only who acted."""

    leaf: Leaf
    said: Words
    about: About | None
    people: tuple[str, ...]


@require_http_methods(["GET", "POST"])
@allowed("journal.verify")
def audit(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        verify(request)
        return redirect("insight:audit")
    found = filtered(request.GET).order_by("-seq").only(*SHOWN)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "insight/audit.html", {
        "face": "audit", "head": Head.objects.filter(pk=1).first() or Head(),
        "console": ConsoleAct.objects.filter(known_by=None).count(), "page": page,
        "lines": lines(list(page.object_list)), "families": families(), "asked": request.GET,
    })  # fmt: skip


def filtered(asked: QueryDict) -> QuerySet[Leaf]:
    """By kind or by all of one family, by who acted, and by the days it was done on."""
    found = Leaf.objects.all()
    kind, who = asked.get("kind", ""), asked.get("who", "").strip()[:LONGEST].replace("\0", "")
    if kind in known():
        found = found.filter(kind=kind)
    elif kind in {one.name for one in families()}:
        found = found.filter(kind__startswith=f"{kind}.")
    if who:
        found = by_whom(found, who)
    if since := day_of(asked.get("since", "")):
        found = found.filter(at__gte=begins(since))
    if until := day_of(asked.get("until", "")):
        found = found.filter(at__lt=begins(until + timedelta(days=1)))
    return found


def day_of(text: str) -> date | None:
    """A day that was asked for; what is no day narrows nothing."""
    found = parse_day(text)
    return None if isinstance(found, Problem) else found.day


def begins(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def lines(leaves: list[Leaf]) -> list[Line]:
    """Whatever their number, in as many queries as there are sorts of things."""
    people, things = called(leaf.body for leaf in leaves), abouts(leaves)
    return [
        Line(leaf, words_of(leaf.kind, about.scheme if about else ""), about,
             tuple(people[key] for key in named(leaf.body) if key in people))
        for leaf in leaves
        for about in (things.get(leaf.ref),)
    ]  # fmt: skip


def verify(request: HttpRequest) -> None:
    """Both at once: the chain of the record, and the books against it."""
    broken = first_fault()
    if broken is None:
        messages.success(request, _("记录完整：每一条都与链值相符"))
    else:
        messages.error(request, _("记录有误：第 %(seq)s 条与链值不符") % {"seq": broken})
    debits, credits = check.trial()
    faults = len(check.differences()) + check.unrecorded() + check.guards_missing()
    if faults or debits != credits:
        messages.error(request, _("账目有误：%(number)s 处不符") % {"number": faults})
    else:
        messages.success(request, _("账目相符：借贷相等，分文不差"))
