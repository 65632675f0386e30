"""平台建设: called for in rounds, recommended, reviewed by experts, inspected, noticed, built, accepted, run."""

from gongjiang.law.procedure import Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures.asks import DOCUMENT, REASON
from gongjiang.law.procedures.follow import grants, tell
from gongjiang.law.procedures.running import BUILDING, RUNNING, cancelling
from gongjiang.law.procedures.selection import reviewed
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.SUBMITTED, S.NOMINATED, S.SCREENED, S.UNDER_REVIEW, S.REVIEWED, S.INSPECTION, S.INSPECTED,
        S.PROPOSED, S.ON_NOTICE, S.CLEARED, S.BUILDING, S.ACCEPTANCE, S.SCORED, S.RUNNING)  # fmt: skip
BEFORE_NOTICE = (S.DRAFT, S.SUBMITTED, S.NOMINATED, S.CORRECTING, S.SCREENED, S.UNDER_REVIEW, S.REVIEWED,
                 S.INSPECTION, S.INSPECTED, S.PROPOSED)  # fmt: skip
BEFORE_APPROVAL = (*BEFORE_NOTICE, S.ON_NOTICE, S.CLEARED)
PAPERS = (need.letter_attached,)

# fmt: off
PLATFORM = procedure("platform", Words("平台建设", "platform"), MAIN,
    Step("submit",   "申报建设",   "apply to build",      (S.DRAFT,),   S.SUBMITTED, R.EMPLOYER, needs=(need.complete, need.window_open, need.project_plan)),
    *reviewed(S.SUBMITTED, PAPERS),
    Step("approve",  "认定建设",   "recognise",           (S.CLEARED,), S.BUILDING,  R.REVIEWER, needs=(need.another_hand, need.eligible, need.account_given), then=(grants, tell("已认定，可以开始建设", "It was recognised: building may begin")), asks=(DOCUMENT,)),
    *BUILDING,
    *RUNNING,
    cancelling(S.BUILDING, S.SCORED, S.REMEDY, S.RUNNING, S.SUSPENDED),
    Step("recall",   "撤回",       "withdraw",            BEFORE_NOTICE,   S.WITHDRAWN, R.EMPLOYER, then=(tell("单位已撤回申报", "Your unit withdrew the application"),), asks=(REASON,)),
    Step("end",      "终止办理",   "end the case",        BEFORE_APPROVAL, S.ENDED,     R.REVIEWER, then=(tell("办理终止", "Your case was ended"),), asks=(REASON,)),
)
