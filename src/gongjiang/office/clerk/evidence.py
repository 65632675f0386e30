"""Adding a document to a case: what it is, its hash, who brought it, and whether there is room."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet, Sum

from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS, Role
from gongjiang.office.cases.models import Case, Evidence
from gongjiang.office.clerk.authority import account, must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.plans import scheme as scheme_of

OF_CASE, OF_PERSON = 200 * 1024**2, 2 * 1024**3
"""Bytes that the documents of a case may fill, and that one person from outside may send in a round."""
OUTSIDE = frozenset({Role.EMPLOYER, Role.NOMINATOR})
"""The office itself brings documents of everybody's cases: of it the cases alone are bounded."""


@dataclass(frozen=True)
class Document:
    """A file as it was kept: what it is, its name, its type by content, its hash, where it lies.

    `sent` is the hash of what was sent: a picture is written anew before it is kept.
    """

    kind: str
    name: str
    media_type: str
    size: int
    sha256: str
    stored: str
    sent: str = ""


def room_for(case: Case, kind: str, size: int, actor: Actor) -> int:
    """The account that brings it; refused before a byte of it is kept."""
    own = actor.person is not None and actor.person == case.person_id
    by = account(actor) if own else must(actor, "evidence.add")
    if kind not in dict(scheme_of(case.scheme).evidence):
        raise refuse("请选择材料名称", "Choose which document this is")
    if case.state in EXITS:
        raise refuse("本件已办结，不能再加材料", "This case is closed: no document can be added")
    if bytes_of(Evidence.objects.filter(case=case)) + size > OF_CASE:
        raise refuse(
            "本件材料已满 200 MB，不能再加", "The documents of this case fill 200 MB: no more is taken"
        )
    if actor.roles <= OUTSIDE and bytes_of(brought(case, actor)) + size > OF_PERSON:
        raise refuse("您在本批次上传的材料已满 2 GB，不能再加",
                     "What you sent in this round fills 2 GB: no more is taken")  # fmt: skip
    return by


def brought(case: Case, actor: Actor) -> QuerySet[Evidence]:
    """What this person sent in this round, whatever their accounts; or, where there are no rounds, in this
    scheme.
    """
    whose = Q(by=actor.user) if actor.person is None else Q(by__person=actor.person)
    there = Q(case__round=case.round_id) if case.round_id else Q(case__scheme=case.scheme)
    return Evidence.objects.filter(whose & there)


def bytes_of(found: QuerySet[Any]) -> int:
    """Of files that have a size."""
    return found.aggregate(sum=Sum("size"))["sum"] or 0


@transaction.atomic
def add_evidence(case: Case, document: Document, actor: Actor, now: Moment) -> Evidence:
    by = room_for(case, document.kind, document.size, actor)
    told = asdict(document)
    sent = told.pop("sent") or document.sha256
    made = Evidence.objects.create(case=case, by_id=by, at=now.at, **told)
    rows = of_rows(wrote(Evidence.objects.filter(pk=made.pk)))
    body = {"kind": document.kind, "sha256": document.sha256, "sent": sent, "by": by, **rows}
    record("evidence.add", case.ref, body, now.at)
    return made
