"""Conditions that a round's review puts on a step. Each returns the reason for refusing, or None."""

from gongjiang.law.procedure import Brief
from gongjiang.law.standing import Actor
from gongjiang.law.words import Words

TWO_INSPECTORS = 2


def panel_seated(brief: Brief, actor: Actor) -> Words | None:
    if brief.marks.seated:
        return None
    return Words("该组专家尚未抽取就位", "No panel has been seated for this group")


def panel_closed(brief: Brief, actor: Actor) -> Words | None:
    if not brief.marks.closed:
        return Words("专家组尚未完成评分", "The panel has not closed")
    if brief.marks.quorum:
        return None
    return Words("有效评分不足，不能形成结果", "Too few valid marks for a result")


def shortlisted(brief: Brief, actor: Actor) -> Words | None:
    if brief.choice.shortlisted is None:
        return Words("入围名单尚未确定", "The shortlist is not fixed")
    return None if brief.choice.shortlisted else Words("未列入考察名单", "Not on the shortlist")


def visited(brief: Brief, actor: Actor) -> Words | None:
    visit = brief.visit
    if visit.inspectors < TWO_INSPECTORS:
        return Words("须有两名以上考察人员签字", "At least two inspectors must sign")
    if visit.open_concerns:
        return Words(
            f"考察发现 {visit.open_concerns} 项未销号", f"{visit.open_concerns} concerns are still open"
        )
    if visit.conclusion == "fail":
        return Words("考察结论为不通过", "The inspection failed")
    return None if visit.conclusion else Words("考察尚无结论", "The inspection has no conclusion")


def chosen(brief: Brief, actor: Actor) -> Words | None:
    if brief.choice.selected is None:
        return Words("拟定名单尚未确定", "The list of candidates is not fixed")
    return None if brief.choice.selected else Words("未列入拟定名单", "Not on the list of candidates")


def not_chosen(brief: Brief, actor: Actor) -> Words | None:
    choice = brief.choice
    if choice.shortlisted is False or choice.selected is False:
        return None
    return Words("名单尚未确定，或已列入名单", "The list is not fixed, or the case is on it")
