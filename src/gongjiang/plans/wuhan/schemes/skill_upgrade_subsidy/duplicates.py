"""The keys by which a claim is found to repeat another, in the order in which they are looked for.

One certificate is paid once, and no fund pays what another has paid: those hold in every channel. The rest
are national rules of the unemployment-insurance channel; for this plan's own channel nothing settles them,
and a person decides unless the office has adopted other cities' rules.
"""

from typing import Any

from gongjiang.law.claim_terms import Channel, ClaimKind
from gongjiang.law.expression import THIS_YEAR, UNSETTLED, Expr
from gongjiang.law.rule import rule
from gongjiang.plans.wuhan.subsidy_terms import SHORTAGE_EXTRA, SIBLING_RULES, UI_RULES, YEARLY_CAP


def strict(p: Any) -> Expr:
    """Whether the restrictive rules bind this claim."""
    national: Expr = (p.channel == Channel.UI) & UI_RULES.now
    own: Expr = (p.channel == Channel.PLAN) & SIBLING_RULES.now
    return national | own


def barred(p: Any, hit: Expr) -> Expr:
    """A hit refuses where the restrictive rules bind, and needs a person elsewhere."""
    return ~hit | (~strict(p) & UNSETTLED)


def skill(prior: Any) -> Expr:
    """An earlier claim for a skill subsidy, of either channel."""
    same: Expr = prior.kind.one_of(ClaimKind.SKILL, ClaimKind.PLAN, ClaimKind.UI)
    standing: Expr = prior.stands & same
    return standing


def elsewhere(prior: Any, p: Any) -> Expr:
    """A payment by another fund than the one this claim goes to."""
    by_insurance: Expr = (prior.kind == ClaimKind.UI) & (p.channel == Channel.PLAN)
    by_plan: Expr = (prior.kind == ClaimKind.PLAN) & (p.channel == Channel.UI)
    by_another: Expr = prior.kind == ClaimKind.OTHER
    standing: Expr = prior.stands & (by_another | by_insurance | by_plan)
    return standing


def numbered_alike(prior: Any, p: Any) -> Expr:
    known: Expr = prior.certificate_number.present
    alike: Expr = prior.certificate_number == p.certificate_number
    return known & alike


def same_skill(one: Any, p: Any) -> Expr:
    same: Expr = (one.occupation == p.occupation) & (one.level == p.level)
    return same


def higher_skill(one: Any, p: Any) -> Expr:
    higher: Expr = (one.occupation == p.occupation) & (one.level > p.level)
    return higher


@rule("2.1.2", terms=("培养单位或者职工个人",), zh="同一证书未申领过（不论由单位还是个人申领）",
      en="this certificate has not been claimed on, by unit or worker")  # fmt: skip
def certificate(p: Any) -> Expr:
    hit: Expr = p.prior_claims.any(lambda prior: prior.stands & numbered_alike(prior, p))
    return ~hit


@rule("2.1.2", terms=("补助",), assumes=SIBLING_RULES, zh="同一职业同一等级未申领过",
      en="this occupation and level have not been claimed on")  # fmt: skip
def occupation_level(p: Any) -> Expr:
    return barred(p, p.prior_claims.any(lambda prior: skill(prior) & same_skill(prior, p)))


@rule("2.1.2", terms=("补助",), assumes=SIBLING_RULES, zh="同一职业没有更高等级的证书或申领",
      en="no higher level held or claimed in this occupation")  # fmt: skip
def higher_level(p: Any) -> Expr:
    claimed: Expr = p.prior_claims.any(lambda prior: skill(prior) & higher_skill(prior, p))
    held: Expr = p.certificates_held.any(lambda one: higher_skill(one, p))
    return barred(p, claimed | held)


@rule("2.1.2", terms=("急需紧缺型高技能人才",), assumes=(SIBLING_RULES, SHORTAGE_EXTRA),
      zh="未超过当年补贴次数（急需紧缺职业可增加）",
      en="within the year's number of subsidies (more for occupations in short supply)")  # fmt: skip
def yearly_count(p: Any) -> Expr:
    times: Expr = p.prior_claims.count(lambda prior: skill(prior) & (prior.year == THIS_YEAR))
    short: Expr = p.shortage_occupation & (times < YEARLY_CAP.now + SHORTAGE_EXTRA.now)
    return (times < YEARLY_CAP.now) | short | ~strict(p)


@rule("2.1.2", terms=("补助",), zh="同一培训未由其他资金补贴",
      en="no other fund has paid for the same training")  # fmt: skip
def other_fund(p: Any) -> Expr:
    hit: Expr = p.prior_claims.any(
        lambda prior: elsewhere(prior, p) & (numbered_alike(prior, p) | same_skill(prior, p))
    )
    return ~hit


DUPLICATES = (certificate, occupation_level, higher_level, yearly_count, other_fund)
