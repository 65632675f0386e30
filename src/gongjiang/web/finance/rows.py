"""One row of each spreadsheet: money in yuan, days as text, words in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gongjiang.law.words import Words
from gongjiang.office.ledger.debts import Debt
from gongjiang.office.ledger.models import BatchRow, MatchDue, Payable, Transfer
from gongjiang.web.finance.words import WORDS

Row = list[object]
Speaker = Callable[[Words], str]
FUND, YEAR, LINE = Words("资金来源", "Fund"), Words("预算年度", "Budget year"), Words("项目", "Line")
SUM, CASE, PAYEE = Words("金额（元）", "Sum (yuan)"), Words("办件号", "Case"), Words("收款人", "Payee")
PAPER, STATE = Words("依据文号", "Document"), Words("状态", "State")
MAKER, CHECKER = Words("经办", "Maker"), Words("复核人", "Checker")
TAIL, NOTE = Words("账号末四位", "Last four digits"), Words("摘要", "Note")


@dataclass(frozen=True)
class Cells:
    headings: tuple[Words, ...]
    row: Callable[[Any, Speaker], Row]

    def __call__(self, held: Any, say: Speaker) -> Row:
        return self.row(held, say)


def _transfer(one: Transfer, say: Speaker) -> Row:
    kinds, funds = WORDS["kinds"], WORDS["funds"]
    ends = [say(funds[one.debit.fund]), one.debit.year, one.debit.line, say(kinds[one.debit.kind]),
            one.credit.year, say(kinds[one.credit.kind])]  # fmt: skip
    about = [one.case.number if one.case else "", one.payable.ref if one.payable else "", one.clause]
    people = [one.maker.name, one.checker.name]
    return [one.pk, one.on.isoformat(), one.kind, *ends, one.amount / 100, *about, *people, one.note, one.key]


def _payable(one: Payable, say: Speaker) -> Row:
    bank, tail = (one.account.bank, one.account.tail) if one.account else ("", "")
    of = [say(WORDS["funds"][one.fund]), one.year, one.line]
    state = say(WORDS["payable_states"][one.state])
    return [
        state,
        one.case.number,
        one.payee,
        one.for_whom,
        *of,
        one.amount / 100,
        one.document,
        bank,
        tail,
        one.reason,
    ]


def _batch(one: BatchRow, say: Speaker) -> Row:
    batch = one.batch
    signed = [person.name if person else "" for person in (batch.maker, batch.checker, batch.approver)]
    states = say(WORDS["batch_states"][batch.state]), say(WORDS["row_states"][one.state])
    paid = [one.seq, one.reference, one.payee, one.bank, one.tail, one.amount / 100, states[1]]
    return [batch.number, states[0], *paid, one.payable.document, *signed, batch.sha256]


def _debt(one: Debt, say: Speaker) -> Row:
    held = one.recovery
    due = one.next.instalment.due_on.isoformat() if one.next else ""
    money = (held.amount, one.received, one.overdue, one.written_off, one.outstanding)
    told = [held.document, held.payable.payee, held.transfer.on.isoformat(), held.ground]
    return [*told, *(fen / 100 for fen in money), due, say(one.state.said)]


def _match(one: MatchDue, say: Speaker) -> Row:
    days = [one.decided_on.isoformat(), one.due_on.isoformat()]
    given = one.matched / 100  # type: ignore[attr-defined]
    state = say(WORDS["match_states"][one.state])  # type: ignore[attr-defined]
    basis = one.exemption.basis if hasattr(one, "exemption") else ""
    return [
        one.case.number,
        one.person.name,
        one.employer.name,
        one.document,
        *days,
        one.amount / 100,
        given,
        state,
        basis,
    ]


CELLS = {
    "transfers": Cells(
        (
            Words("序号", "No."),
            Words("日期", "Day"),
            Words("类别", "Kind"),
            FUND,
            YEAR,
            LINE,
            Words("转出", "From"),
            Words("转入年度", "To year"),
            Words("转入", "To"),
            SUM,
            CASE,
            Words("应付款编号", "Payable"),
            Words("条款", "Clause"),
            MAKER,
            CHECKER,
            NOTE,
            Words("幂等键", "Key"),
        ),
        _transfer,
    ),
    "payables": Cells(
        (
            STATE,
            CASE,
            PAYEE,
            Words("对应人员", "For whom"),
            FUND,
            YEAR,
            LINE,
            SUM,
            PAPER,
            Words("开户行", "Bank"),
            TAIL,
            Words("原因", "Reason"),
        ),
        _payable,
    ),
    "batches": Cells(
        (
            Words("批次编号", "Batch"),
            Words("批次状态", "Batch state"),
            Words("序号", "No."),
            Words("流水号", "Reference"),
            PAYEE,
            Words("开户行", "Bank"),
            TAIL,
            SUM,
            STATE,
            PAPER,
            MAKER,
            CHECKER,
            Words("审批", "Approver"),
            Words("文件摘要", "File hash"),
        ),
        _batch,
    ),
    "recoveries": Cells(
        (
            Words("决定文号", "Decision"),
            Words("欠款人", "Debtor"),
            Words("立账日期", "Booked on"),
            Words("事由", "Ground"),
            Words("应追回（元）", "Owed back"),
            Words("已还（元）", "Repaid"),
            Words("逾期（元）", "Overdue"),
            Words("已核销（元）", "Written off"),
            Words("尚欠（元）", "Outstanding"),
            Words("下期日期", "Next due"),
            STATE,
        ),
        _debt,
    ),
    "matches": Cells(
        (
            CASE,
            Words("人员", "Person"),
            Words("审定时单位", "Employer at the decision"),
            PAPER,
            Words("审定日期", "Decided on"),
            Words("配套期限", "Due on"),
            Words("应配套（元）", "Due"),
            Words("已核实（元）", "Verified"),
            STATE,
            Words("豁免依据", "Exemption"),
        ),
        _match,
    ),
}
