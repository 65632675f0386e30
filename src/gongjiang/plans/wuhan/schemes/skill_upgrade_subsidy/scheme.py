"""技能提升补贴: a sum for each certificate at a listed level, to the training unit or to the worker."""

from datetime import date
from typing import Any

from gongjiang.law.certificate_number import certificate_spelling
from gongjiang.law.claim_terms import Channel, Claimant, Obtained, WorkStatus
from gongjiang.law.effect import PayBy
from gongjiang.law.expression import TODAY, UNSETTLED, Expr
from gongjiang.law.procedures.subsidy import SUBSIDY
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.roster import Roster
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Fund
from gongjiang.law.terms import SkillLevel as L
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.claims import (
    CertificateHeld,
    PriorClaim,
    certificate_held_read,
    certificate_read,
    prior_claim_read,
)
from gongjiang.plans.wuhan.schemes.skill_upgrade_subsidy.duplicates import DUPLICATES
from gongjiang.plans.wuhan.subsidy_terms import (
    CLAIM_WINDOW,
    SENIOR_TECHNICIAN_SUM,
    SENIOR_WORKER_SUM,
    SIBLING_RULES,
    TECHNICIAN_SUM,
    UI_ELSEWHERE,
    UI_MONTHS,
    UI_RULES,
    UI_WINDOW,
)


class Claim(Record):
    certificate_number = asked(
        str, "证书编号", "certificate number", Words("证书", "certificate"), spelt=certificate_spelling
    )
    claimant = asked(Claimant, "申领主体", "claimant")
    channel = asked(Channel, "申领渠道", "channel")
    level = known(L, "等级", "level", "claimed.level")
    occupation = known(str, "职业（工种）", "occupation", "claimed.occupation")
    issued_on = known(date, "发证日期", "issued on", "claimed.issued_on")
    number_agrees = known(
        bool,
        "证书编号与等级、年份、地区相符",
        "number agrees with level, year and province",
        "claimed.number_agrees",
        inside=True,
    )
    verified = known(
        bool, "证书已联网查实", "found in the register of certificates", "claimed.verified", inside=True
    )
    obtained_by = known(
        Obtained, "取得方式", "obtained by", "claimed.obtained_by", absent=Obtained.ASSESSMENT
    )
    insured_months = known(int, "失业保险累计参保月数", "months insured", "insurance.months")
    status = known(WorkStatus, "发证当月身份", "status in the month of issue", "insurance.status")
    shortage_occupation = known(
        bool, "急需紧缺职业", "occupation in short supply", "occupations.shortage", absent=False
    )
    prior_claims = many(PriorClaim, "以往申领", "earlier claims", "claims.prior", inside=True, needed=True)
    certificates_held = many(
        CertificateHeld, "所持其他证书", "other certificates held", "certificates.other", inside=True
    )


@rule("2.1.2", terms=("高级技师5000元/人", "技师3500元/人", "高级工2000元/人"), zh="证书等级在补助标准之内",
      en="the certificate is at a listed level")  # fmt: skip
def level(p: Any) -> Expr:
    listed: Expr = p.level.one_of(L.SENIOR_WORKER, L.TECHNICIAN, L.SENIOR_TECHNICIAN)
    return listed


@rule("2.1.2", terms=("高级工",), zh="等级在申领渠道的补贴范围之内（失业保险渠道至高级工）",
      en="a level that the channel pays for (unemployment insurance: up to senior worker)")  # fmt: skip
def channel_level(p: Any) -> Expr:
    """National rules leave technicians outside the insurance channel. Which fund pays its claims is open:
    once the answer is taken back, a person decides.
    """
    paid: Expr = UI_ELSEWHERE.now | ~UI_ELSEWHERE.now
    within: Expr = (p.level <= L.SENIOR_WORKER) | ~UI_RULES.now
    own: Expr = p.channel == Channel.PLAN
    return own | (within & paid)


@rule("2.1.2", terms=("高级技师", "技师", "高级工"), zh="证书编号与等级、年份、地区相符",
      en="the number agrees with level, year and province")  # fmt: skip
def number(p: Any) -> Expr:
    agreeing: Expr = p.number_agrees
    return agreeing


