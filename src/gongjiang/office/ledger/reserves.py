"""Set money aside when the city approves; give it back when a person is struck from the list."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongjiang.law.money import Fen
from gongjiang.office.cases.models import Case
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import Chart, Line, charts, must_be_allowed
from gongjiang.office.ledger.models import Kind, Move, Transfer
from gongjiang.office.ledger.posting import Leg, closing, lock, must_be_a_sum, post_many
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.turn import in_turn

Matter = tuple[int, str]
"""A case and a clause: the two that a reserve is for."""


@dataclass(frozen=True)
class Share:
    """What one case is to get under one clause, and from which line."""

    case: Case
    line: Line
    amount: Fen
    clause: str

    @property
    def matter(self) -> Matter:
        return (self.case.pk, self.clause)


def reserve(case: Case, line: Line, amount: Fen, clause: str, hands: Hands) -> Transfer:
    return reserve_many([Share(case, line, amount, clause)], hands)[0]


@in_turn
def reserve_many(shares: Sequence[Share], hands: Hands) -> list[Transfer]:
    """Reserve every share or none. A share already reserved alike is found; otherwise it is refused."""
    must_be_allowed((share.line for share in shares), hands.on)
    accounts = charts(share.line for share in shares)
    lock(chart[Kind.BUDGET] for chart in accounts.values())
    live, past = _reserves(share.case for share in shares)
    legs, standing = [], {}
    for share in shares:
        must_be_a_sum(share.amount)
        hands.must_not_gain(share.case.person_id)
        if share.matter in live:
            standing[share.matter] = must_be_alike(live[share.matter], share, accounts[share.line])
        else:
            legs.append(_leg(share, accounts[share.line], past[share.matter]))
    made = {(t.case_id, t.clause): t for t in post_many(legs, hands)} if legs else {}
    return [standing.get(share.matter) or made[share.matter] for share in shares]


@in_turn
def void_reserve(case: Case, clause: str, reason: str, hands: Hands) -> Transfer:
    """Give back what was set aside for a person who is struck, with the reason."""
    if not reason:
        refuse("应填写理由", "a reason is needed")
    found = live_reserves([case]).get((case.pk, clause))
    if found is None:
        refuse("没有未结的预留", "there is no open reserve")
    return post_many([closing(Move.VOID, found, f"void:{found.key}", reason)], hands)[0]


def live_reserves(cases: Iterable[Case]) -> dict[Matter, Transfer]:
    """Reserves of these cases that nobody has closed."""
    return _reserves(cases)[0]


def must_be_alike(reserve: Transfer, share: Share, accounts: Chart) -> Transfer:
    if (reserve.amount, reserve.debit_id) != (share.amount, accounts[Kind.BUDGET].pk):
        refuse("与已有预留的金额或资金来源不同", "the open reserve has another amount or another line")
    return reserve


def _reserves(cases: Iterable[Case]) -> tuple[dict[Matter, Transfer], Counter[Matter]]:
    """The open reserve of each matter, and how many it ever had."""
    live: dict[Matter, Transfer] = {}
    past: Counter[Matter] = Counter()
    ids = [case.pk for case in cases]
    for start in range(0, len(ids), 500):
        found = Transfer.objects.filter(kind=Move.RESERVE, case__in=ids[start : start + 500])
        for reserve in found.select_related("debit", "credit", "case").prefetch_related("closings"):
            matter = (reserve.case_id or 0, reserve.clause)
            past[matter] += 1
            if not reserve.closings.all():
                live[matter] = reserve
    return live, past


def _leg(share: Share, accounts: Chart, earlier: int) -> Leg:
    key = f"reserve:{share.case.ref}:{share.clause}:{earlier}"
    return Leg(key, key, Move.RESERVE, accounts[Kind.BUDGET], accounts[Kind.ENCUMBRANCE], share.amount,
               share.case, clause=share.clause)  # fmt: skip
