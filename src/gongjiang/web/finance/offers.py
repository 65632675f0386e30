"""What may be done with a batch next, by whom: read off one table, for the buttons and for the addresses."""

from dataclasses import dataclass

from gongjiang.law.policy import ACTS, may
from gongjiang.law.standing import Actor
from gongjiang.law.words import Words
from gongjiang.office.ledger.models import Batch, BatchState
from gongjiang.office.ledger.models.batch import PREPARING, SENT

S = BatchState


@dataclass(frozen=True)
class Way:
    """One act on a batch: its name, its words, the states it starts from, and the power it takes."""

    name: str
    said: Words
    sources: tuple[BatchState, ...]
    power: str


WAYS = (
    Way("gather", Words("编入应付款", "Gather payables"), (S.OPEN,), "batch.make"),
    Way("drop", Words("移出", "Take out"), (S.OPEN,), "batch.make"),
    Way("lock", Words("锁定批次", "Lock the batch"), (S.OPEN,), "batch.make"),
    Way("freeze", Words("固定文件", "Fix the file"), (S.LOCKED,), "batch.make"),
    Way("check", Words("复核签署", "Sign as checker"), (S.FROZEN,), "batch.check"),
    Way("approve", Words("审批签署", "Sign as approver"), (S.CHECKED,), "batch.approve"),
    Way("file", Words("导出银行文件", "Download the bank file"), (S.APPROVED, *SENT), "batch.make"),
    Way("reply", Words("上传银行回盘", "Upload the bank's reply"), SENT, "batch.reply"),
    Way("close", Words("办结批次", "Close the batch"), (S.ANSWERED,), "batch.make"),
    Way("withdraw", Words("作废批次", "Withdraw the batch"), PREPARING, "batch.make"),
)
BY_NAME = {way.name: way for way in WAYS}


@dataclass(frozen=True)
class Offer:
    """An act that the batch is ready for; `roles` says who may, where this person may not."""

    way: Way
    may: bool
    roles: tuple[Words, ...]


def offers(batch: Batch, actor: Actor) -> list[Offer]:
    return [
        Offer(way, may(actor, way.power), tuple(role.said for role in ACTS[way.power]))
        for way in WAYS
        if batch.state in way.sources and way.name != "drop"
    ]
