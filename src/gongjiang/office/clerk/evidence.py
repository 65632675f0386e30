"""Adding a document to a case: what it is, its hash, who brought it."""

from dataclasses import asdict, dataclass

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS
from gongjiang.office.cases.models import Case, Evidence
from gongjiang.office.clerk.authority import account, must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.plans import scheme as scheme_of


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


@transaction.atomic
def add_evidence(case: Case, document: Document, actor: Actor, now: Moment) -> Evidence:
    own = actor.person is not None and actor.person == case.person_id
    by = account(actor) if own else must(actor, "evidence.add")
    if document.kind not in dict(scheme_of(case.scheme).evidence):
        raise refuse("请选择材料名称", "Choose which document this is")
    if case.state in EXITS:
        raise refuse("本件已办结，不能再加材料", "This case is closed: no document can be added")
    told = asdict(document)
    sent = told.pop("sent") or document.sha256
    made = Evidence.objects.create(case=case, by_id=by, at=now.at, **told)
    rows = of_rows(wrote(Evidence.objects.filter(pk=made.pk)))
    body = {"kind": document.kind, "sha256": document.sha256, "sent": sent, "by": by, **rows}
    record("evidence.add", case.ref, body, now.at)
    return made
