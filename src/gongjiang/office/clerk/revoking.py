"""撤销: by the same authority and the same kind of decision; what follows from the title stops;
nothing disappears.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS, State
from gongjiang.office.cases.models import Case
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.disclosing import reasoned
from gongjiang.office.clerk.happened import happens
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.proposing import decide, prepare
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.stories import title_fell
from gongjiang.office.honours.models import Certificate, Honour
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.matching import exempt
from gongjiang.office.ledger.models import MatchDue, Payable, PayableState
from gongjiang.office.ledger.owing import stop
from gongjiang.office.ledger.recovering import recover, recoverable
from gongjiang.office.ledger.reserves import live_reserves, void_reserve
from gongjiang.office.post.models import Letter
from gongjiang.office.registry.models import Person, Proposal, Proposed
from gongjiang.plans import plan_of

ENDED = "称号撤销，后续事项终止"
LED = "领办人称号撤销，暂停运行"
ENDED_EN = "The title was revoked: what follows from it ends"


@transaction.atomic
def prepare_revocation(
    honour: Honour, ground: str, document: str, on: date, reason: str, actor: Actor, now: Moment
) -> Proposal:
    """The ground, the number of the decision and why, for another person to decide; nothing follows yet."""
    must(actor, "honour.prepare")
    standing(honour, actor)
    if ground not in Honour.Ground.values or not document.strip():
        raise refuse("请选择事由并填写撤销文号", "Choose the ground and give the number of the decision")
    facts = {"ground": ground, "document": document.strip()[:80], "on": on.isoformat()}
    return prepare(Proposed.REVOKE, honour.case.ref, facts | {"reason": reasoned(reason)}, actor, now)


@transaction.atomic
def decide_revocation(held: Proposal, granted: bool, actor: Actor, now: Moment) -> Honour:
    """By another person than prepared it; declined, the title stands."""
    must(actor, "honour.revoke")
    found = decide(held, (Proposed.REVOKE,), granted, actor, now)
    locked = Honour.objects.select_for_update(of=("self",)).select_related("case", "person")
    honour = locked.get(case__ref=found.key)
    standing(honour, actor)
    if granted:
        revoke(honour, found, actor, now)
    return honour


def standing(honour: Honour, actor: Actor) -> None:
    """Only a title that stands is revoked, and by nobody of their own."""
    if honour.revoked_on:
        raise refuse("该称号已撤销", "This title is revoked already")
    if honour.person_id == actor.person:
        raise refuse("不能办理本人事项", "Nobody decides on their own matter")


def revoke(honour: Honour, decided: Proposal, actor: Actor, now: Moment) -> None:
    """Recovery opens on fraud alone unless ruled otherwise."""
    following = Case.objects.select_for_update(of=("self",), no_key=True).filter(cause=honour.case)
    cases = list(following.select_related("person").order_by("pk"))
    nothing_on_its_way(cases)
    ground, document = decided.facts["ground"], decided.facts["document"]
    honour.revoked_on, honour.ground, honour.revoked_by = (
        date.fromisoformat(decided.facts["on"]),
        ground,
        document,
    )
    honour.save(update_fields=["revoked_on", "ground", "revoked_by"])
    decider = Person.objects.get(pk=decided.decided_person_id or 0)
    hands = Hands(decided.prepared_person, decider, now.day, now.at)
    for due in MatchDue.objects.filter(case__in=[honour.case, *cases], exemption=None):
        exempt(due, ENDED, document, hands)
    for case in cases:
        end_following(case, recovers(honour, now), document, hands, actor, now)
    title_fell(honour, now)
    suspend_led(honour, actor, now)
    told(honour, now)
    leaf = {"title": honour.title, "ground": ground, "document": document, "on": honour.revoked_on,
            "proposal": decided.ref, "by": actor.user}  # fmt: skip
    rows = of_rows(wrote(Honour.objects.filter(pk=honour.pk)))
    record("honour.revoke", honour.person.ref, leaf | rows, now.at)


def suspend_led(honour: Honour, actor: Actor, now: Moment) -> None:
    """What runs under the revoked title, such as a studio, stands still until the office has decided."""
    number = Certificate.objects.filter(honour=honour).values_list("number", flat=True).first()
    running = Case.objects.select_for_update(of=("self",), no_key=True).filter(
        answers__craftsman=number or "-", state__in=(State.BUILDING, State.RUNNING)
    )
    for case in running:
        happens(case, "suspend", State.SUSPENDED, LED, actor, now)
        case.state, case.version = State.SUSPENDED, case.version + 1
        case.save(update_fields=["state", "version"])


def nothing_on_its_way(cases: Sequence[Case]) -> None:
    """A sum in a batch can be neither stopped nor recovered until it is out of it or the bank answered."""
    if batched := Payable.objects.filter(case__in=cases, state=PayableState.BATCHED).first():
        number = batched.rows.latest("pk").batch.number
        raise refuse(
            f"款项已编入支付批次 {number}，请先撤出或待回盘后再撤销",
            f"The reward is in batch {number}: take it out, or wait for the bank's reply, then revoke",
        )


def told(honour: Honour, now: Moment) -> Letter:
    """The person is told by which decision, from when, and that it may be reviewed."""
    document, on = honour.revoked_by, honour.revoked_on
    return Letter.objects.create(
        person=honour.person,
        case=honour.case,
        subject="称号撤销告知",
        subject_en="Your title was revoked",
        body=f"依据 {document}，您的称号自 {on} 起撤销。可依法申请行政复议。",
        body_en=f"By {document} your title is revoked from {on}. You may ask for reconsideration.",
        written_at=now.at,
    )


def recovers(honour: Honour, now: Moment) -> bool:
    """Whether the ground opens recovery of what was paid."""
    only_on_fraud = settings_of(plan_of(honour.case.scheme)).value("recovery_on_fraud", now.day)
    return honour.ground == Honour.Ground.FRAUD if only_on_fraud else True


def end_following(
    case: Case, recovering: bool, document: str, hands: Hands, actor: Actor, now: Moment
) -> None:
    """Money set aside goes back, money owed is stopped, money paid is recovered where the ground allows."""
    for _, clause in live_reserves([case]):
        void_reserve(case, clause, ENDED, hands)
    for payable in Payable.objects.filter(case=case):
        if payable.state in (PayableState.OWED, PayableState.RETURNED):
            stop(payable, ENDED, hands)
        elif payable.state == PayableState.PAID and recovering and (rest := recoverable(payable)):
            recover(payable, rest, ENDED, document, hands)
    if case.state in EXITS or case.state == State.OWED:
        return
    happens(case, "revoke", State.ENDED, ENDED, actor, now)
    case.state, case.version = State.ENDED, case.version + 1
    case.save(update_fields=["state", "version"])
