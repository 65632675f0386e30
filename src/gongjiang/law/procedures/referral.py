"""转办: asked for, accepted, referred to another department with a due day, answered, rated, reopened."""

from gongjiang.law.procedure import Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures import needs_running as run
from gongjiang.law.procedures.asks import DEPARTMENT, HOW, OUTCOME, REASON, REMARK, STARS
from gongjiang.law.procedures.follow import answered, bounced, refer, tell
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.SUBMITTED, S.ACCEPTED, S.REFERRED, S.HANDLED, S.RATED)
CIVIC_MAIN = (S.DRAFT, S.SUBMITTED, S.CONSENTED, S.REFERRED, S.CONCLUDED)
OPEN = (S.DRAFT, S.SUBMITTED, S.ACCEPTED, S.REFERRED)
CIVIC_OPEN = (S.DRAFT, S.SUBMITTED, S.CONSENTED, S.REFERRED)

# fmt: off
REFERRAL = procedure("referral", Words("服务转办", "service by referral"), MAIN,
    Step("ask",      "提出需求",   "ask for a service",    (S.DRAFT,),     S.SUBMITTED, R.NOMINEE,    needs=(need.complete, need.not_refused, run.family_agrees)),
    Step("accept",   "受理",       "accept",               (S.SUBMITTED,), S.ACCEPTED,  R.OFFICER,    needs=(need.eligible,)),
    Step("refer",    "转办",       "refer",                (S.ACCEPTED,),  S.REFERRED,  R.OFFICER,    then=(refer, tell("已转相关部门办理", "Your request was referred to a department")), asks=(DEPARTMENT,)),
    Step("answer",   "答复办理结果", "answer",             (S.REFERRED,),  S.HANDLED,   R.DEPARTMENT, then=(answered, tell("部门已答复，请评价", "The department answered: please rate it")), asks=(HOW, REMARK)),
    Step("bounce",   "退回（非本部门职责）", "send back as not theirs", (S.REFERRED,), S.ACCEPTED, R.DEPARTMENT, needs=(run.bounces_left,), then=(bounced,), asks=(REASON,)),
    Step("rate",     "评价",       "rate",                 (S.HANDLED,),   S.RATED,     R.NOMINEE,    asks=(STARS, REMARK)),
    Step("reopen",   "申请重办",   "reopen",               (S.HANDLED, S.RATED), S.ACCEPTED, R.NOMINEE, asks=(REASON,)),
    Step("reject",   "不予受理",   "refuse",               (S.SUBMITTED,), S.INELIGIBLE, R.OFFICER,   then=(tell("不予受理", "Your request was refused"),), asks=(REASON,)),
    Step("withdraw", "撤回",       "withdraw",             OPEN,           S.WITHDRAWN, R.NOMINEE,    asks=(REASON,)),
    Step("end",      "终止办理",   "end the case",         OPEN,           S.ENDED,     R.REVIEWER,   then=(tell("办理终止", "Your case was ended"),), asks=(REASON,)),
)
CIVIC = procedure("civic", Words("推荐转办", "referral of a person"), CIVIC_MAIN,
    Step("propose",  "拟推荐",     "propose",              (S.DRAFT,),     S.SUBMITTED, R.OFFICER,    needs=(need.complete, need.not_refused), then=(tell("拟推荐您，请确认", "The office would recommend you: please agree"),)),
    Step("consent",  "本人同意",   "give consent",         (S.SUBMITTED,), S.CONSENTED, R.NOMINEE),
    Step("refer",    "转办",       "refer",                (S.CONSENTED,), S.REFERRED,  R.REVIEWER,   needs=(need.another_hand, need.eligible), then=(refer,), asks=(DEPARTMENT,)),
    Step("conclude", "回填结果",   "record the outcome",   (S.REFERRED,),  S.CONCLUDED, R.DEPARTMENT, asks=(OUTCOME, REMARK)),
    Step("decline",  "本人谢绝",   "decline",              (S.SUBMITTED, S.CONSENTED), S.WITHDRAWN, R.NOMINEE, asks=(REASON,)),
    Step("reject",   "不予推荐",   "not recommend",        (S.DRAFT, S.SUBMITTED, S.CONSENTED), S.INELIGIBLE, R.OFFICER, then=(tell("未予推荐", "You were not recommended"),), asks=(REASON,)),
    Step("end",      "终止办理",   "end the case",         CIVIC_OPEN,     S.ENDED,     R.REVIEWER,   then=(tell("办理终止", "Your case was ended"),), asks=(REASON,)),
)
