"""Appropriations, the uses of a fund, and what stands in each line: in two queries, however many."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from gongjiang.law.money import Fen
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import Line, must_be_allowed, open_line
from gongjiang.office.ledger.models import Account, Appropriation, Balance, FundUse, Kind, Move, Transfer
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.posting import Leg, post_many
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.turn import in_turn


@dataclass(frozen=True)
class LineSummary:
    """One line, in fen: appropriated + carried_in = available + reserved + payable + in_transit + suspense
    + returned + paid + receivable + written_off + carried_out."""

    line: Line
    appropriated: Fen
    available: Fen
    reserved: Fen
    payable: Fen
    in_transit: Fen
    suspense: Fen
    returned: Fen
    paid: Fen
    receivable: Fen
    written_off: Fen = 0
    carried_in: Fen = 0
    carried_out: Fen = 0

    @property
    def whole(self) -> Fen:
        """All that the line ever had."""
        return self.appropriated + self.carried_in


def allow(fund: str, line: str, document: str, since: date, until: date | None = None) -> FundUse:
    """Enter that a fund may pay for a programme line, with the document that says so."""
    if not document:
        refuse("应填写依据文号", "a document number is needed")
    fields = {"document": document, "until": until}
    return FundUse.objects.get_or_create(fund=fund, line=line, since=since, defaults=fields)[0]


@in_turn
def appropriate(
    line: Line, amount: Fen, document: str, hands: Hands, grounds: Grounds = Grounds.BUDGET
) -> Appropriation:
    """Give the line its budget. A document does so once for a line: the same again changes nothing."""
    if not document:
        refuse("应填写依据文号", "a document number is needed")
    must_be_allowed([line], hands.on)
    if grounds is Grounds.CARRIED and Account.objects.filter(code=_before(line).code(Kind.BUDGET)).exists():
        refuse("上年账在本系统，请办理年终结转", "last year is kept here: carry over what is free on it")
    accounts, key = open_line(line), f"appropriate:{line.fund}:{line.year}:{line.line}:{document}"
    leg = Leg(key, key, Move.POST, accounts[Kind.SOURCE], accounts[Kind.BUDGET], amount, note=document)
    transfer = post_many([leg], hands)[0]
    fields = {"document": document, "grounds": grounds}
    return Appropriation.objects.get_or_create(transfer=transfer, defaults=fields)[0]


def available(line: Line) -> Fen:
    """Fen that may still be reserved or owed."""
    held = Balance.objects.filter(account__code=line.code(Kind.BUDGET)).first()
    return held.free if held else 0


def summaries(year: int | None = None) -> list[LineSummary]:
    """Every line of the year, or of all years, in two queries."""
    balances = Balance.objects.select_related("account")
    if year is not None:
        balances = balances.filter(account__year=year)
    lines: dict[Line, dict[str, Balance]] = {}
    for balance in balances:
        account = balance.account
        lines.setdefault(Line(account.fund, account.year, account.line), {})[account.kind] = balance
    carried = _carried()
    return [_summary(line, kinds, carried) for line, kinds in sorted(lines.items())]


def _carried() -> Counter[tuple[str, Line]]:
    """What went from a line to the next year's, by the side of the transfer it was on."""
    ends = [f"{side}__{name}" for side in ("debit", "credit") for name in ("fund", "year", "line")]
    found = Transfer.objects.filter(appropriation__grounds=Grounds.CARRIED, debit__kind=Kind.BUDGET)
    carried: Counter[tuple[str, Line]] = Counter()
    for *told, amount in found.order_by().values_list(*ends, "amount"):
        carried["debit", Line(*told[:3])] += amount
        carried["credit", Line(*told[3:])] += amount
    return carried


def _summary(line: Line, kinds: dict[str, Balance], carried: Counter[tuple[str, Line]]) -> LineSummary:
    return LineSummary(
        line=line,
        appropriated=-kinds[Kind.SOURCE].held,
        available=kinds[Kind.BUDGET].free,
        reserved=kinds[Kind.ENCUMBRANCE].credit_pending + kinds[Kind.ENCUMBRANCE].held,
        payable=kinds[Kind.PAYABLE].held,
        in_transit=kinds[Kind.BANK].held,
        suspense=kinds[Kind.SUSPENSE].held,
        returned=kinds[Kind.RETURNED].held,
        paid=kinds[Kind.EXPENSE].held,
        receivable=kinds[Kind.RECEIVABLE].held,
        written_off=kinds[Kind.WRITTEN_OFF].held,
        carried_in=carried["credit", line],
        carried_out=carried["debit", line],
    )


def _before(line: Line) -> Line:
    return Line(line.fund, line.year - 1, line.line)
