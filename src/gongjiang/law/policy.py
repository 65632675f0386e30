"""Who may do what, and on whose matters: one table, read by the pages, the console and the tests.

Steps of a case are governed by its procedure; this table governs everything else, and what may be seen.
"""

from enum import StrEnum

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role as R


class Scope(StrEnum):
    ALL = "all"
    OWN = "own"
    UNIT = "unit"
    BODY = "body"
    ASSIGNED = "assigned"


SIGHT: dict[R, Scope] = {
    R.OFFICER: Scope.ALL,
    R.REVIEWER: Scope.ALL,
    R.GOVERNMENT: Scope.ALL,
    R.SUPERVISOR: Scope.ALL,
    R.AUDITOR: Scope.ALL,
    R.LEADER: Scope.ALL,
    R.NOMINATOR: Scope.BODY,
    R.EMPLOYER: Scope.UNIT,
    R.INSPECTOR: Scope.ASSIGNED,
}
"""Which cases a role sees on the desk. Everybody sees their own; experts theirs on the panel alone."""

ACTS: dict[str, tuple[R, ...]] = {
    "round.open": (R.OFFICER,),
    "round.see": (R.OFFICER, R.REVIEWER, R.GOVERNMENT, R.SUPERVISOR, R.AUDITOR, R.LEADER),
    "quota.set": (R.OFFICER,),
    "case.file": (R.NOMINATOR, R.EMPLOYER, R.OFFICER),
    "case.import": (R.OFFICER, R.NOMINATOR),
    "roster.send": (R.OFFICER, R.EMPLOYER),
    "screening.offer": (R.OFFICER,),
    "roster.see": (R.OFFICER, R.EMPLOYER, R.REVIEWER, R.SUPERVISOR, R.AUDITOR, R.LEADER),
    "evidence.add": (R.NOMINATOR, R.EMPLOYER, R.OFFICER),
    "zero.declare": (R.NOMINATOR,),
    "veto.ask": (R.OFFICER,),
    "veto.answer": (R.OFFICER,),
    "draw.commit": (R.OFFICER,),
    "draw.draw": (R.SUPERVISOR,),
    "draw.void": (R.SUPERVISOR,),
    "panel.substitute": (R.SUPERVISOR, R.OFFICER),
    "panel.open": (R.OFFICER,),
    "panel.close": (R.OFFICER,),
    "panel.marks": (R.OFFICER, R.REVIEWER, R.GOVERNMENT, R.SUPERVISOR, R.AUDITOR),
    "panel.signs": (R.SUPERVISOR, R.AUDITOR),
    "ranking.fix": (R.OFFICER,),
    "visit.plan": (R.OFFICER,),
    "visit.clear": (R.REVIEWER,),
    "objection.take": (R.OFFICER,),
    "objection.close": (R.REVIEWER,),
    "objection.read": (R.OFFICER, R.REVIEWER, R.SUPERVISOR),
    "resolution.enter": (R.OFFICER,),
    "honour.prepare": (R.OFFICER,),
    "honour.revoke": (R.GOVERNMENT,),
    "revocation.see": (R.OFFICER, R.GOVERNMENT),
    "letter.send": (R.OFFICER, R.REVIEWER),
    "letter.word": (R.OFFICER,),
    "ruling.prepare": (R.OFFICER,),
    "ruling.sign": (R.GOVERNMENT,),
    "term.enter": (R.GOVERNMENT, R.OFFICER),
    "calendar.load": (R.OFFICER,),
    "register.keep": (R.OFFICER,),
    "result.verify": (R.OFFICER, R.REVIEWER),
    "result.publish": (R.REVIEWER,),
    "result.annul": (R.OFFICER,),
    "result.decide": (R.REVIEWER, R.GOVERNMENT),
    "account.give": (R.OFFICER, R.NOMINATOR),
    "money.see": (
        R.FINANCE_MAKER,
        R.FINANCE_CHECKER,
        R.FINANCE_APPROVER,
        R.OFFICER,
        R.LEADER,
        R.AUDITOR,
        R.SUPERVISOR,
    ),
    "money.export": (R.FINANCE_MAKER, R.FINANCE_CHECKER, R.FINANCE_APPROVER, R.AUDITOR),
    "budget.appropriate": (R.FINANCE_MAKER,),
    "batch.make": (R.FINANCE_MAKER,),
    "batch.check": (R.FINANCE_CHECKER,),
    "batch.approve": (R.FINANCE_APPROVER,),
    "batch.reply": (R.FINANCE_MAKER,),
    "budget.carry": (R.FINANCE_MAKER,),
    "month.close": (R.FINANCE_MAKER,),
    "recovery.enter": (R.FINANCE_MAKER,),
    "match.enter": (R.OFFICER, R.FINANCE_MAKER),
    "sample.freeze": (R.OFFICER,),
    "sample.draw": (R.SUPERVISOR,),
    "sample.find": (R.SUPERVISOR,),
    "whatif.ask": (R.LEADER, R.OFFICER, R.GOVERNMENT),
    "insight.see": (R.LEADER, R.AUDITOR, R.OFFICER, R.REVIEWER, R.GOVERNMENT, R.SUPERVISOR),
    "duty.see": (
        R.LEADER,
        R.AUDITOR,
        R.OFFICER,
        R.REVIEWER,
        R.GOVERNMENT,
        R.SUPERVISOR,
        R.NOMINATOR,
        R.DEPARTMENT,
    ),
    "duty.answer": (R.NOMINATOR, R.DEPARTMENT),
    "target.set": (R.OFFICER,),
    "target.review": (R.OFFICER,),
    "target.score": (R.REVIEWER,),
    "target.finish": (R.GOVERNMENT,),
    "order.issue": (R.SUPERVISOR, R.OFFICER),
    "order.close": (R.SUPERVISOR, R.OFFICER),
    "goal.set": (R.FINANCE_MAKER,),
    "goal.confirm": (R.FINANCE_CHECKER,),
    "story.draft": (R.OFFICER,),
    "story.publish": (R.REVIEWER,),
    "story.take_down": (R.OFFICER, R.REVIEWER),
    "journal.verify": (R.AUDITOR, R.AUDIT_ADMIN),
    "account.make": (R.SECURITY_ADMIN,),
    "retention.ask": (R.OFFICER,),
    "retention.carry_out": (R.REVIEWER,),
    "person.unmask": (R.OFFICER, R.REVIEWER),
    "emergency.agree": (R.SUPERVISOR,),
    "disclosure.see": (R.SUPERVISOR, R.AUDITOR, R.AUDIT_ADMIN, R.OFFICER, R.REVIEWER),
}


def may(actor: Actor, act: str) -> bool:
    return not actor.roles.isdisjoint(ACTS[act])