@rule("2.1.2", terms=("职业技能提升培训",), zh="证书可联网查询（查不到的由人核实）",
      en="the certificate is found in the register (a person checks what is not)")  # fmt: skip
def found(p: Any) -> Expr:
    verified: Expr = p.verified | UNSETTLED
    return verified


@rule("2.1.2", terms=("职业技能提升培训",), assumes=SIBLING_RULES, zh="经考核评价取得证书",
      en="the certificate was obtained by assessment")  # fmt: skip
def obtained(p: Any) -> Expr:
    assessed: Expr = p.obtained_by == Obtained.ASSESSMENT
    return assessed | (~SIBLING_RULES.now & UNSETTLED)


@rule("2.1.2", terms=("补助",), zh="发证日期不晚于办理日", en="issued no later than today")
def issued(p: Any) -> Expr:
    past: Expr = p.issued_on <= TODAY
    return past


@rule("2.1.2", terms=("补助",), assumes=CLAIM_WINDOW, zh="在申领期限之内", en="claimed in time")
def deadline(p: Any) -> Expr:
    """The insurance channel's window refuses; the plan names none, so its own refuses only once signed."""
    insured: Expr = (p.channel == Channel.UI) & (
        (p.issued_on.plus_months(UI_WINDOW) >= TODAY) | ~UI_RULES.now
    )
    own: Expr = (p.channel == Channel.PLAN) & (
        (p.issued_on.plus_months(CLAIM_WINDOW) >= TODAY) | ~CLAIM_WINDOW.signed
    )
    return insured | own


@rule("2.1.2", terms=("职工个人",), zh="发证当月身份符合申领渠道的要求",
      en="a worker in the month of issue, as the channel requires")  # fmt: skip
def status(p: Any) -> Expr:
    insured: Expr = p.status.one_of(WorkStatus.ENTERPRISE_WORKER, WorkStatus.UI_BENEFIT) | ~UI_RULES.now
    doubted: Expr = p.status.present & p.status.one_of(WorkStatus.STUDENT, WorkStatus.RETIRED)
    by_insurance: Expr = (p.channel == Channel.UI) & insured
    by_plan: Expr = (p.channel == Channel.PLAN) & (~doubted | UNSETTLED)
    return by_insurance | by_plan


@rule("2.1.2", terms=("职工个人",), zh="参保月数符合申领渠道的要求",
      en="insured for long enough, as the channel requires")  # fmt: skip
def insured(p: Any) -> Expr:
    long: Expr = (p.insured_months >= UI_MONTHS) | (p.status == WorkStatus.UI_BENEFIT) | ~UI_RULES.now
    own: Expr = p.channel == Channel.PLAN
    return own | long


def paid_here(held: L) -> Expr:
    """A level's sum is owed here, unless the insurance fund pays its own channel's claims itself."""
    here: Expr = (Claim.level == held) & ~((Claim.channel == Channel.UI) & UI_ELSEWHERE.now)
    return here


SCHEME = Scheme(
    slug="skill-upgrade-subsidy",
    said=Words("技能提升补贴", "Skill-upgrade subsidy"),
    clause="2.1.2",
    subject=Claim,
    rules=(level, channel_level, number, found, obtained, issued, *DUPLICATES, deadline, status, insured),
    grants=(
        PayBy(SENIOR_TECHNICIAN_SUM, Fund.EMPLOYMENT, "2.1.2", paid_here(L.SENIOR_TECHNICIAN)),
        PayBy(TECHNICIAN_SUM, Fund.EMPLOYMENT, "2.1.2", paid_here(L.TECHNICIAN)),
        PayBy(SENIOR_WORKER_SUM, Fund.EMPLOYMENT, "2.1.2", paid_here(L.SENIOR_WORKER)),
    ),
    procedure=SUBSIDY,
    once=("certificate_number",),
    roster=Roster(
        "skill-claims",
        {"level": "level", "number": "certificate", "issued": "issued", "deadline": "issued"},
        open=("number",),
    ),
    readings={"prior_claims": prior_claim_read, "certificates_held": certificate_held_read},
    unfolds={"certificate": certificate_read},
)
