"""单位自主评价: employers file the honours they give to their own workers; the reserve pool is fed by it."""

from datetime import date
from typing import Any

from gongjiang.law.expression import UNSETTLED, Expr
from gongjiang.law.log import Log
from gongjiang.law.procedures.filing import FILING
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import HostKind, Role, State
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.kinds import EmployerHonour

DECISION = Words("评选文件", "the employer's decision")


class Awarded(Record):
    child = True
    noun = Words("获评人员", "honoured worker")
    honour = asked(EmployerHonour, "荣誉", "honour", needed=True)
    awarded_on = asked(date, "评选日期", "given on", needed=True)
    document = asked(str, "文件号", "document")
    occupation = asked(str, "职业（工种）", "occupation")


HONOURED = Log("honoured", Words("获评人员", "honoured workers"), Awarded, (Role.EMPLOYER,),
               (State.DRAFT, State.SUBMITTED), names_person=True, feeds_pool=True)  # fmt: skip


class Filing(Record):
    year = asked(int, "评选年度", "year", DECISION)
    host_kind = known(HostKind, "单位类型", "kind of unit", "employer.kind")
    honoured = many(Awarded, "获评人员", "honoured workers", HONOURED.source, inside=True)


@rule("2.2.1", terms=("支持企业",), zh="由企业评选", en="given by an enterprise")
def enterprise(p: Any) -> Expr:
    kind: Expr = p.host_kind.one_of(HostKind.ENTERPRISE, HostKind.CENTRAL_ENTERPRISE)
    return kind


@rule("2.2.1", terms=("获奖人员",), zh="已逐人登记并核对", en="the workers are entered and checked")
def somebody(p: Any) -> Expr:
    some: Expr = p.honoured.any(lambda one: one.honour.present)
    return some | UNSETTLED


SCHEME = Scheme(
    slug="employer-honour",
    said=Words("企业自主评价备案", "Employers' own honours"),
    clause="2.2.1",
    subject=Filing,
    rules=(enterprise, somebody),
    grants=(),
    procedure=FILING,
    logs=(HONOURED,),
    evidence=(("decision", DECISION),),
)
