"""工作室: asked for by the employer of its head, inspected, approved and paid once, assessed each year."""

from gongjiang.law.procedure import Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures import needs_running as run
from gongjiang.law.procedures.asks import DOCUMENT, REASON, REMARK, SCORE
from gongjiang.law.procedures.follow import grade, grants, hold, release, tell
from gongjiang.law.procedures.running import RUNNING, cancelling
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.SUBMITTED, S.SCREENED, S.INSPECTED, S.RUNNING)
BEFORE = (S.DRAFT, S.SUBMITTED, S.SCREENED, S.INSPECTED)
RECORD = run.attached(
    "inspection", "两名考察人员签字的考察记录", "the record of the inspection, signed by two"
)
SUPPORT = run.attached("support", "单位支持函", "the employer's letter of support")
RUNS = tuple(step for step in RUNNING if step.name != "suspend")

# fmt: off
STUDIO = procedure("studio", Words("工作室", "studio"), MAIN,
    Step("submit",   "申报设立",   "apply",               (S.DRAFT,),     S.SUBMITTED, R.EMPLOYER, needs=(need.complete, need.unclaimed, need.not_refused, SUPPORT, need.project_plan), then=(hold,)),
    Step("screen",   "审查",       "screen",              (S.SUBMITTED,), S.SCREENED,  R.OFFICER,  needs=(need.eligible,)),
    Step("inspect",  "实地考察",   "inspect",             (S.SCREENED,),  S.INSPECTED, R.OFFICER,  needs=(RECORD,), then=(grade("inspection"),), asks=(SCORE, REMARK)),
    Step("approve",  "批准设立",   "approve",             (S.INSPECTED,), S.RUNNING,   R.REVIEWER, needs=(need.another_hand, need.eligible, need.account_given), then=(grants, tell("已批准设立", "It was approved")), asks=(DOCUMENT,)),
    *RUNS,
    Step("suspend",  "暂停运行",   "suspend",             (S.RUNNING,),   S.SUSPENDED, R.OFFICER,  then=(tell("已暂停运行", "It was suspended"),), asks=(REASON,)),
    cancelling(S.RUNNING, S.SUSPENDED),
    Step("reject",   "不予设立",   "refuse",              (S.SUBMITTED, S.SCREENED, S.INSPECTED), S.INELIGIBLE, R.OFFICER, then=(release, tell("不予设立", "It was refused")), asks=(REASON,)),
    Step("recall",   "撤回",       "withdraw",            BEFORE, S.WITHDRAWN, R.EMPLOYER, then=(release, tell("单位已撤回申报", "Your unit withdrew the application")), asks=(REASON,)),
    Step("end",      "终止办理",   "end the case",        BEFORE, S.ENDED,     R.REVIEWER, then=(release, tell("办理终止", "Your case was ended")), asks=(REASON,)),
)
