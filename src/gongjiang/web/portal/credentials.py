"""Certificates as signed data, and what it takes to check them without us: keys, and what was revoked."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from gongjiang.law.credential.bits import place
from gongjiang.office.honours.issuing import credential as made
from gongjiang.office.honours.issuing import current, document, revocations
from gongjiang.office.honours.models import Certificate, IssuingKey
from gongjiang.web.limits import told_when
from gongjiang.web.portal.certificates import verifies
from gongjiang.web.signed_data import ISSUER, signed_data
from gongjiang.web.visitor import now, public_address

WEB = "did:web:"


@require_GET
def credential(request: HttpRequest, code: str) -> HttpResponse:
    """By the code alone: whoever knows only the number gets nothing."""
    if not verifies(request):
        return told_when(HttpResponse(status=429))
    found = Certificate.objects.select_related("honour__case").filter(honour__revoked_on=None)
    held = get_object_or_404(found, code=code)
    _issuing()
    return signed_data(made(held, public_address(request), now().at), f"{held.number}.json")


@require_GET
def status_list(request: HttpRequest, number: int) -> HttpResponse:
    """Every list up to that of the newest certificate."""
    _issuing()
    last = Certificate.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    if not 1 <= number <= place(last)[0]:
        raise Http404
    return signed_data(revocations(number, public_address(request), now().at))


@require_GET
def issuer(request: HttpRequest) -> HttpResponse:
    _issuing()
    return signed_data(document(), kind=ISSUER)


@require_GET
def did(request: HttpRequest) -> HttpResponse:
    """Where did:web looks, when the issuer goes by such a name."""
    if not settings.ISSUER.startswith(WEB):
        raise Http404
    return issuer(request)


@require_GET
def seals(request: HttpRequest) -> HttpResponse:
    """The certificates that the files are sealed with, newest first."""
    papers = IssuingKey.objects.order_by("-pk").values_list("certificate", flat=True)
    if not papers:
        raise Http404
    return HttpResponse("".join(papers), content_type="application/x-pem-file")


def _issuing() -> None:
    if current() is None:
        raise Http404
