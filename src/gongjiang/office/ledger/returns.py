"""Pay again what came back: once per return, after the account was replaced or confirmed."""

from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import chart
from gongjiang.office.ledger.models import Kind, Move, Payable, PayableState, RowState
from gongjiang.office.ledger.owing import line_of, must_be_own
from gongjiang.office.ledger.posting import Leg, post_many
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.models import PayeeAccount


@in_turn
def reopen(payable: Payable, account: PayeeAccount, reason: str, hands: Hands) -> Payable:
    """Owe a returned sum again, to this account: a new one, or the old one found right, with the reason."""
    held = Payable.objects.select_for_update(of=("self",)).select_related("person", "case").get(pk=payable.pk)
    if held.state != PayableState.RETURNED:
        refuse("只有退回的款项可以重付", "only a returned payment can be paid again")
    if not reason:
        refuse("应填写理由", "a reason is needed")
    must_be_own(account, held.case)
    hands.must_not_gain(held.person_id)
    returned = held.rows.filter(state=RowState.RETURNED).latest("pk")
    accounts, key = chart(line_of(held)), f"reopen:{returned.reference}"
    ends = accounts[Kind.RETURNED], accounts[Kind.PAYABLE]
    leg = Leg(key, key, Move.POST, *ends, held.amount, held.case, held, held.clause, reason)
    post_many([leg], hands)
    held.state, held.account, held.reason = PayableState.OWED, account, reason
    held.save(update_fields=["state", "account", "reason"])
    return held


@in_turn
def replace_account(payable: Payable, account: PayeeAccount) -> Payable:
    """Set the account of what is owed and not yet in a batch."""
    held = Payable.objects.select_for_update(of=("self",)).select_related("person").get(pk=payable.pk)
    if held.state != PayableState.OWED:
        refuse(
            "只能更换尚未编批的应付款账户", "the account changes only while the sum is owed and in no batch"
        )
    must_be_own(account, held.case)
    held.account = account
    held.save(update_fields=["account"])
    return held
