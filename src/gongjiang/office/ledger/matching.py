"""单位 1∶1 配套: what a third party owes. No fen of ours moves: evidence is all there is to keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from gongjiang.law.dated import months_after
from gongjiang.law.money import Fen
from gongjiang.law.spelling import plain_spelling
from gongjiang.office.cases.models import Case
from gongjiang.office.journal.models import record, record_many
from gongjiang.office.ledger.hands import Hand, Hands
from gongjiang.office.ledger.models import Decision, MatchDue, MatchEvidence, MatchExemption
from gongjiang.office.ledger.posting import must_be_a_sum
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.models import Organisation


@dataclass(frozen=True)
class Obligation:
    """What a decision puts upon the unit that employed the person on its day."""

    case: Case
    employer: Organisation
    amount: Fen
    clause: str
    document: str
    decided_on: date
    months: int


@dataclass(frozen=True)
class Slip:
    """A bank receipt as it reads, and the file that shows it."""

    payer: str
    payee: str
    amount: Fen
    paid_on: date
    serial: str
    sha256: str
    stored: str
    name: str
    media_type: str
    sent: str = ""
    """The hash of the file as it was sent: a picture is written anew before it is kept."""

    @property
    def columns(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "sent"}


@in_turn
def open_dues(wanted: Sequence[Obligation], hands: Hands) -> list[MatchDue]:
    """One due for a case and a clause; the same again finds it."""
    known = {
        (due.case_id, due.clause): due
        for due in MatchDue.objects.filter(case__in=[one.case.pk for one in wanted])
    }
    fresh = [one for one in wanted if (one.case.pk, one.clause) not in known]
    for one in fresh:
        must_be_a_sum(one.amount)
        if not one.document:
            refuse("没有依据文号，不能要求配套", "no match is due without a document number")
    made = MatchDue.objects.bulk_create([_due(one, hands) for one in fresh])
    record_many([_leaf(due) for due in made], hands.at)
    known |= {(due.case_id, due.clause): due for due in made}
    return [known[one.case.pk, one.clause] for one in wanted]


@in_turn
def submit(due: MatchDue, slip: Slip, by: Hand) -> MatchEvidence:
    """Enter a receipt: judged at once against the due, and waiting for a second person."""
    held = MatchDue.objects.select_related("employer", "person").get(pk=due.pk)
    must_be_a_sum(slip.amount)
    if by.person.pk == held.person_id:
        refuse("不得经办本人的配套", "nobody handles a match paid to themselves")
    _must_fit(held, slip, by.on)
    serial = plain_spelling(slip.serial)
    if not serial:
        refuse("应填写银行流水号", "the bank's serial number is needed")
    made = MatchEvidence(due=held, maker=by.person, made_at=by.at, **{**slip.columns, "serial": serial,
                         "payer": held.employer.name, "payee": held.person.name})  # fmt: skip
    _add(made)
    told = {"due": held.ref, "amount": slip.amount, "serial": serial, "sha256": slip.sha256}
    told["sent"] = slip.sent or slip.sha256
    record("match.evidence", made.ref, {**told, "by": by.person.ref}, by.at)
    return made


@in_turn
def decide(evidence: MatchEvidence, to: Decision, reason: str, by: Hand) -> MatchEvidence:
    """The second person finds the receipt true, or not."""
    held = MatchEvidence.objects.select_for_update(of=("self",)).select_related("due").get(pk=evidence.pk)
    if held.state != Decision.WAITING:
        refuse("该凭证已复核", "this receipt was decided before")
    if by.person.pk in (held.maker_id, held.due.person_id):
        refuse("须由另一人复核，且不得为收款人本人", "another person decides, and never the payee")
    held.state, held.reason, held.checker, held.decided_at = to, reason, by.person, by.at
    held.save(update_fields=["state", "reason", "checker", "decided_at"])
    record(f"match.{to}", held.ref, {"by": by.person.ref, "reason": reason}, by.at)
    return held


@in_turn
def exempt(due: MatchDue, basis: str, document: str, hands: Hands) -> MatchExemption:
    """The unit need not pay: bankrupt, closed, or the title revoked; once, with its basis."""
    hands.must_differ()
    if not basis or not document:
        refuse("豁免应有依据和文号", "an exemption needs its basis and a document")
    if MatchExemption.objects.filter(due=due).exists():
        refuse("该配套已豁免", "this match is exempt already")
    made = MatchExemption.objects.create(due=due, basis=basis, document=document, maker=hands.maker,
                                         checker=hands.checker, on=hands.on, at=hands.at)  # fmt: skip
    people = {"maker": hands.maker.ref, "checker": hands.checker.ref}
    record("match.exempt", due.ref, {"basis": basis, "document": document, **people}, hands.at)
    return made


def _must_fit(due: MatchDue, slip: Slip, today: date) -> None:
    """Paid by the employer of the decision, to the person, on or after the decision."""
    if plain_spelling(slip.payer) != plain_spelling(due.employer.name):
        refuse(
            f"付款户名应为审定时的单位“{due.employer.name}”", "the payer must be the employer at the decision"
        )
    if plain_spelling(slip.payee) != plain_spelling(due.person.name):
        refuse(f"收款户名应为{due.person.name}本人", "the payee must be the person, in their own name")
    if not due.decided_on <= slip.paid_on <= today:
        refuse(
            "付款日期应在审定之日或以后，且不晚于今天", "paid on or after the decision, and not after today"
        )


def _add(made: MatchEvidence) -> None:
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        refuse("该银行流水或回单已作过配套凭证", "this slip or this receipt has served as evidence before")


def _due(one: Obligation, hands: Hands) -> MatchDue:
    due_on = months_after(one.decided_on, one.months)
    return MatchDue(case=one.case, person_id=one.case.person_id, employer=one.employer, amount=one.amount,
                    clause=one.clause, document=one.document, decided_on=one.decided_on, due_on=due_on,
                    opened_at=hands.at)  # fmt: skip


def _leaf(due: MatchDue) -> tuple[str, str, dict[str, object]]:
    told = {"case": due.case_id, "employer": due.employer_id, "amount": due.amount, "due_on": due.due_on}
    return "match.due", due.ref, {**told, "document": due.document}
