"""The certificate of a case, as a file, for those who see the case."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.papers import give_certificate
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.honours.models import Certificate
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, now


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


def public_address(request: HttpRequest) -> str:
    """The address people check certificates at: the installation's own, or the one this page was asked at."""
    given = getattr(settings, "PUBLIC_ADDRESS", "")
    return str(given or f"{request.scheme}://{request.get_host()}")
