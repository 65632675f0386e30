"""Documents of a case: added by those who may, read by those who see the case."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.base import File
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gongjiang.law.policy import may
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Evidence
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.evidence import Document, add_evidence, room_for
from gongjiang.office.clerk.refused import Refused
from gongjiang.web.desk.cases import seen
from gongjiang.web.replies import refused
from gongjiang.web.uploads import Inert, attachment, inert, keep
from gongjiang.web.visitor import actor, now


@require_POST
@login_required
def upload(request: HttpRequest, ref: str) -> HttpResponse:
    held = seen(request, ref)
    me = actor(request)
    if me.person != held.person_id and not may(me, "evidence.add"):
        raise Http404
    file, kind = request.FILES.get("file"), request.POST.get("kind", "")
    try:
        given = inert(file if isinstance(file, File) else None)
        if isinstance(given, Problem):
            raise Refused(given.said)
        room_for(held, kind, len(given.body), me)
        add_evidence(held, stored(kind, given), me, now())
        messages.success(request, _("材料已上传"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:case", ref)


def stored(kind: str, given: Inert) -> Document:
    name, sha256 = keep(given.body)
    return Document(kind, given.name, given.media_type, len(given.body), sha256, name, given.sent)


@require_GET
@login_required
def evidence(request: HttpRequest, ref: str) -> HttpResponseBase:
    file = get_object_or_404(Evidence, ref=ref, case__in=visible_to(actor(request)).values("pk"))
    if not file.stored:
        raise Http404
    return attachment(file.stored, file.name, file.media_type)
