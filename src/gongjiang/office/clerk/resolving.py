"""审定: the city's decision is entered with its number, its day and its list,
which must equal the noticed one.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.carrying.notices import list_hash
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.honours.models import Resolution
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.notice.models import Entry


@in_turn
def enter_resolution(scheme: str, held: Round | None, document: str, on: date, signer: str, meeting: str,
                     cases: Sequence[Case], actor: Actor, now: Moment) -> Resolution:  # fmt: skip
    by = must(actor, "resolution.enter")
    if fault := fault_in(document.strip(), on, signer.strip(), cases, now):
        raise Refused(fault)
    listed = list_hash(case.person.ref for case in cases)
    equal = listed == list_hash(case.person.ref for case in standing_on_notice(scheme, held))
    made = Resolution(scheme=scheme, round=held, document=document.strip(), on=on, signer=signer.strip())
    made.meeting, made.list_sha256, made.equal = meeting, listed, equal
    made.entered_by_id, made.entered_at = by, now.at
    made.save()
    made.cases.set(cases)
    body = {"on": on, "list": listed, "equal": equal, "signer": signer, "by": by}
    record("resolution.enter", made.document, body | as_it_is(made), now.at)
    return made


def as_it_is(made: Resolution) -> dict[str, Any]:
    list_ = Resolution.cases.through.objects.filter(resolution=made)
    return of_rows(wrote(Resolution.objects.filter(pk=made.pk)), wrote(list_))


def fault_in(document: str, on: date, signer: str, cases: Sequence[Case], now: Moment) -> Words | None:
    """Why the decision cannot be entered, if it cannot."""
    if not document or not signer:
        return Words("请填写文号和签发人", "Give the document number and its signer")
    if on > now.day:
        return Words("审定日期不能晚于今天", "The decision cannot be dated in the future")
    if Resolution.objects.filter(document=document).exists():
        return Words(f"文号 {document} 已登记", f"The document {document} is entered already")
    return None if cases else Words("审定名单为空", "The decision's list is empty")


def standing_on_notice(scheme: str, held: Round | None) -> list[Case]:
    """The noticed list minus those struck: what the decision must say, no more and no less."""
    entries = Entry.objects.filter(superseded=False, case__scheme=scheme, case__round=held)
    standing = entries.exclude(state=Entry.State.STRUCK).exclude(
        case__state__in=(State.ENDED, State.WITHDRAWN)
    )
    undecided = standing.filter(case__state__in=(State.ON_NOTICE, State.CLEARED))
    return [entry.case for entry in undecided.select_related("case__person")]
