"""直接评定: no scoring and no inspection; identity, notice, approval and certificate all the same."""

from gongjiang.law.procedure import Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures.asks import REASON, RULE, VERDICT
from gongjiang.law.procedures.follow import certificate, confirm, determine, grants, notice, reserve, tell
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.CONSENTED, S.VERIFIED, S.ON_NOTICE, S.CLEARED, S.APPROVED, S.TITLED, S.CERTIFIED)
BEFORE_APPROVAL = (S.DRAFT, S.CONSENTED, S.VERIFIED, S.ON_NOTICE, S.CLEARED)

# fmt: off
DESIGNATION = procedure("designation", Words("直接评定", "direct designation"), MAIN,
    Step("consent",   "本人同意",       "give consent",            (S.DRAFT,),     S.CONSENTED,  R.NOMINEE),
    Step("determine", "认定",           "determine a finding",     (S.CONSENTED,), None,         R.OFFICER,    needs=(need.open_finding,), then=(determine,), asks=(RULE, VERDICT, REASON)),
    Step("confirm",   "复核认定",       "confirm a determination", (S.CONSENTED,), None,         R.REVIEWER,   needs=(need.determined_by_another,), then=(confirm,)),
    Step("verify",    "核实",           "verify",                  (S.CONSENTED,), S.VERIFIED,   R.OFFICER,    needs=(need.eligible, need.vetoes_clear)),
    Step("reject",    "认定不符合条件", "find ineligible",         (S.CONSENTED, S.VERIFIED), S.INELIGIBLE, R.OFFICER, then=(tell("经核实不符合条件", "You were found not to be eligible"),), asks=(REASON,)),
    Step("publish",   "社会公示",       "put to public notice",    (S.VERIFIED,),  S.ON_NOTICE,  R.REVIEWER,   needs=(need.another_hand,), then=(notice,)),
    Step("clear",     "公示结束",       "end the notice",          (S.ON_NOTICE,), S.CLEARED,    R.OFFICER,    needs=(need.notice_over,)),
    Step("strike",    "取消资格",       "strike from the list",    (S.ON_NOTICE, S.CLEARED), S.ENDED, R.REVIEWER, needs=(need.objection_upheld,), then=(tell("异议成立，取消评定", "An objection was upheld and you were struck from the list"),), asks=(REASON,)),
    Step("approve",   "市政府审定",     "record the approval",     (S.CLEARED,),   S.APPROVED,   R.GOVERNMENT, needs=(need.another_hand, need.resolved, need.eligible), then=(reserve,)),
    Step("confer",    "授予称号",       "confer the title",        (S.APPROVED,),  S.TITLED,     R.GOVERNMENT, needs=(need.another_hand, need.resolved), then=(grants, tell("授予称号", "You have been given the title"))),
    Step("certify",   "颁发证书",       "issue the certificate",   (S.TITLED,),    S.CERTIFIED,  R.OFFICER,    then=(certificate,)),
    Step("withdraw",  "撤回",           "withdraw",                BEFORE_APPROVAL, S.WITHDRAWN, R.NOMINEE,   asks=(REASON,)),
    Step("end",       "终止办理",       "end the case",            BEFORE_APPROVAL, S.ENDED,     R.REVIEWER,   then=(tell("办理终止", "Your case was ended"),), asks=(REASON,)),
)
