"""备案: filed by a unit or a person, verified or kept as not verified, on record; nothing is granted."""

from gongjiang.law.procedure import Need, Procedure, Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures.asks import REASON
from gongjiang.law.procedures.follow import tell
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.SUBMITTED, S.ON_RECORD)
OPEN = (S.DRAFT, S.SUBMITTED, S.UNVERIFIED)


# fmt: off
def filing(name: str, said: Words, *papers: Need, by_person: bool = False) -> Procedure:
    """Filed by the unit, with these papers; by the person as well where it is theirs to tell."""
    filed = (need.complete, need.not_refused, *papers)
    own = (
        Step("file_own", "本人备案",       "file in one's own name", (S.DRAFT,), S.SUBMITTED, R.NOMINEE, needs=filed),
        Step("withdraw", "本人撤回",       "withdraw",               OPEN,       S.WITHDRAWN, R.NOMINEE, asks=(REASON,)),
    ) if by_person else ()
    return procedure(name, said, MAIN,
        Step("file",     "单位备案",       "file",                (S.DRAFT,),      S.SUBMITTED,  R.EMPLOYER, needs=filed),
        *own,
        Step("verify",   "核实备案",       "verify and record",   (S.SUBMITTED, S.UNVERIFIED), S.ON_RECORD, R.OFFICER, needs=(need.eligible,), then=(tell("备案已核实", "Your filing was verified"),)),
        Step("keep",     "收存，标记未核实", "keep as not verified", (S.SUBMITTED,), S.UNVERIFIED, R.OFFICER,  then=(tell("备案已收存，尚未核实", "Your filing was kept, but is not verified"),), asks=(REASON,)),
        Step("return",   "退回",           "return",              (S.SUBMITTED,),  S.DRAFT,      R.OFFICER,  then=(tell("备案退回", "Your filing was returned"),), asks=(REASON,)),
        Step("recall",   "撤回",           "withdraw for the unit", OPEN,          S.WITHDRAWN,  R.EMPLOYER, then=(tell("单位已撤回备案", "Your unit withdrew the filing"),), asks=(REASON,)),
        Step("end",      "终止办理",       "end the case",        OPEN,            S.ENDED,      R.REVIEWER, then=(tell("办理终止", "Your case was ended"),), asks=(REASON,)),
    )


FILING = filing("filing", Words("备案", "filing"))
OWN_FILING = filing("own_filing", Words("单位或本人备案", "filing by the unit or the person"), by_person=True)
