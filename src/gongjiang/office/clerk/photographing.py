"""现场照片: brought one by one by the inspectors themselves, while the visit may still be changed."""

from dataclasses import asdict

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import account
from gongjiang.office.clerk.evidence import OF_CASE, Document, bytes_of
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.visiting import mine, unsigned_again
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.review.models import Photo, Visit

MOST, LONGEST = 12, 120
"""Photos of a visit, and signs of what is said beneath one."""


@transaction.atomic
def room_for_photo(visit: Visit, document: Document, caption: str, actor: Actor) -> Visit:
    """The visit, locked; refused before a byte of it is kept. The bytes of photos are counted by themselves:
    else whoever fills the case with documents could keep an inspector from adding one.
    """
    held, kept = mine(visit, actor), Photo.objects.filter(visit=visit)
    if not document.media_type.startswith("image/"):
        raise refuse("现场照片只接受图片", "A photo of the visit is a picture")
    if not 0 < len(caption.strip()) <= LONGEST:
        raise refuse(f"请写明照片内容（{LONGEST} 字以内）",
                     f"Say what the photo shows, in {LONGEST} characters at most")  # fmt: skip
    if kept.count() >= MOST:
        raise refuse(f"每次考察至多 {MOST} 张照片", f"A visit has {MOST} photos at most")
    if kept.filter(sha256=document.sha256).exists():
        raise refuse("这张照片已经添加过", "This photo has been added already")
    if bytes_of(kept) + document.size > OF_CASE:
        raise refuse("本次考察的照片已满 200 MB", "The photos of this visit fill 200 MB")
    return held


@transaction.atomic
def add_photo(visit: Visit, document: Document, caption: str, actor: Actor, now: Moment) -> Photo:
    """Like a changed report, it makes the signatures void that were given before it."""
    held, by = room_for_photo(visit, document, caption, actor), account(actor)
    told = asdict(document)
    sent = told.pop("sent") or document.sha256
    del told["kind"]
    made = Photo.objects.create(visit=held, caption=caption.strip(), by_id=by, at=now.at, **told)
    unsigned_again(held)
    rows = of_rows(wrote(Photo.objects.filter(pk=made.pk)))
    shown = {"photo": made.ref, "caption": made.caption, "by": by}
    record("visit.photo", held.ref, {**shown, "sha256": document.sha256, "sent": sent, **rows}, now.at)
    return made
