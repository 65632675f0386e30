"""Another city's plan, as a package of its own: what somebody elsewhere writes to run this software."""

from gongjiang.law.clause import Clause, Registers, Validity
from gongjiang.law.plan import Plan
from gongjiang.law.terms import Department
from gongjiang.law.words import Words
from gongjiang.plans.folder import schemes_in
from tests.other_city.terms import MASTER, SETTINGS

PLAN = Plan(
    slug="elsewhere",
    said=Words("“江城名匠”计划", "River City Masters"),
    clauses=(
        Clause("4.1", Words("名匠评选", "Selection of masters"), (Department.HRSS,)),
        Clause("4.2", Words("带徒补贴", "Mentoring subsidy"), (Department.EDU, Department.FIN)),
    ),
    validity=Validity(years=3, clause="4.2"),
    parameters=SETTINGS,
    schemes=schemes_in("tests.other_city.schemes"),
    registers=Registers(titles={MASTER.slug: MASTER}),
)
