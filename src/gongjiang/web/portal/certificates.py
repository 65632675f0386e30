"""Checking a certificate by number or code: valid, revoked since, or unknown;
the same answer for all that is unknown.
"""

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gongjiang.law.terms import EXITS
from gongjiang.office.cases.models import IssuedLetter
from gongjiang.office.honours.models import Certificate
from gongjiang.plans import plan_of, scheme
from gongjiang.web.limits import told_when, within
from gongjiang.web.measuring import bounded
from gongjiang.web.visitor import today

LONGEST = 30


@require_GET
def verify(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("number", "").strip()[:LONGEST]
    return _answer(request, asked) if asked else render(request, "portal/verify.html", {"face": "verify"})


@require_GET
def verified(request: HttpRequest, code: str) -> HttpResponse:
    """What a QR code leads to."""
    return _answer(request, code[:LONGEST])


def verifies(request: HttpRequest) -> bool:
    """Whether one more check is within the limit, of pages and of signed data together."""
    held = within(request, "verify", settings.HOURLY["verify"])
    if not held:
        bounded("verify")
    return held


def _answer(request: HttpRequest, asked: str) -> HttpResponse:
    if not verifies(request):
        late = {"face": "verify", "asked": asked, "late": _("查验过于频繁，请稍后再试")}
        return told_when(render(request, "portal/verify.html", late, status=429))
    found = Certificate.objects.filter(Q(number=asked) | Q(code=asked)).select_related("honour__case").first()
    told = {"face": "verify", "asked": asked, "done": True, "found": found, "today": today()}
    if found is None:
        told["letter"] = letter(asked)
    if found:
        told["title"] = plan_of(found.honour.case.scheme).registers.titles[found.honour.title].said
        told["by_code"] = found.code == asked
    return render(request, "portal/verify.html", told)


def letter(code: str) -> dict[str, Any] | None:
    """A voucher, by its code alone: numbers run on, and what one is for is nobody else's business."""
    held = IssuedLetter.objects.filter(code=code).select_related("case__person").first()
    if held is None:
        return None
    case = held.case
    return {"held": held, "name": case.person.name, "said": scheme(case.scheme).said,
            "stands": case.state not in EXITS}  # fmt: skip
