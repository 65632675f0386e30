"""评选: nominated from below, reviewed by experts, inspected, put to public notice, approved by the city, titled."""

from gongjiang.law.procedure import Need, Step, procedure
from gongjiang.law.procedures import needs as need
from gongjiang.law.procedures import needs_review as review
from gongjiang.law.procedures.asks import ANSWERS, ITEMS, OPINION, RANK, REASON, RULE, VERDICT
from gongjiang.law.procedures.follow import (
    ask_correction,
    certificate,
    confirm,
    determine,
    grants,
    nominate,
    notice,
    reserve,
    restart_clock,
    tell,
)
from gongjiang.law.terms import Role as R
from gongjiang.law.terms import State as S
from gongjiang.law.words import Words

MAIN = (S.DRAFT, S.CONSENTED, S.NOMINATED, S.SCREENED, S.UNDER_REVIEW, S.REVIEWED, S.INSPECTION, S.INSPECTED,
        S.PROPOSED, S.ON_NOTICE, S.CLEARED, S.APPROVED, S.TITLED, S.CERTIFIED)  # fmt: skip
BEFORE_NOTICE = (S.DRAFT, S.CONSENTED, S.NOMINATED, S.CORRECTING, S.SCREENED, S.UNDER_REVIEW, S.REVIEWED,
                 S.INSPECTION, S.INSPECTED, S.PROPOSED)  # fmt: skip
BEFORE_APPROVAL = (*BEFORE_NOTICE, S.ON_NOTICE, S.CLEARED)

PAPERS = (need.internally_noticed, need.letter_attached)


# fmt: off
def reviewed(first: S, papers: tuple[Need, ...]) -> tuple[Step, ...]:
    """From nomination to the end of the notice: what every call that draws experts has in common. A body
    nominates from the state `first`, with these papers attached.
    """
    return (
        Step("nominate",       "推荐",           "nominate",                (first,),          S.NOMINATED,    R.NOMINATOR,  needs=(need.window_open, need.not_refused, *papers, need.within_quota, need.rank_free), then=(nominate,), asks=(RANK, OPINION)),
        Step("not_recommend",  "不予推荐",       "decline to nominate",     (S.DRAFT, first), S.NOT_RECOMMENDED, R.NOMINATOR, then=(tell("推荐单位未予推荐", "The body did not nominate you"),), asks=(REASON,)),
        Step("ask_correction", "请补正",         "ask for corrections",     (S.NOMINATED,),    S.CORRECTING,   R.OFFICER,    then=(ask_correction,), asks=(ITEMS,)),
        Step("correct",        "补正",           "send corrections",        (S.CORRECTING,),   S.NOMINATED,    R.NOMINATOR,  then=(restart_clock,), asks=(ANSWERS,)),
        Step("determine",      "认定",           "determine a finding",     (S.NOMINATED,),    None,           R.OFFICER,    needs=(need.open_finding,), then=(determine,), asks=(RULE, VERDICT, REASON)),
        Step("confirm",        "复核认定",       "confirm a determination", (S.NOMINATED,),    None,           R.REVIEWER,   needs=(need.determined_by_another,), then=(confirm,)),
        Step("screen",         "通过资格审查",   "pass screening",          (S.NOMINATED,),    S.SCREENED,     R.OFFICER,    needs=(need.eligible, need.nothing_to_correct, need.vetoes_clear)),
        Step("reject",         "认定不符合条件", "find ineligible",         (S.NOMINATED, S.CORRECTING, S.SCREENED), S.INELIGIBLE, R.OFFICER, then=(tell("经审查不符合条件", "You were found not to be eligible"),), asks=(REASON,)),
        Step("assign",         "送专家评审",     "send to the panel",       (S.SCREENED,),     S.UNDER_REVIEW, R.OFFICER,    needs=(need.eligible, review.panel_seated)),
        Step("close_review",   "评审完成",       "take the panel's result", (S.UNDER_REVIEW,), S.REVIEWED,     R.OFFICER,    needs=(review.panel_closed,)),
        Step("shortlist",      "入围考察",       "shortlist",               (S.REVIEWED,),     S.INSPECTION,   R.OFFICER,    needs=(review.shortlisted,)),
        Step("inspect",        "考察完成",       "take the inspection",     (S.INSPECTION,),   S.INSPECTED,    R.OFFICER,    needs=(review.visited,)),
        Step("propose",        "拟定人选",       "fix as a candidate",      (S.INSPECTED,),    S.PROPOSED,     R.OFFICER,    needs=(review.chosen, need.vetoes_clear)),
        Step("not_select",     "未入选",         "record as not selected",  (S.REVIEWED, S.INSPECTION, S.INSPECTED), S.NOT_SELECTED, R.OFFICER, needs=(review.not_chosen,), then=(tell("本批次未入选", "You were not selected in this round"),), asks=(REASON,)),
        Step("publish",        "社会公示",       "put to public notice",    (S.PROPOSED,),     S.ON_NOTICE,    R.REVIEWER,   needs=(need.another_hand,), then=(notice,)),
        Step("clear",          "公示结束",       "end the notice",          (S.ON_NOTICE,),    S.CLEARED,      R.OFFICER,    needs=(need.notice_over,)),
        Step("strike",         "取消资格",       "strike from the list",    (S.ON_NOTICE, S.CLEARED), S.ENDED, R.REVIEWER,   needs=(need.objection_upheld,), then=(tell("异议成立，取消入选资格", "An objection was upheld and you were struck from the list"),), asks=(REASON,)),
    )


SELECTION = procedure("selection", Words("评选", "selection"), MAIN,
    Step("consent",        "本人同意",       "give consent",            (S.DRAFT,),        S.CONSENTED,    R.NOMINEE,    needs=(need.complete, need.window_open)),
    *reviewed(S.CONSENTED, PAPERS),
    Step("approve",        "市政府审定",     "record the approval",     (S.CLEARED,),      S.APPROVED,     R.GOVERNMENT, needs=(need.another_hand, need.resolved, need.eligible), then=(reserve,)),
    Step("confer",         "授予称号",       "confer the title",        (S.APPROVED,),     S.TITLED,       R.GOVERNMENT, needs=(need.another_hand, need.resolved), then=(grants, tell("授予称号", "You have been given the title"))),
    Step("certify",        "颁发证书",       "issue the certificate",   (S.TITLED,),       S.CERTIFIED,    R.OFFICER,    then=(certificate,)),
    Step("withdraw",       "撤回",           "withdraw",                BEFORE_APPROVAL,   S.WITHDRAWN,    R.NOMINEE,    asks=(REASON,)),
    Step("end",            "终止办理",       "end the case",            BEFORE_APPROVAL,   S.ENDED,        R.REVIEWER,   then=(tell("办理终止", "Your case was ended"),), asks=(REASON,)),
)
