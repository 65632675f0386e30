"""Accounts, transfers, payables, batches and the bank's replies, one file each."""

from gongjiang.office.ledger.models.account import Account, Balance, Kind
from gongjiang.office.ledger.models.batch import Batch, BatchState
from gongjiang.office.ledger.models.budget import Appropriation, FundUse
from gongjiang.office.ledger.models.payable import Payable, PayableState
from gongjiang.office.ledger.models.pending import Asked, Decision, PendingAct
from gongjiang.office.ledger.models.reply import Answer, Reply, ReplyRow, SuspenseItem
from gongjiang.office.ledger.models.row import BatchRow, RowState
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
    "Decision",
    "FundUse",
    "Kind",
    "Move",
    "Payable",
    "PayableState",
    "PendingAct",
    "Reply",
    "ReplyRow",
    "RowState",
    "SuspenseItem",
    "Transfer",
]
