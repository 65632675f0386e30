"""结转: what is free on a line when its year ends goes to the same line of the next year, by two people.

What is reserved or payable stays where it is and is paid there. One transfer joins the two years, so that
no fen can be lost between them.
"""

from datetime import date

from gongjiang.law.money import Fen, shown
from gongjiang.office.ledger.budget import available
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import Line, chart, must_be_allowed, open_line
from gongjiang.office.ledger.models import Appropriation, Kind, Move, Transfer
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.posting import Leg, lock, post_many
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.turn import in_turn

LAST_DAY = (12, 31)


@in_turn
def carry_over(line: Line, amount: Fen, document: str, hands: Hands) -> Appropriation:
    """Carry all that is free. `amount` is what both people saw: if it has changed since, nothing moves."""
    if not document:
        refuse("应填写依据文号", "a document number is needed")
    must_have_ended(line, hands.on)
    following = next_year(line)
    must_be_allowed([following], hands.on)
    accounts, onward = chart(line), open_line(following)
    lock([accounts[Kind.BUDGET], onward[Kind.BUDGET]])
    if amount != (free := available(line)) or not amount:
        refuse(
            f"可结转余额现为{shown(free)}，与提交的{shown(amount)}不同",
            f"{shown(free)} is free to carry now, not {shown(amount)}",
        )
    earlier = Transfer.objects.filter(debit=accounts[Kind.BUDGET], credit=onward[Kind.BUDGET]).count()
    key = f"carry:{line.fund}:{line.year}:{line.line}:{earlier}"
    leg = Leg(key, key, Move.POST, accounts[Kind.BUDGET], onward[Kind.BUDGET], amount, note=document)
    fields = {"document": document, "grounds": Grounds.CARRIED}
    return Appropriation.objects.create(transfer=post_many([leg], hands)[0], **fields)


def must_have_ended(line: Line, on: date) -> None:
    if on < date(line.year, *LAST_DAY):
        refuse(f"{line.year} 年度尚未结束，不能结转", f"{line.year} has not ended: nothing is carried yet")


def next_year(line: Line) -> Line:
    return Line(line.fund, line.year + 1, line.line)
