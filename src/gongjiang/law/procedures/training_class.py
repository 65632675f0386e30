"""培训项目: applied for, approved as a plan, held, reported with its roster and results, verified, owed."""

from gongjiang.law.procedure import Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures.asks import DOCUMENT, REASON, RULE, VERDICT
from gongjiang.law.procedures.follow import confirm, determine, grants, payment_notice, tell
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.SUBMITTED, S.SCREENED, S.UNDER_WAY, S.REPORTED, S.VERIFIED, S.ON_NOTICE, S.CLEARED, S.OWED)
BEFORE_NOTICE = (S.DRAFT, S.SUBMITTED, S.SCREENED, S.UNDER_WAY, S.REPORTED, S.VERIFIED)
BEFORE_APPROVAL = (*BEFORE_NOTICE, S.ON_NOTICE, S.CLEARED)

# fmt: off
TRAINING_CLASS = procedure("training_class", Words("培训项目", "training class"), MAIN,
    Step("apply",     "申报项目",     "apply for a class",       (S.DRAFT,),     S.SUBMITTED, R.EMPLOYER, needs=(need.complete, need.not_refused, need.project_plan)),
    Step("screen",    "审查项目",     "screen the plan",         (S.SUBMITTED,), S.SCREENED,  R.OFFICER,  needs=(need.not_refused,)),
    Step("start",     "批准开班",     "approve the class",       (S.SCREENED,),  S.UNDER_WAY, R.REVIEWER, needs=(need.another_hand,), then=(tell("准予开班", "Your class was approved"),)),
    Step("report",    "报送结果",     "report the results",      (S.UNDER_WAY,), S.REPORTED,  R.EMPLOYER, needs=(need.roster_given,)),
    Step("determine", "认定",         "determine a finding",     (S.REPORTED,),  None,        R.OFFICER,  needs=(need.open_finding,), then=(determine,), asks=(RULE, VERDICT, REASON)),
    Step("confirm",   "复核认定",     "confirm a determination", (S.REPORTED,),  None,        R.REVIEWER, needs=(need.determined_by_another,), then=(confirm,)),
    Step("verify",    "核实",         "verify",                  (S.REPORTED,),  S.VERIFIED,  R.OFFICER,  needs=(need.eligible, need.account_given)),
    Step("reject",    "不予补助",     "refuse",                  (S.SUBMITTED, S.SCREENED, S.REPORTED, S.VERIFIED), S.INELIGIBLE, R.OFFICER, then=(tell("不予补助", "The grant was refused"),), asks=(REASON,)),
    Step("publish",   "社会公示",     "put to public notice",    (S.VERIFIED,),  S.ON_NOTICE, R.REVIEWER, needs=(need.another_hand,), then=(payment_notice,)),
    Step("clear",     "公示结束",     "end the notice",          (S.ON_NOTICE,), S.CLEARED,   R.OFFICER,  needs=(need.notice_over,)),
    Step("strike",    "取消资格",     "strike from the list",    (S.ON_NOTICE, S.CLEARED), S.ENDED, R.REVIEWER, needs=(need.objection_upheld,), then=(tell("异议成立，不予补助", "An objection was upheld and the grant was refused"),), asks=(REASON,)),
    Step("approve",   "审批",         "approve",                 (S.CLEARED,),   S.OWED,      R.REVIEWER, needs=(need.another_hand, need.eligible, need.account_given), then=(grants, tell("补助已审批", "Your grant was approved")), asks=(DOCUMENT,)),
    Step("recall",    "撤回",         "withdraw",                BEFORE_NOTICE,  S.WITHDRAWN, R.EMPLOYER, then=(tell("单位已撤回申报", "Your unit withdrew the application"),), asks=(REASON,)),
    Step("end",       "终止办理",     "end the case",            BEFORE_APPROVAL, S.ENDED,    R.REVIEWER, then=(tell("办理终止", "Your case was ended"),), asks=(REASON,)),
)
