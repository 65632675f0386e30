"""计划接续: a version that follows, what it continues, and the figures that change from a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from gongjiang.law.plan import Plan
from gongjiang.law.settings import UNDECIDED, Assumption, Parameter
from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import PlanTerm
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.proposing import decide, prepare
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.ruling import Change, propose, read_answer
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.ledger.reply_file import read_yuan
from gongjiang.office.registry.models import Proposal, Proposed
from gongjiang.plans import plans

LONGEST, MOST = 30, 10**11
FEN = "fen"


@dataclass(frozen=True)
class Version:
    """A plan that follows: its document, its day of issue, its years, and the schemes it goes on with."""

    version: str
    title: str
    document: str
    issued: date
    years: int
    continues: Sequence[str] = ()


@transaction.atomic
def prepare_version(plan: Plan, told: Version, actor: Actor, now: Moment) -> Proposal:
    """For the deciding authority to sign; an empty list continues every scheme."""
    must(actor, "ruling.prepare")
    if not all(word.strip() for word in (told.version, told.title, told.document)):
        raise refuse("请填写版本、名称和文号", "Give the version, its title and its document number")
    if not 1 <= told.years <= LONGEST:
        raise refuse(f"有效期应在 1 到 {LONGEST} 年之间", f"A version is in force for 1 to {LONGEST} years")
    if unknown := [slug for slug in told.continues if slug not in plan.by_slug]:
        raise refuse(f"没有这个事项：{unknown[0]}", f"There is no such scheme: {unknown[0]}")
    follows(plan, told)
    facts = {"plan": plan.slug, "version": told.version.strip(), "title": told.title.strip(),
             "document": told.document.strip(), "issued": told.issued.isoformat(), "years": told.years,
             "continues": list(told.continues)}  # fmt: skip
    return prepare(Proposed.VERSION, plan.slug, facts, actor, now)


@transaction.atomic
def decide_version(held: Proposal, granted: bool, actor: Actor, now: Moment) -> PlanTerm | None:
    """By another person than prepared it. Entered once; the last version is succeeded by it."""
    must(actor, "ruling.sign")
    found = decide(held, (Proposed.VERSION,), granted, actor, now)
    if not granted:
        return None
    facts = found.facts
    plan = next(one for one in plans() if one.slug == facts["plan"])
    told = Version(**{name: facts[name] for name in ("version", "title", "document", "years", "continues")},
                   issued=date.fromisoformat(facts["issued"]))  # fmt: skip
    last = follows(plan, told)
    made = PlanTerm.objects.create(
        plan=plan.slug, version=told.version, title=told.title, years=told.years,
        document=told.document, issued_on=told.issued, continues=list(told.continues),
    )  # fmt: skip
    PlanTerm.objects.filter(pk=last.pk).update(successor=made)
    leaf = {"version": made.version, "document": made.document, "issued": told.issued, "years": told.years,
            "continues": made.continues, "proposal": found.ref, "by": actor.user}  # fmt: skip
    record("term.succeed", plan.slug, leaf | of_rows(wrote(PlanTerm.objects.filter(plan=plan.slug))), now.at)
    return made


def follows(plan: Plan, told: Version) -> PlanTerm:
    """The version that is succeeded, locked."""
    last = PlanTerm.objects.select_for_update().filter(plan=plan.slug, successor=None).first()
    if PlanTerm.objects.filter(plan=plan.slug, version=told.version.strip()).exists():
        raise refuse("该版本已录入", "This version has been entered")
    if last is None or last.issued_on is None:
        raise refuse("请先录入现行版本的印发日期", "Enter the day of issue of the present version first")
    if told.issued <= last.issued_on:
        raise refuse("接续版本的印发日期应晚于现行版本", "A version that follows is issued later")
    return last


@transaction.atomic
def prepare_parameter(
    plan: Plan, key: str, text: str, since: date, signer: str, basis: str, actor: Actor, now: Moment
) -> Proposal:
    """A figure that the plan itself states, changed from a day by a document; it never reaches back."""
    must(actor, "ruling.prepare")
    held = plan.known.get(key)
    if held is None or isinstance(held, Assumption):
        raise refuse("没有这个参数", "There is no such parameter")
    if since < now.day:
        raise refuse("参数调整不能追溯", "A change of a parameter does not reach back")
    value = read_value(held, text.strip(), since)
    return propose(Proposed.PARAMETER, Change(plan.slug, key, value, since, signer, basis), actor, now)


def read_value(held: Parameter, text: str, since: date) -> Any:
    """In the type of what the plan states: a sum is typed in yuan and kept in fen."""
    if text == UNDECIDED:
        raise refuse("请填写数字", "Give a number")
    if held.unit != FEN:
        return read_answer(held.on(since), text)
    amount = read_yuan(text)
    if amount is None or not 0 < amount <= MOST:
        raise refuse("请填写大于零的金额（元）", "Give a sum in yuan, more than nothing")
    return amount
