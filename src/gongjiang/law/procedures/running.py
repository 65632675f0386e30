"""What goes on after a recognition: building against goals, acceptance, yearly assessment, its end."""

from gongjiang.law.procedure import Step
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures import needs_running as run
from gongjiang.law.procedures.asks import DOCUMENT, REASON, REMARK, SCORE
from gongjiang.law.procedures.follow import due_in_months, grade, part, take_back, tell
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S

COMPLETION = run.attached("completion", "竣工验收材料", "the report of completion")
GOALS = run.recorded("goals", "建设目标", "the goals")
SERVICES = run.recorded("services", "面向社会的服务记录", "the services given to the public")

# fmt: off
BUILDING = (
    Step("midterm",   "中期检查",   "inspect half-way",      (S.BUILDING,),            None,         R.OFFICER,  needs=(GOALS,), then=(grade("midterm"),), asks=(SCORE, REMARK)),
    Step("ready",     "申请验收",   "apply for acceptance",  (S.BUILDING, S.REMEDY),   S.ACCEPTANCE, R.EMPLOYER, needs=(GOALS, COMPLETION, run.mended_in_time)),
    Step("score",     "验收评分",   "score for acceptance",  (S.ACCEPTANCE,),          S.SCORED,     R.OFFICER,  then=(grade(run.ACCEPTANCE),), asks=(SCORE, REMARK)),
    Step("accept",    "验收合格",   "accept",                (S.SCORED,),              S.RUNNING,    R.REVIEWER, needs=(need.another_hand, run.passed), then=(part(run.ACCEPTANCE), tell("验收合格", "It was accepted")), asks=(DOCUMENT,)),
    Step("mend",      "限期整改",   "give time to mend",     (S.SCORED,),              S.REMEDY,     R.OFFICER,  needs=(run.failed, run.not_mended_before), then=(due_in_months("remedy_months"), tell("验收未合格，请在期限内整改", "It was not accepted: please mend it in time")), asks=(REASON,)),
)
RUNNING = (
    Step("assess",    "年度评估",   "assess the year",       (S.RUNNING,),             None,         R.OFFICER,  needs=(SERVICES,), then=(grade("yearly"),), asks=(SCORE, REMARK)),
    Step("reward",    "兑现年度奖补", "reward the year",     (S.RUNNING,),             None,         R.REVIEWER, needs=(need.another_hand, run.assessed, need.eligible, need.account_given), then=(part("yearly"),), asks=(DOCUMENT,)),
    Step("suspend",   "暂停运行",   "suspend",               (S.BUILDING, S.RUNNING),  S.SUSPENDED,  R.OFFICER,  then=(tell("已暂停运行", "It was suspended"),), asks=(REASON,)),
    Step("resume",    "恢复运行",   "resume",                (S.SUSPENDED,),           S.RUNNING,    R.REVIEWER, needs=(need.another_hand,), then=(tell("已恢复运行", "It was resumed"),), asks=(REASON,)),
)


def cancelling(*sources: S) -> Step:
    """摘牌: by a document, with what was not rightly spent asked back."""
    return Step("cancel", "撤销并追回", "cancel and take back", sources, S.CANCELLED, R.REVIEWER, needs=(need.another_hand,), then=(take_back, tell("已撤销，未按规定使用的资金须退回", "It was cancelled; what was not rightly spent is to be given back")), asks=(DOCUMENT, REASON))
