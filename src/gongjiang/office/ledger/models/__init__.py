"""Accounts, transfers, payables, batches, replies; what is closed, owed back, matched, sampled."""

from gongjiang.office.ledger.models.account import Account, Balance, Kind
from gongjiang.office.ledger.models.batch import Batch, BatchState
from gongjiang.office.ledger.models.budget import Appropriation, FundUse
from gongjiang.office.ledger.models.closing import ClosedBalance, MonthClose
from gongjiang.office.ledger.models.match import MatchDue, MatchEvidence, MatchExemption, MatchState
from gongjiang.office.ledger.models.payable import Payable, PayableState
from gongjiang.office.ledger.models.pending import Asked, PendingAct
from gongjiang.office.ledger.models.pending_state import Decision
from gongjiang.office.ledger.models.recovery import DebtState, Instalment, Recovery, Repayment, WriteOff
from gongjiang.office.ledger.models.reply import Answer, Reply, ReplyRow, SuspenseItem
from gongjiang.office.ledger.models.row import BatchRow, RowState
from gongjiang.office.ledger.models.sample import Sample, SampleDraw, SampleFinding, SampleItem, Verdict
from gongjiang.office.ledger.models.transfer import Move, Transfer

__all__ = [
    "Account",
    "Answer",
    "Appropriation",
    "Asked",
    "Balance",
    "Batch",
    "BatchRow",
    "BatchState",
    "ClosedBalance",
    "DebtState",
    "Decision",
    "FundUse",
    "Instalment",
    "Kind",
    "MatchDue",
    "MatchEvidence",
    "MatchExemption",
    "MatchState",
    "MonthClose",
    "Move",
    "Payable",
    "PayableState",
    "PendingAct",
    "Recovery",
    "Repayment",
    "Reply",
    "ReplyRow",
    "RowState",
    "Sample",
    "SampleDraw",
    "SampleFinding",
    "SampleItem",
    "SuspenseItem",
    "Transfer",
    "Verdict",
    "WriteOff",
]
