"""Checking a certificate by number or code: valid, revoked since, or unknown;
the same answer for all that is unknown.
"""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gongjiang.office.honours.models import Certificate
from gongjiang.plans import plan_of
from gongjiang.web.limits import within
from gongjiang.web.visitor import today

LONGEST = 30
LIMIT = 60


@require_GET
def verify(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("number", "").strip()[:LONGEST]
    return _answer(request, asked) if asked else render(request, "portal/verify.html", {"face": "verify"})


@require_GET
def verified(request: HttpRequest, code: str) -> HttpResponse:
    """What a QR code leads to."""
    return _answer(request, code[:LONGEST])


def _answer(request: HttpRequest, asked: str) -> HttpResponse:
    if not within(request, "verify", LIMIT):
        answer = render(
            request,
            "portal/verify.html",
            {"face": "verify", "asked": asked, "late": _("查验过于频繁，请稍后再试")},
        )
        answer.status_code = 429
        return answer
    found = Certificate.objects.filter(Q(number=asked) | Q(code=asked)).select_related("honour__case").first()
    told = {"face": "verify", "asked": asked, "done": True, "found": found, "today": today()}
    if found:
        told["title"] = plan_of(found.honour.case.scheme).registers.titles[found.honour.title].said
        told["by_code"] = found.code == asked
    return render(request, "portal/verify.html", told)
