"""补贴申领: submitted by the worker, the unit or for them, verified, noticed, approved, owed."""

from gongjiang.law.procedure import Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures.asks import DOCUMENT, REASON, RULE, VERDICT
from gongjiang.law.procedures.follow import confirm, determine, grants, hold, payment_notice, release, tell
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.SUBMITTED, S.VERIFIED, S.ON_NOTICE, S.CLEARED, S.OWED)
BEFORE_NOTICE = (S.DRAFT, S.SUBMITTED, S.VERIFIED)
BEFORE_APPROVAL = (*BEFORE_NOTICE, S.ON_NOTICE, S.CLEARED)
SUBMITTING = (need.complete, need.unclaimed)

# fmt: off
SUBSIDY = procedure("subsidy", Words("补贴申领", "subsidy"), MAIN,
    Step("claim",     "本人申领",       "claim",                   (S.DRAFT,),     S.SUBMITTED,  R.NOMINEE,  needs=SUBMITTING, then=(hold,)),
    Step("submit",    "单位申报",       "submit for the unit",     (S.DRAFT,),     S.SUBMITTED,  R.EMPLOYER, needs=SUBMITTING, then=(hold,)),
    Step("take",      "受理花名册",     "take from a roster",      (S.DRAFT,),     S.SUBMITTED,  R.OFFICER,  needs=SUBMITTING, then=(hold,)),
    Step("determine", "认定",           "determine a finding",     (S.SUBMITTED,), None,         R.OFFICER,  needs=(need.open_finding,), then=(determine,), asks=(RULE, VERDICT, REASON)),
    Step("confirm",   "复核认定",       "confirm a determination", (S.SUBMITTED,), None,         R.REVIEWER, needs=(need.determined_by_another,), then=(confirm,)),
    Step("verify",    "核实",           "verify",                  (S.SUBMITTED,), S.VERIFIED,   R.OFFICER,  needs=(need.eligible, need.account_given)),
    Step("reject",    "不予补贴",       "refuse",                  (S.SUBMITTED, S.VERIFIED), S.INELIGIBLE, R.OFFICER, then=(release, tell("不予补贴", "The subsidy was refused")), asks=(REASON,)),
    Step("publish",   "社会公示",       "put to public notice",    (S.VERIFIED,),  S.ON_NOTICE,  R.REVIEWER, needs=(need.another_hand,), then=(payment_notice,)),
    Step("clear",     "公示结束",       "end the notice",          (S.ON_NOTICE,), S.CLEARED,    R.OFFICER,  needs=(need.notice_over,)),
    Step("strike",    "取消资格",       "strike from the list",    (S.ON_NOTICE, S.CLEARED), S.ENDED, R.REVIEWER, needs=(need.objection_upheld,), then=(release, tell("异议成立，不予补贴", "An objection was upheld and the subsidy was refused")), asks=(REASON,)),
    Step("approve",   "审批",           "approve",                 (S.CLEARED,),   S.OWED,       R.REVIEWER, needs=(need.another_hand, need.eligible, need.account_given), then=(grants, tell("补贴已审批", "Your subsidy was approved")), asks=(DOCUMENT,)),
    Step("withdraw",  "撤回",           "withdraw",                BEFORE_NOTICE,  S.WITHDRAWN,  R.NOMINEE,  then=(release,), asks=(REASON,)),
    Step("recall",    "单位撤回",       "withdraw for the unit",   BEFORE_NOTICE,  S.WITHDRAWN,  R.EMPLOYER, then=(release, tell("单位已撤回申领", "Your unit withdrew the claim")), asks=(REASON,)),
    Step("end",       "终止办理",       "end the case",            BEFORE_APPROVAL, S.ENDED,     R.REVIEWER, then=(release, tell("办理终止", "Your case was ended")), asks=(REASON,)),
)
