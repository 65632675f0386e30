"""Photos of an inspection: brought from a phone one at a time, shown to who may see what was found."""

from dataclasses import replace
from hashlib import sha256

from django.contrib.auth.decorators import login_required
from django.core.files.base import File
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from gongjiang.law.words import Problem
from gongjiang.office.clerk.evidence import Document
from gongjiang.office.clerk.photographing import add_photo, room_for_photo
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.review.models import Photo, Visit
from gongjiang.office.review.visible import visits_seen
from gongjiang.web.uploads import attachment, inert, keep
from gongjiang.web.visitor import actor, now

LONG_SIDE = 2048
"""Pixels that a photo is kept with at most: a phone's own are many, and are read over the air again. Who has
the whole one can show by its hash, in the record, that it is the one that was sent.
"""


def bring(request: HttpRequest, held: Visit) -> Photo:
    """The file of the request, judged, and kept only if there is room for it."""
    file, caption, me = request.FILES.get("file"), request.POST.get("caption", ""), actor(request)
    given = inert(file if isinstance(file, File) else None, LONG_SIDE)
    if isinstance(given, Problem):
        raise Refused(given.said)
    found = sha256(given.body).hexdigest()
    document = Document("photo", given.name, given.media_type, len(given.body), found, "", given.sent)
    room_for_photo(held, document, caption, me)
    stored, _ = keep(given.body)
    return add_photo(held, replace(document, stored=stored), caption, me, now())


@require_GET
@login_required
def photo(request: HttpRequest, ref: str) -> HttpResponseBase:
    seen = visits_seen(actor(request)).values("pk")
    held = get_object_or_404(Photo.objects.exclude(stored=""), ref=ref, visit__in=seen)
    return attachment(held.stored, held.name, held.media_type)
