"""A case as its page shows it: the facts with their sources, the findings, the steps, the history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongjiang.law.judge import Offer
from gongjiang.law.procedure import Brief
from gongjiang.law.record import Row
from gongjiang.law.rule import Finding, Verdict
from gongjiang.law.scheme import Scheme
from gongjiang.law.setting_words import stated
from gongjiang.law.settings import Settings
from gongjiang.law.standing import Actor
from gongjiang.law.telling import show
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, CorrectionItem
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.gathering import may_see
from gongjiang.office.clerk.perform import considered, options
from gongjiang.plans import plan_of

STATED = Words("申报", "stated")
SOURCES = {
    "employer.in_city": Words("单位登记", "register of units"),
    "certificates.highest": Words("证书登记", "register of certificates"),
    "honours": Words("荣誉登记", "register of honours"),
    "titles": Words("称号登记", "register of titles"),
    "results": Words("竞赛登记", "register of contests"),
    "results.team": Words("竞赛登记", "register of contests"),
    "payments.times": Words("资金台账", "ledger"),
    "class.members": Words("学员名单", "roster"),
}
GATHERED = {
    "log": Words("台账", "log of the case"),
    "grade": Words("评分", "scores"),
    "sum": Words("评分", "scores"),
    "holder": Words("称号登记", "register of titles"),
    "filed": Words("办件登记", "register of cases"),
    "award": Words("奖项目录", "catalogue of awards"),
    "studio": Words("工作室", "register of studios"),
    "claim": Words("登记", "registers"),
}


@dataclass(frozen=True)
class Fact:
    said: Words
    values: tuple[Words, ...]
    source: Words


@dataclass(frozen=True)
class Assumed:
    """An assumption that a finding rests on, with whoever signed it."""

    said: Words
    signer: str
    since: date | None


@dataclass(frozen=True)
class Stage:
    said: Words
    mark: str


@dataclass(frozen=True)
class CasePage:
    scheme: Scheme
    brief: Brief
    facts: tuple[Fact, ...]
    assumed: tuple[Assumed, ...]
    stages: tuple[Stage, ...]
    offers: tuple[Offer, ...]
    refused: tuple[Offer, ...]
    open: tuple[Finding, ...]
    askable: tuple[tuple[str, Words], ...]
    waiting: tuple[CorrectionItem, ...]


def case_page(case: Case, actor: Actor, today: date) -> CasePage:
    plan = plan_of(case.scheme)
    scheme, brief = plan[case.scheme], considered(case, today)
    offered = options(case, brief, actor)
    mine = [offer for offer in offered if offer.step.by in _hats(actor, brief)]
    return CasePage(
        scheme=scheme,
        brief=brief,
        facts=facts(scheme, brief.facts, unseen(case, scheme, actor)),
        assumed=assumed(brief, settings_of(plan), today),
        stages=stages(scheme, case.state),
        offers=tuple(offer for offer in mine if offer.refusal is None),
        refused=tuple(offer for offer in mine if offer.refusal is not None),
        open=tuple(f for f in brief.findings if f.verdict is Verdict.OPEN),
        askable=askable(scheme),
        waiting=tuple(
            CorrectionItem.objects.filter(correction__case=case, correction__answered_on=None).order_by("pk")
        ),
    )


def _hats(actor: Actor, brief: Brief) -> frozenset[str]:
    own = frozenset({"nominee"}) if actor.person == brief.person else frozenset()
    return frozenset(role.value for role in actor.roles) | own


def unseen(case: Case, scheme: Scheme, actor: Actor) -> frozenset[str]:
    """The sources of what this visitor may not see: logs that are not theirs to read."""
    return frozenset(log.source for log in scheme.logs if not may_see(case, log, actor))


def facts(scheme: Scheme, known: Mapping[str, Any], hidden: frozenset[str] = frozenset()) -> tuple[Fact, ...]:
    """Every fact of the subject with its source, as the registers and the applicant give them."""
    row = scheme.subject.row(known)
    single = [
        Fact(field.said, (show(row.values[name]),), whence(field.source))
        for name, field in scheme.subject.fields.items()
    ]
    lists = [
        Fact(held.said, told(row.children[name]), whence(held.source))
        for name, held in scheme.subject.lists.items()
        if held.source not in hidden
    ]
    return tuple(single + lists)


def whence(source: str) -> Words:
    """Where a fact comes from, in words."""
    return SOURCES.get(source) or GATHERED.get(source.partition(".")[0], STATED)


def told(rows: tuple[Row, ...]) -> tuple[Words, ...]:
    """Each record in a line of its own."""
    return tuple(row.said() for row in rows) or (Words("无记录", "none on record"),)


def assumed(brief: Brief, settings: Settings, today: date) -> tuple[Assumed, ...]:
    keys = dict.fromkeys(key for finding in brief.findings for key in finding.assumptions)
    held = [(settings.known[key], settings.ruling(key, today)) for key in keys]
    return tuple(
        Assumed(stated(known, r), r.signer if r else "", r.since if r else None) for known, r in held
    )


def stages(scheme: Scheme, state: str) -> tuple[Stage, ...]:
    """The progress line: what is behind, where the case is, what lies ahead."""
    main = scheme.procedure.main
    here = main.index(State(state)) if State(state) in main else -1
    return tuple(
        Stage(held.said, "done" if place < here else "here" if place == here else "ahead")
        for place, held in enumerate(main)
    )


def askable(scheme: Scheme) -> tuple[tuple[str, Words], ...]:
    """What a correction may be asked of: the stated facts and the documents."""
    return (*((name, field.said) for name, field in scheme.asked.items()), *scheme.evidence)
