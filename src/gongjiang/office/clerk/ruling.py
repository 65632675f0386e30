"""An answer to what the plan leaves open: prepared by the office, signed by another person."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from gongjiang.law.plan import Plan
from gongjiang.law.settings import UNDECIDED
from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import SignedRuling
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.proposing import decide, prepare
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.registry.models import Proposal, Proposed

DIGITS = 11
"""A sum is signed in fen: enough for a hundred million yuan."""


@transaction.atomic
def prepare_ruling(
    plan: Plan, key: str, answer: str, since: date, signer: str, basis: str, actor: Actor, now: Moment
) -> Proposal:
    """The answer in the type of its default; “undecided” opens the question again. It never reaches back."""
    must(actor, "ruling.prepare")
    known = {held.key: held for held in plan.assumptions}
    if key not in known:
        raise refuse("没有这个问题", "There is no such question")
    if since < now.day:
        raise refuse("口径不能追溯", "A ruling does not reach back")
    value = read_answer(known[key].on(now.day), answer.strip())
    return propose(Proposed.RULING, Change(plan.slug, key, value, since, signer, basis), actor, now)


@dataclass(frozen=True)
class Change:
    """What is to hold of a question or a figure of the plan, from when, by whom and on what basis."""

    plan: str
    key: str
    value: Any
    since: date
    signer: str
    basis: str


def propose(kind: Proposed, told: Change, actor: Actor, now: Moment) -> Proposal:
    """For another person to sign; one a day of each."""
    if not told.signer.strip() or not told.basis.strip():
        raise refuse("请填写签发人和依据", "Give the signer and the basis")
    taken(kind, told.plan, told.key, told.since)
    facts = asdict(told) | {"since": told.since.isoformat()}
    facts |= {"signer": told.signer.strip(), "basis": told.basis.strip()}
    return prepare(kind, f"{told.plan}:{told.key}:{told.since}", facts, actor, now)


def taken(kind: Proposed, plan: str, key: str, since: date) -> None:
    if SignedRuling.objects.filter(plan=plan, key=key, since=since).exists():
        if kind == Proposed.PARAMETER:
            raise refuse("该日已有参数值", "There is a value from that day already")
        raise refuse("该日已有口径", "There is a ruling from that day already")


@transaction.atomic
def sign(held: Proposal, granted: bool, actor: Actor, now: Moment) -> SignedRuling | None:
    """By another person than prepared it. What waited past its day does not reach back: it is sent back."""
    must(actor, "ruling.sign")
    found = decide(held, (Proposed.RULING, Proposed.PARAMETER), granted, actor, now)
    if not granted:
        return None
    kind, told = Proposed(found.kind), found.facts
    since = date.fromisoformat(told["since"])
    if since < now.day:
        raise refuse(
            "起始日期已过，口径不能追溯，请退回重提", "Its day is past: send it back to be made anew"
        )
    taken(kind, told["plan"], told["key"], since)
    made = SignedRuling.objects.create(
        plan=told["plan"], key=told["key"], since=since, value=told["value"], signer=told["signer"],
        basis=told["basis"], signed_at=now.at,
    )  # fmt: skip
    leaf = {"value": made.value, "since": since, "signer": made.signer, "basis": made.basis,
            "proposal": found.ref, "by": actor.user}  # fmt: skip
    record(f"{kind}.sign", made.key, leaf | of_rows(wrote(SignedRuling.objects.filter(pk=made.pk))), now.at)
    return made


def read_answer(default: Any, text: str) -> Any:
    if text == UNDECIDED:
        return UNDECIDED
    if isinstance(default, bool):
        if text not in ("yes", "no"):
            raise refuse("请选择是或否", "Choose yes or no")
        return text == "yes"
    if isinstance(default, int):
        return _number(text)
    parts = [_number(part) for part in text.replace("，", ",").split(",")]
    if len(parts) != len(default) or parts != sorted(parts):
        raise refuse("请按“下限，上限”填写", "Write it as “lower,upper”")
    return parts


def _number(text: str) -> int:
    if not (text.strip().isascii() and text.strip().isdigit() and len(text.strip()) <= DIGITS):
        raise refuse("请填写数字", "Give a number")
    return int(text)
