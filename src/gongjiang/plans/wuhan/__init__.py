"""The “武汉工匠” plan: its clauses, what it fixes and leaves open, and its schemes."""

from gongjiang.law.plan import Plan
from gongjiang.law.words import Words
from gongjiang.plans.folder import schemes_in
from gongjiang.plans.wuhan.clauses import BEHIND, CLAUSES, DEPARTMENTS, MECHANISMS, VALIDITY
from gongjiang.plans.wuhan.registers import REGISTERS
from gongjiang.plans.wuhan.terms import PARAMETERS

PLAN = Plan(
    slug="wuhan",
    said=Words("“武汉工匠”培育计划", "Wuhan Craftsman plan"),
    clauses=CLAUSES,
    validity=VALIDITY,
    parameters=PARAMETERS,
    schemes=schemes_in("gongjiang.plans.wuhan.schemes"),
    registers=REGISTERS,
    departments=DEPARTMENTS,
    mechanisms=MECHANISMS,
    behind=BEHIND,
)
