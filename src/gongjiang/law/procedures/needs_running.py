"""Conditions on what comes after a recognition: goals, acceptance, services, referrals, papers.

Each returns the reason for refusing, or None. What is a matter of degree is read from the scheme's figures.
"""

from gongjiang.law.money import shown
from gongjiang.law.procedure import Brief, Need
from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.law.words import Words

ACCEPTANCE = "acceptance"


def attached(kind: str, zh: str, en: str) -> Need:
    """A document of this kind lies with the case."""

    def lies_there(brief: Brief, actor: Actor) -> Words | None:
        held = kind in brief.evidence
        return None if held else Words(f"请先上传{zh}", f"Attach {en} first")

    return lies_there


def recorded(name: str, zh: str, en: str) -> Need:
    """The case's log of this name has a row that stands."""

    def has_rows(brief: Brief, actor: Actor) -> Words | None:
        return None if brief.facts.get(name) else Words(f"请先登记{zh}", f"Enter {en} first")

    return has_rows


def passed(brief: Brief, actor: Actor) -> Words | None:
    score, least = _last(brief, ACCEPTANCE), brief.figures["pass_mark"]
    if score is not None and score >= least:
        return None
    return Words(f"验收得分 {_told(score)}，未达到 {least} 分",
                 f"The acceptance score is {_told(score)}, below {least}")  # fmt: skip


def failed(brief: Brief, actor: Actor) -> Words | None:
    if passed(brief, actor):
        return None
    return Words("验收已达到合格分数，不需要整改", "The acceptance score is enough: nothing is to be mended")


def not_mended_before(brief: Brief, actor: Actor) -> Words | None:
    """A second failure is not mended: it is cancelled."""
    if len(brief.grades.get(ACCEPTANCE, ())) < 2:
        return None
    return Words("已整改过一次，不能再次整改", "It was mended once already: it cannot be mended again")


def mended_in_time(brief: Brief, actor: Actor) -> Words | None:
    """What is to be mended by a day is not taken after it."""
    if brief.state is not State.REMEDY or brief.due is None or brief.today <= brief.due:
        return None
    return Words(f"已过整改期限（{brief.due}）", f"It was to be mended by {brief.due}")


def assessed(brief: Brief, actor: Actor) -> Words | None:
    return None if brief.grades.get("yearly") else Words("尚无年度评估得分", "There is no yearly score yet")


def within_cap(brief: Brief, actor: Actor) -> Words | None:
    """The sum that is sent along, in fen, against the most that may be recognised."""
    asked, most = brief.sent.get("sum"), brief.figures["cap"]
    if asked is None or int(asked) <= most:
        return None
    return Words(f"认定金额不得超过 {shown(most)}", f"At most {shown(most)} may be recognised")


def bounces_left(brief: Brief, actor: Actor) -> Words | None:
    most = brief.figures["bounces"]
    if brief.referral.bounces < most:
        return None
    return Words(f"已退回 {most} 次，须由牵头部门裁定，不能再退",
                 f"It was sent back {most} times: the lead department decides, it cannot go back again")  # fmt: skip


def family_agrees(brief: Brief, actor: Actor) -> Words | None:
    """Data of a member of the family are handled with their consent alone, or a parent's for a child."""
    if brief.answers.get("beneficiary") in (None, "self") or "consent" in brief.evidence:
        return None
    return Words("请先上传家属（或未成年子女监护人）同意书",
                 "Attach the consent of the member of the family, or of a child's guardian, first")  # fmt: skip


def _last(brief: Brief, stage: str) -> int | None:
    held = brief.grades.get(stage, ())
    return held[-1] if held else None


def _told(score: int | None) -> str:
    return "—" if score is None else str(score)
