"""Who may do what, said a second time and by hand: whoever changes the table of the house changes this too.

A line is an act and the roles that may do it; what a role sees of the cases is the last lines.
"""

ACTS = """
round.open: officer
round.see: officer reviewer government supervisor auditor leader
quota.set: officer
case.file: nominator employer officer
case.import: officer nominator
roster.send: officer employer
screening.offer: officer
roster.see: officer employer reviewer supervisor auditor leader
evidence.add: nominator employer officer
zero.declare: nominator
veto.ask: officer
veto.answer: officer
draw.commit: officer
draw.draw: supervisor
draw.void: supervisor
panel.substitute: supervisor officer
panel.open: officer
panel.close: officer
panel.marks: officer reviewer government supervisor auditor
panel.signs: supervisor auditor
ranking.fix: officer
visit.plan: officer
visit.clear: reviewer
objection.take: officer
objection.close: reviewer
objection.read: officer reviewer supervisor
resolution.enter: officer
honour.prepare: officer
honour.revoke: government
revocation.see: officer government
letter.send: officer reviewer
letter.word: officer
ruling.prepare: officer
ruling.sign: government
term.enter: government officer
calendar.load: officer
register.keep: officer
result.verify: officer reviewer
result.publish: reviewer
result.annul: officer
result.decide: reviewer government
account.give: officer nominator
money.see: finance_maker finance_checker finance_approver officer leader auditor supervisor
money.export: finance_maker finance_checker finance_approver auditor
budget.appropriate: finance_maker
batch.make: finance_maker
batch.check: finance_checker
batch.approve: finance_approver
batch.reply: finance_maker
budget.carry: finance_maker
month.close: finance_maker
recovery.enter: finance_maker
match.enter: officer finance_maker
sample.freeze: officer
sample.draw: supervisor
sample.find: supervisor
whatif.ask: leader officer government
insight.see: leader auditor officer reviewer government supervisor
duty.see: leader auditor officer reviewer government supervisor nominator department
duty.answer: nominator department
target.set: officer
target.review: officer
target.score: reviewer
target.finish: government
order.issue: supervisor officer
order.close: supervisor officer
goal.set: finance_maker
goal.confirm: finance_checker
story.draft: officer
story.publish: reviewer
story.take_down: officer reviewer
journal.verify: auditor audit_admin
account.make: security_admin
retention.ask: officer
retention.carry_out: reviewer
person.unmask: officer reviewer
emergency.agree: supervisor
disclosure.see: supervisor auditor audit_admin officer reviewer
"""

SIGHT = """
officer: all
reviewer: all
government: all
supervisor: all
auditor: all
leader: all
nominator: body
employer: unit
inspector: assigned
"""


def told(text: str) -> dict[str, set[str]]:
    lines = (line.partition(": ") for line in text.strip().splitlines())
    return {act: set(roles.split()) for act, _, roles in lines}
