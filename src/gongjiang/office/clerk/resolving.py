"""审定: the city's decision is entered with its number, its day and its list,
which must equal the noticed one.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.carrying.notices import list_hash
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.honours.models import Resolution
from gongjiang.office.journal.models import record
from gongjiang.office.notice.models import Entry


@transaction.atomic
def enter_resolution(scheme: str, held: Round | None, document: str, on: date, signer: str, meeting: str,
                     cases: Sequence[Case], actor: Actor, now: Moment) -> Resolution:  # fmt: skip
    by = must(actor, "resolution.enter")
    if not document.strip() or not signer.strip():
        raise refuse("请填写文号和签发人", "Give the document number and its signer")
    if on > now.day:
        raise refuse("审定日期不能晚于今天", "The decision cannot be dated in the future")
    if Resolution.objects.filter(document=document.strip()).exists():
        raise refuse(f"文号 {document} 已登记", f"The document {document} is entered already")
    if not cases:
        raise refuse("审定名单为空", "The decision's list is empty")
    noticed = standing_on_notice(scheme, held)
    listed = list_hash(case.person.ref for case in cases)
    made = Resolution.objects.create(
        scheme=scheme,
        round=held,
        document=document.strip(),
        on=on,
        signer=signer.strip(),
        meeting=meeting,
        list_sha256=listed,
        equal=listed == list_hash(case.person.ref for case in noticed),
        entered_by_id=by,
        entered_at=now.at,
    )
    made.cases.set(cases)
    record(
        "resolution.enter",
        made.document,
        {"on": on, "list": listed, "equal": made.equal, "signer": signer, "by": actor.user},
        now.at,
    )
    return made


def standing_on_notice(scheme: str, held: Round | None) -> list[Case]:
    """The noticed list minus those struck: what the decision must say, no more and no less."""
    entries = Entry.objects.filter(superseded=False, case__scheme=scheme, case__round=held)
    standing = entries.exclude(state=Entry.State.STRUCK).exclude(
        case__state__in=(State.ENDED, State.WITHDRAWN)
    )
    undecided = standing.filter(case__state__in=(State.ON_NOTICE, State.CLEARED))
    return [entry.case for entry in undecided.select_related("case__person")]
