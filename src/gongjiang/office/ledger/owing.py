"""Owe a person under an entitlement, once for life; stop what should not be paid."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from gongjiang.office.cases.models import Case
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import Chart, Line, chart, charts, must_be_allowed
from gongjiang.office.ledger.models import Kind, Move, Payable, PayableState, Transfer
from gongjiang.office.ledger.models.payable import TAX_TO_CONFIRM
from gongjiang.office.ledger.posting import Leg, closing, lock, must_be_a_sum, post_many
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.reserves import Share, live_reserves, must_be_alike
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.models import PayeeAccount


@dataclass(frozen=True)
class Claim(Share):
    """A share that has become due: `entitlement` names what can be had once, `document` what decided it."""

    entitlement: str
    document: str
    account: PayeeAccount | None = None
    tax_note: str = TAX_TO_CONFIRM


def owe(claim: Claim, hands: Hands) -> Payable:
    return owe_many([claim], hands)[0]


@in_turn
def owe_many(claims: Sequence[Claim], hands: Hands) -> list[Payable]:
    """Owe every claim or none. The reserve of the case is used up; without one the budget pays directly."""
    accounts = charts(claim.line for claim in claims)
    must_be_allowed((claim.line for claim in claims), hands.on)
    lock(account for chart in accounts.values() for account in chart.values())
    for claim in claims:
        _must_be_due(claim, hands)
    live, stopped = _earlier(claim.entitlement for claim in claims)
    fresh = [claim for claim in claims if not _standing(claim, live.get(claim.entitlement))]
    made = _added([_payable(claim, hands) for claim in fresh])
    reserves = live_reserves(claim.case for claim in fresh)
    legs = []
    for claim, payable in zip(fresh, made, strict=True):
        past = stopped[claim.entitlement]
        legs += _legs(claim, payable, accounts[claim.line], reserves.get(claim.matter), past)
    if legs:
        post_many(legs, hands)
    live.update({payable.entitlement: payable for payable in made})
    return [live[claim.entitlement] for claim in claims]


@in_turn
def stop(payable: Payable, reason: str, hands: Hands) -> Payable:
    """Not to be paid after all: the money goes back to the budget and the entitlement is free again."""
    if not reason:
        refuse("应填写理由", "a reason is needed")
    held = Payable.objects.select_for_update().get(pk=payable.pk)
    source = {PayableState.OWED: Kind.PAYABLE, PayableState.RETURNED: Kind.RETURNED}.get(
        PayableState(held.state)
    )
    if source is None:
        refuse(
            "只有应付或退回的款项可以停付，请先移出或作废批次", "only what is owed or returned can be stopped"
        )
    accounts, key = chart(line_of(held)), f"stop:{held.ref}"
    leg = Leg(key, key, Move.POST, accounts[source], accounts[Kind.BUDGET], held.amount, held.case, held,
              held.clause, reason)  # fmt: skip
    post_many([leg], hands)
    held.state, held.reason = PayableState.STOPPED, reason
    held.save(update_fields=["state", "reason"])
    return held


def times_paid(cases: Sequence[Case]) -> dict[int, int]:
    """For each case, by its key: how often its person was given the same by other cases of its scheme."""
    live = Payable.objects.exclude(state=PayableState.STOPPED).filter(person__in={c.person_id for c in cases})
    given = list(live.values_list("person", "case__scheme", "case"))
    all_told = Counter((person, scheme) for person, scheme, _ in given)
    own = Counter(case for *_, case in given)
    return {case.pk: all_told[case.person_id, case.scheme] - own[case.pk] for case in cases}


def line_of(payable: Payable) -> Line:
    return Line(payable.fund, payable.year, payable.line)


def must_be_own(account: PayeeAccount, case: Case) -> None:
    """Money goes to an account of the person, or of the very unit of the case, in the owner's own name."""
    unit = account.organisation
    if unit is not None and (unit.pk != case.employer_id or account.holder.strip() != unit.name.strip()):
        refuse("户名应与申领单位一致", "the account must be that of the unit of the case, in its own name")
    if unit is None and (
        account.person_id != case.person_id or account.holder.strip() != case.person.name.strip()
    ):
        refuse("户名应与收款人一致", "the account must be the payee's own, in their own name")


def newest_of(payable: Payable) -> PayeeAccount | None:
    """The newest account of whoever is paid: of the unit where the money goes to one, else of the person."""
    held = payable.account
    if payable.to_unit:
        unit = held.organisation_id if held is not None else payable.case.employer_id
        owned = PayeeAccount.objects.filter(organisation=unit)
    else:
        owned = PayeeAccount.objects.filter(person=payable.person_id)
    return owned.order_by("-pk").first()


def _must_be_due(claim: Claim, hands: Hands) -> None:
    must_be_a_sum(claim.amount)
    hands.must_not_gain(claim.case.person_id)
    if not claim.document:
        refuse("没有依据文号，不能列应付", "nothing is owed without a document number")
    if claim.account:
        must_be_own(claim.account, claim.case)


def _earlier(entitlements: Iterable[str]) -> tuple[dict[str, Payable], Counter[str]]:
    """The live payable of each entitlement, and how many were stopped before."""
    live: dict[str, Payable] = {}
    stopped: Counter[str] = Counter()
    wanted = list(entitlements)
    for start in range(0, len(wanted), 500):
        for payable in Payable.objects.filter(entitlement__in=wanted[start : start + 500]):
            if payable.state == PayableState.STOPPED:
                stopped[payable.entitlement] += 1
            else:
                live[payable.entitlement] = payable
    return live, stopped


def _standing(claim: Claim, earlier: Payable | None) -> bool:
    """True when the same claim was made before; another one on the same entitlement is refused."""
    if earlier is None:
        return False
    asked = (claim.case.pk, claim.line, claim.amount, claim.clause, claim.document)
    if asked != (earlier.case_id, line_of(earlier), earlier.amount, earlier.clause, earlier.document):
        refuse("该权益已有应付或已付款项", "this entitlement already has a live payable")
    return True


def _added(payables: list[Payable]) -> list[Payable]:
    """One entitlement asked for twice, here or on another line at once: the second meets the unique index."""
    try:
        with transaction.atomic():
            return Payable.objects.bulk_create(payables)
    except IntegrityError:
        refuse("该权益已有应付或已付款项", "this entitlement already has a live payable")


def _payable(claim: Claim, hands: Hands) -> Payable:
    return Payable(
        entitlement=claim.entitlement, case=claim.case, person_id=claim.case.person_id, account=claim.account,
        amount=claim.amount, fund=claim.line.fund, year=claim.line.year, line=claim.line.line,
        clause=claim.clause, document=claim.document, tax_note=claim.tax_note, opened_at=hands.at,
    )  # fmt: skip


def _legs(claim: Claim, payable: Payable, accounts: Chart, reserve: Transfer | None, past: int) -> list[Leg]:
    key = f"owe:{claim.entitlement}:{past}"
    source, legs = Kind.BUDGET, []
    if reserve:
        must_be_alike(reserve, claim, accounts)
        source = Kind.ENCUMBRANCE
        legs = [closing(Move.SETTLE, reserve, f"{key}:settle", payable=payable)]
    ends = accounts[source], accounts[Kind.PAYABLE]
    post = Leg(key, key, Move.POST, *ends, claim.amount, claim.case, payable, claim.clause, claim.document)
    return [*legs, post]
