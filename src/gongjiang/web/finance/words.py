"""The closed words of the ledger, by value, for the pages to say in their language."""

from typing import Any

from gongjiang.law.terms import Fund, Term
from gongjiang.law.words import Words
from gongjiang.office.ledger.models import (
    Answer,
    Asked,
    BatchState,
    DebtState,
    Decision,
    Kind,
    MatchState,
    PayableState,
    RowState,
    Verdict,
)
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.suspense import Outcome
from gongjiang.plans import plans

MARKS = {
    "pass": ("paid", "closed", "confirmed", "settled", "met", "fine"),
    "open": ("suspense", "waiting", "partial"),
    "fail": ("returned", "stopped", "withdrawn", "declined", "dropped", "overdue", "problem"),
}
"""Which states are good news, which are not, which wait for a person; the others are on their way."""


def said(kind: type[Term]) -> dict[str, Words]:
    return {term.value: term.said for term in kind}


WORDS: dict[str, dict[str, Any]] = {
    "funds": said(Fund),
    "kinds": said(Kind),
    "batch_states": said(BatchState),
    "row_states": said(RowState),
    "payable_states": said(PayableState),
    "answers": said(Answer),
    "asked_kinds": said(Asked),
    "decisions": said(Decision),
    "grounds": said(Grounds),
    "outcomes": said(Outcome),
    "debt_states": said(DebtState),
    "match_states": said(MatchState),
    "verdicts": said(Verdict),
    "marks": {state: mark for mark, states in MARKS.items() for state in states},
}


def clause_words() -> dict[str, Words]:
    """What each programme line is for, in the plan's own headings."""
    return {clause.id: clause.said for plan in plans() for clause in plan.clauses}
