"""Documents of a case: added by those who may, read by those who see the case."""

from pathlib import PurePath

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.base import File
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gongjiang.law.policy import may
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Evidence
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.evidence import Document, add_evidence
from gongjiang.office.clerk.refused import Refused
from gongjiang.web.desk.cases import seen
from gongjiang.web.replies import refused
from gongjiang.web.uploads import attachment, fault, keep, media_type
from gongjiang.web.visitor import actor, now

LONGEST_NAME = 120
NOTHING = Words("请选择文件", "Choose a file")


@require_POST
@login_required
def upload(request: HttpRequest, ref: str) -> HttpResponse:
    held = seen(request, ref)
    me = actor(request)
    if me.person != held.person_id and not may(me, "evidence.add"):
        raise Http404
    file = request.FILES.get("file")
    problem = fault(file if isinstance(file, File) else None)
    try:
        if problem or not isinstance(file, File):
            raise Refused(problem.said if problem else NOTHING)
        add_evidence(held, stored(request.POST.get("kind", ""), file), actor(request), now())
        messages.success(request, _("材料已上传"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:case", ref)


def stored(kind: str, file: File) -> Document:  # type: ignore[type-arg]
    body = file.read()
    name, sha256 = keep(body)
    shown = PurePath(file.name or "").name[-LONGEST_NAME:]
    return Document(kind, shown, media_type(body) or "", len(body), sha256, name)


@require_GET
@login_required
def evidence(request: HttpRequest, ref: str) -> HttpResponseBase:
    file = get_object_or_404(Evidence, ref=ref, case__in=visible_to(actor(request)).values("pk"))
    if not file.stored:
        raise Http404
    return attachment(file.stored, file.name, file.media_type)
