"""Conditions on a step. Each returns the reason for refusing, or None."""

from gongjiang.law.procedure import Brief
from gongjiang.law.rule import Finding, Verdict
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.law.words import Words

NOT_HANDLING = (Role.NOMINEE, Role.EMPLOYER)
REFUSING = (Verdict.FAIL, Verdict.BLOCKED, Verdict.OPEN)


def complete(brief: Brief, actor: Actor) -> Words | None:
    if not brief.missing:
        return None
    return Words(f"尚未填写：{'、'.join(said.zh for said in brief.missing)}",
                 f"Not yet given: {', '.join(said.en for said in brief.missing)}")  # fmt: skip


def eligible(brief: Brief, actor: Actor) -> Words | None:
    """Every rule must be met; the gravest finding is named first."""
    for verdict in REFUSING:
        if failed := next((f for f in brief.findings if f.verdict is verdict), None):
            return _because(failed)
    return None


def not_refused(brief: Brief, actor: Actor) -> Words | None:
    """What a rule already denies is not put forward; what is open may be, and a person decides later."""
    failed = next((f for f in brief.findings if f.verdict is Verdict.FAIL), None)
    return _because(failed) if failed else None


def _because(finding: Finding) -> Words:
    return Words(f"{finding.verdict.zh}：{finding.said.zh}（{finding.clause}）",
                 f"{finding.verdict.en}: {finding.said.en} ({finding.clause})")  # fmt: skip


def another_hand(brief: Brief, actor: Actor) -> Words | None:
    """Nobody decides on a case that they have handled in any role but the one they now decide in."""
    own = {*NOT_HANDLING, brief.acting}
    touched = {person for role, people in brief.hands.items() if role not in own for person in people}
    if actor.person is None or actor.person in touched:
        return Words("经办与审核须由不同人员完成", "Another person must do this: you have handled the case")
    return None


def window_open(brief: Brief, actor: Actor) -> Words | None:
    if brief.window is None:
        return None
    if brief.today < brief.window.opens:
        return Words(f"{brief.window.opens} 开始受理", f"Nominations open on {brief.window.opens}")
    if brief.today > brief.window.closes:
        return Words(f"推荐已于 {brief.window.closes} 截止", f"Nominations closed on {brief.window.closes}")
    return None


def letter_attached(brief: Brief, actor: Actor) -> Words | None:
    held = "letter" in brief.evidence
    return None if held else Words("请先上传盖章的推荐函", "Attach the sealed letter of nomination first")


def internally_noticed(brief: Brief, actor: Actor) -> Words | None:
    if "internal_notice" in brief.evidence:
        return None
    return Words("请先上传单位内部公示证明", "Attach proof of the unit's internal notice first")


def within_quota(brief: Brief, actor: Actor) -> Words | None:
    if brief.quota is None:
        return Words("本批次未给该推荐单位分配名额", "This body has no quota in this round")
    if brief.quota.used < brief.quota.places:
        return None
    return Words(f"推荐名额已用完（{brief.quota.used}/{brief.quota.places}）",
                 f"The quota is used up ({brief.quota.used} of {brief.quota.places})")  # fmt: skip


def rank_free(brief: Brief, actor: Actor) -> Words | None:
    rank = brief.sent.get("rank")
    if not isinstance(rank, int) or rank not in brief.rank_taken:
        return None
    return Words(f"排序第 {rank} 位已有他人", f"Rank {rank} is already taken in this body's list")


def nothing_to_correct(brief: Brief, actor: Actor) -> Words | None:
    if not brief.corrections:
        return None
    return Words(f"尚有 {brief.corrections} 项待补正", f"Still to be corrected: {brief.corrections}")


def vetoes_clear(brief: Brief, actor: Actor) -> Words | None:
    held = brief.vetoes
    if held.hits:
        return Words(
            f"有否决情形：{'、'.join(h.zh for h in held.hits)}",
            f"Vetoed: {', '.join(h.en for h in held.hits)}",
        )
    for number, zh, en in (
        (held.unasked, "项尚未征询", "Matters other departments have not been asked about"),
        (held.waiting, "项征询未答复", "Matters other departments have not answered"),
        (held.stale, "项答复已过期，须重新征询", "Answers that have expired and must be asked for again"),
    ):
        if number:
            return Words(f"有 {number} {zh}", f"{en}: {number}")
    return None


def open_finding(brief: Brief, actor: Actor) -> Words | None:
    named = brief.sent.get("rule")
    if named is None or any(f.rule == named and f.verdict is Verdict.OPEN for f in brief.findings):
        return None
    return Words("该项不是待认定事项", "That finding is not open")


def determined_by_another(brief: Brief, actor: Actor) -> Words | None:
    waiting = [held for held in brief.determined if not held.confirmed]
    if not waiting:
        return Words("没有待复核的认定", "There is no determination to confirm")
    if actor.person is None or any(actor.user == h.by or actor.person == h.person for h in waiting):
        return Words("认定与复核须由不同人员完成", "Another person must confirm the determination")
    return None


def notice_over(brief: Brief, actor: Actor) -> Words | None:
    notice = brief.notice
    if notice.closes is None or brief.today <= notice.closes:
        return Words(f"公示期未满（至 {notice.closes}）", f"The notice runs until {notice.closes}")
    if notice.upheld:
        return Words("异议成立，不能通过", "An objection was upheld")
    return Words("有异议尚未处理完毕", "An objection is still open") if notice.held else None


def objection_upheld(brief: Brief, actor: Actor) -> Words | None:
    return None if brief.notice.upheld else Words("没有成立的异议", "No objection has been upheld")


def resolved(brief: Brief, actor: Actor) -> Words | None:
    held = brief.resolution
    if not held.document or held.on is None:
        return Words("请先登记审定文件的文号和日期", "Enter the number and date of the city's decision first")
    if not held.listed:
        return Words("审定名单中没有此人", "This person is not on the decision's list")
    if held.equal:
        return None
    return Words("审定名单与公示名单（除取消者外）不一致",
                 "The decision's list differs from the noticed list minus those struck")  # fmt: skip


def unclaimed(brief: Brief, actor: Actor) -> Words | None:
    if not brief.claimed_by:
        return None
    return Words(f"已有办件 {brief.claimed_by} 申领，不能重复申领",
                 f"Case {brief.claimed_by} already claims on this: it cannot be claimed twice")  # fmt: skip


def project_plan(brief: Brief, actor: Actor) -> Words | None:
    held = "plan" in brief.evidence
    return None if held else Words("请先上传项目方案", "Attach the plan of the class first")


def roster_given(brief: Brief, actor: Actor) -> Words | None:
    if brief.facts.get("members"):
        return None
    return Words("请先报送学员名单", "Send the roster of the class first")


def account_given(brief: Brief, actor: Actor) -> Words | None:
    return None if brief.account else Words("本人尚未登记收款账户", "The person has not given an account")
