"""推荐参评: proposed by the office, agreed to by the person, recommended by another hand, what came of it."""

from gongjiang.law.procedure import Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures.asks import DOCUMENT, OUTCOME, REASON, REMARK
from gongjiang.law.procedures.follow import hold, honoured, letter, release, tell
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.SUBMITTED, S.CONSENTED, S.RECOMMENDED, S.CONCLUDED)
BEFORE = (S.DRAFT, S.SUBMITTED, S.CONSENTED)

# fmt: off
RECOMMENDATION = procedure("recommendation", Words("推荐参评", "recommendation"), MAIN,
    Step("propose",   "拟推荐",     "propose",             (S.DRAFT,),       S.SUBMITTED,   R.OFFICER,  needs=(need.complete, need.not_refused, need.unclaimed), then=(hold, tell("拟推荐您参评，请确认", "The office would recommend you: please agree"))),
    Step("consent",   "本人同意",   "give consent",        (S.SUBMITTED,),   S.CONSENTED,   R.NOMINEE),
    Step("recommend", "推荐",       "recommend",           (S.CONSENTED,),   S.RECOMMENDED, R.REVIEWER, needs=(need.another_hand, need.eligible), then=(letter("TJ"), tell("已推荐您参评", "You were recommended")), asks=(DOCUMENT,)),
    Step("conclude",  "回填结果",   "record the outcome",  (S.RECOMMENDED,), S.CONCLUDED,   R.OFFICER,  then=(honoured,), asks=(OUTCOME, REMARK)),
    Step("decline",   "本人谢绝",   "decline",             (S.SUBMITTED, S.CONSENTED), S.WITHDRAWN, R.NOMINEE, then=(release,), asks=(REASON,)),
    Step("reject",    "不予推荐",   "not recommend",       BEFORE,           S.INELIGIBLE,  R.OFFICER,  then=(release, tell("未予推荐", "You were not recommended")), asks=(REASON,)),
    Step("end",       "终止办理",   "end the case",        BEFORE,           S.ENDED,       R.REVIEWER, then=(release, tell("办理终止", "Your case was ended")), asks=(REASON,)),
)
