"""课程认定: sent in by its author, screened, graded by experts, recognised with a sum, taught."""

from gongjiang.law.procedure import Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures import needs_running as run
from gongjiang.law.procedures.asks import DOCUMENT, REASON, REMARK, SCORE, SUM
from gongjiang.law.procedures.follow import grade, grants, tell
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.SUBMITTED, S.SCREENED, S.REVIEWED, S.RECOGNISED)
BEFORE = (S.DRAFT, S.SUBMITTED, S.SCREENED, S.REVIEWED)
MATERIAL = run.attached("material", "课程大纲和课件", "the outline and the material of the course")
OPINION = run.attached("review", "专家评审意见（签字）", "the experts' signed opinion")

# fmt: off
COURSE = procedure("course", Words("课程认定", "course"), MAIN,
    Step("submit",    "报送课程",   "send in the course",   (S.DRAFT,),     S.SUBMITTED,  R.NOMINEE,  needs=(need.complete, need.not_refused, MATERIAL)),
    Step("screen",    "审查",       "screen",               (S.SUBMITTED,), S.SCREENED,   R.OFFICER,  needs=(need.not_refused,)),
    Step("return",    "退回修改",   "return to be mended",  (S.SUBMITTED, S.SCREENED), S.DRAFT, R.OFFICER, then=(tell("课程退回修改", "Your course was returned to be mended"),), asks=(REASON,)),
    Step("grade",     "专家评审",   "take the experts' grade", (S.SCREENED,), S.REVIEWED,  R.OFFICER,  needs=(OPINION, run.within_cap), then=(grade("course"),), asks=(SCORE, SUM, REMARK)),
    Step("recognise", "认定",       "recognise",            (S.REVIEWED,),  S.RECOGNISED, R.REVIEWER, needs=(need.another_hand, need.eligible, need.account_given), then=(grants, tell("课程已认定", "Your course was recognised")), asks=(DOCUMENT,)),
    Step("reject",    "不予认定",   "refuse",               (S.SUBMITTED, S.SCREENED, S.REVIEWED), S.INELIGIBLE, R.OFFICER, then=(tell("课程不予认定", "Your course was not recognised"),), asks=(REASON,)),
    Step("withdraw",  "撤回",       "withdraw",             BEFORE,         S.WITHDRAWN,  R.NOMINEE,  asks=(REASON,)),
    Step("end",       "终止办理",   "end the case",         BEFORE,         S.ENDED,      R.REVIEWER, then=(tell("办理终止", "Your case was ended"),), asks=(REASON,)),
)
