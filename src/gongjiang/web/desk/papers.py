"""The certificate of a case, as a file and as signed data, for those who see the case."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.papers import give_certificate, give_credential
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.honours.models import Certificate
from gongjiang.web.replies import refused
from gongjiang.web.signed_data import signed_data
from gongjiang.web.visitor import actor, now, public_address


@require_GET
@login_required
def certificate(request: HttpRequest, ref: str) -> HttpResponse:
    seen = visible_to(actor(request)).filter(ref=ref)
    held = get_object_or_404(Certificate, honour__case__in=seen.values("pk"))
    try:
        data = give_certificate(held, public_address(request), now())
    except Refused as no:
        refused(request, no.said)
        return redirect("desk:case", ref)
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{held.number}.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer


@require_GET
@login_required
def credential(request: HttpRequest, ref: str) -> HttpResponse:
    """The same title as signed data."""
    seen = visible_to(actor(request)).filter(ref=ref)
    held = get_object_or_404(Certificate, honour__case__in=seen.values("pk"))
    try:
        told = give_credential(held, public_address(request), now())
    except Refused as no:
        refused(request, no.said)
        return redirect("desk:case", ref)
    return signed_data(told, f"{held.number}.json")
