"""资格凭证: asked for, verified, a numbered letter issued by another hand, what came of it recorded."""

from gongjiang.law.procedure import Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures.asks import OUTCOME, REASON, REMARK
from gongjiang.law.procedures.follow import letter, tell
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.SUBMITTED, S.VERIFIED, S.ISSUED, S.CONCLUDED)
BEFORE = (S.DRAFT, S.SUBMITTED, S.VERIFIED)

# fmt: off
VOUCHER = procedure("voucher", Words("资格凭证", "voucher"), MAIN,
    Step("ask",      "申请",       "ask",                 (S.DRAFT,),     S.SUBMITTED, R.NOMINEE,  needs=(need.complete, need.not_refused)),
    Step("verify",   "核实",       "verify",              (S.SUBMITTED,), S.VERIFIED,  R.OFFICER,  needs=(need.eligible,)),
    Step("issue",    "出具凭证",   "issue the voucher",   (S.VERIFIED,),  S.ISSUED,    R.REVIEWER, needs=(need.another_hand, need.eligible), then=(letter("ZS"), tell("凭证已出具", "Your voucher was issued"))),
    Step("conclude", "回填结果",   "record the outcome",  (S.ISSUED,),    S.CONCLUDED, R.OFFICER,  asks=(OUTCOME, REMARK)),
    Step("reject",   "不予出具",   "refuse",              (S.SUBMITTED, S.VERIFIED), S.INELIGIBLE, R.OFFICER, then=(tell("不予出具凭证", "The voucher was refused"),), asks=(REASON,)),
    Step("withdraw", "撤回",       "withdraw",            BEFORE,         S.WITHDRAWN, R.NOMINEE,  asks=(REASON,)),
    Step("end",      "终止办理",   "end the case",        BEFORE,         S.ENDED,     R.REVIEWER, then=(tell("办理终止", "Your case was ended"),), asks=(REASON,)),
)
