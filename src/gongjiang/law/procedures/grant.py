"""兑现: what a title brings, verified, approved by another hand, then owed."""

from gongjiang.law.procedure import Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures.asks import REASON
from gongjiang.law.procedures.follow import grants, tell
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.VERIFIED, S.OWED)

# fmt: off
GRANT = procedure("grant", Words("兑现", "grant"), MAIN,
    Step("verify",  "核实",         "verify",       (S.DRAFT,),              S.VERIFIED,   R.OFFICER,    needs=(need.eligible, need.account_given)),
    Step("approve", "审批",         "approve",      (S.VERIFIED,),           S.OWED,       R.REVIEWER,   needs=(need.another_hand, need.eligible, need.account_given), then=(grants,)),
    Step("reject",  "不予兑现",     "refuse",       (S.DRAFT, S.VERIFIED),   S.INELIGIBLE, R.OFFICER,    then=(tell("不予兑现", "The grant was refused"),), asks=(REASON,)),
    Step("end",     "终止办理",     "end the case", (S.DRAFT, S.VERIFIED),   S.ENDED,      R.REVIEWER,   then=(tell("办理终止", "Your case was ended"),), asks=(REASON,)),
)
