"""目标考核与督办: the acts on a target and on a supervision notice, as tables; what figures come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gongjiang.law.terms import Term

WHOLE = 100


class Measure(Term):
    """How a target is measured: from the office's own cases, or by what its owner files."""

    AUTO = "auto", "系统取数", "read from the cases"
    FILED = "filed", "填报佐证", "filed with evidence"


class TargetState(Term):
    SET = "set", "已下达", "set"
    REPORTED = "reported", "已自评", "reported"
    REVIEWED = "reviewed", "已复核", "reviewed"
    SCORED = "scored", "已评分", "scored"
    DISPUTED = "disputed", "申诉中", "disputed"
    FINAL = "final", "已定稿", "final"


class TargetAct(Term):
    SET = "set", "下达", "set"
    REWEIGH = "reweigh", "调整权重", "change the weight"
    SPLIT = "split", "分段移交", "hand over from a day"
    REPORT = "report", "自评", "report"
    RETURN = "return", "退回", "send back"
    REVIEW = "review", "复核", "review"
    SCORE = "score", "评分", "score"
    DISPUTE = "dispute", "申诉", "dispute"
    ANSWER = "answer", "答复申诉", "answer the dispute"
    FINISH = "finish", "定稿", "make final"


class OrderState(Term):
    """督办单"""

    ISSUED = "issued", "待签收", "to be received"
    RECEIVED = "received", "整改中", "being mended"
    MENDED = "mended", "待销号", "mended, to be closed"
    CLOSED = "closed", "已销号", "closed"


class OrderAct(Term):
    ISSUE = "issue", "发出", "issue"
    RECEIVE = "receive", "签收", "receive"
    MEND = "mend", "报告整改", "report what was mended"
    RETURN = "return", "退回再改", "send back"
    CLOSE = "close", "销号", "close"
    ESCALATE = "escalate", "逾期升级", "escalate"


Move = tuple[Term, Term]
TARGET_MOVES: Mapping[TargetAct, Move] = {
    TargetAct.REPORT: (TargetState.SET, TargetState.REPORTED),
    TargetAct.RETURN: (TargetState.REPORTED, TargetState.SET),
    TargetAct.REVIEW: (TargetState.REPORTED, TargetState.REVIEWED),
    TargetAct.SCORE: (TargetState.REVIEWED, TargetState.SCORED),
    TargetAct.DISPUTE: (TargetState.SCORED, TargetState.DISPUTED),
    TargetAct.ANSWER: (TargetState.DISPUTED, TargetState.SCORED),
    TargetAct.FINISH: (TargetState.SCORED, TargetState.FINAL),
}
ORDER_MOVES: Mapping[OrderAct, Move] = {
    OrderAct.RECEIVE: (OrderState.ISSUED, OrderState.RECEIVED),
    OrderAct.MEND: (OrderState.RECEIVED, OrderState.MENDED),
    OrderAct.RETURN: (OrderState.MENDED, OrderState.RECEIVED),
    OrderAct.CLOSE: (OrderState.MENDED, OrderState.CLOSED),
}


@dataclass(frozen=True)
class Figure:
    """A number; a rate where there is something it is a part of. Over nothing there is no rate."""

    number: int
    of: int | None = None

    @property
    def value(self) -> int | None:
        """The number itself, or whole per cent rounded down; None where it would be divided by nothing."""
        if self.of is None:
            return self.number
        return WHOLE * self.number // self.of if self.of else None


def completion(planned: int, figure: Figure) -> int | None:
    """How much of what was planned was reached, in per cent, rounded down; None where it cannot be told."""
    value = figure.value
    return WHOLE * value // planned if planned and value is not None else None


def total(scores: Iterable[tuple[int, int]]) -> int:
    """(weight, score) of each target of an owner's year, in hundredths of a point."""
    return sum(weight * score for weight, score in scores)


def days_of(first: date, last: date) -> int:
    return (last - first).days + 1


def parted(planned: int, first: date, last: date, until: date) -> tuple[int, int]:
    """What was planned for the days to `until` and for the rest, by the days of each; nothing is lost."""
    before = planned * days_of(first, until) // days_of(first, last)
    return before, planned - before
