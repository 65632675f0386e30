"""技师培训项目: a class for technicians, held by an employer or a college on an approved plan."""

from datetime import date
from typing import Any

from gongjiang.law.effect import PayBy
from gongjiang.law.expression import UNSETTLED, Expr
from gongjiang.law.procedures.training_class import TRAINING_CLASS
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Fund, HostKind
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.subsidy_terms import CLASS_SUM

PLAN = Words("项目方案", "the plan of the class")


class Trainee(Record):
    """Somebody on the roster of the class, with what was reported of them."""

    child = True
    noun = Words("学员", "trainee")
    name = known(str, "姓名", "name", "roster")
    hours = known(int, "学时", "hours", "roster")
    passed = known(bool, "合格", "passed", "roster")


class Class(Record):
    occupation = asked(str, "培训职业（工种）", "occupation trained for", PLAN)
    planned_hours = asked(int, "计划学时", "planned hours", PLAN)
    starts_on = asked(date, "开班日期", "starts on", PLAN)
    ends_on = asked(date, "结业日期", "ends on", PLAN)
    host_kind = known(HostKind, "举办单位类型", "kind of host", "employer.kind")
    members = many(Trainee, "学员名单", "roster", "class.members", inside=True)


@rule("2.1.2", terms=("企业、职业院校",), zh="由企业或职业院校举办", en="held by an employer or a college")
def host(p: Any) -> Expr:
    kind: Expr = p.host_kind.one_of(HostKind.ENTERPRISE, HostKind.CENTRAL_ENTERPRISE, HostKind.COLLEGE)
    return kind


@rule("2.1.2", terms=("技师培训工作项目",), zh="起止日期合理", en="it begins before it ends")
def dates(p: Any) -> Expr:
    ordered: Expr = p.starts_on <= p.ends_on
    return ordered


@rule("2.1.2", terms=("技师培训工作项目",), zh="已报送学员名单", en="its roster has been sent")
def roster(p: Any) -> Expr:
    somebody: Expr = p.members.any(lambda member: True)
    return somebody | UNSETTLED


@rule("2.1.2", terms=("技师培训工作项目",), zh="学员均达到计划学时", en="everybody had the planned hours")
def hours(p: Any) -> Expr:
    short: Expr = p.members.any(lambda member: member.hours < p.planned_hours)
    return ~short | UNSETTLED


@rule("2.1.2", terms=("技师培训工作项目",), zh="学员成绩均已报送", en="everybody's result has been reported")
def results(p: Any) -> Expr:
    unknown: Expr = p.members.any(lambda member: ~member.passed.present)
    return ~unknown | UNSETTLED


@rule("2.1.2", terms=("技能提升培训力度",), assumes=CLASS_SUM, zh="市局已确定补助标准",
      en="the office has set a standard")  # fmt: skip
def standard(p: Any) -> Expr:
    set_: Expr = CLASS_SUM.signed
    return set_


SCHEME = Scheme(
    slug="technician-class",
    said=Words("技师培训项目", "Technician class"),
    clause="2.1.2",
    subject=Class,
    rules=(host, dates, roster, hours, results, standard),
    grants=(PayBy(CLASS_SUM, Fund.EMPLOYMENT, "2.1.2"),),
    procedure=TRAINING_CLASS,
    evidence=(("plan", PLAN), ("attendance", Words("考勤记录", "attendance records"))),
)
