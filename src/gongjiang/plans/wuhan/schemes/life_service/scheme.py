"""生活服务: settling, jobs for the family, housing; referred to the department that can, with a due day."""

from typing import Any

from gongjiang.law.expression import UNSETTLED, Expr
from gongjiang.law.procedures.referral import REFERRAL
from gongjiang.law.record import Record, asked, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Role
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.deploy_terms import BOUNCES, SERVICE_DAYS
from gongjiang.plans.wuhan.holders import own_title
from gongjiang.plans.wuhan.kinds import Beneficiary, LifeService
from gongjiang.plans.wuhan.records import TitleHeld, title_read

PROOF = Words("说明材料", "supporting papers")
ADULT = 18


class Request(Record):
    beneficiary = asked(Beneficiary, "服务对象", "for whom", needed=True)
    kind = asked(LifeService, "服务事项", "what is asked for", needed=True)
    age = asked(int, "子女年龄", "the child's age")
    jobless = asked(bool, "有就业愿望而未就业", "wants work and has none")
    titles_held = many(TitleHeld, "已获称号", "titles held", "titles")


def _job(p: Any) -> Expr:
    wanted: Expr = p.kind.one_of(LifeService.GUIDANCE, LifeService.TRAINING, LifeService.JOB)
    return wanted


@rule("2.4.5", terms=("未成年子女",), zh="子女落户的，须未成年", en="a child who settles is a minor")
def minor(p: Any) -> Expr:
    grown: Expr = (p.beneficiary == Beneficiary.CHILD) & (p.kind == LifeService.SETTLING) & (p.age >= ADULT)
    return ~grown


@rule(
    "2.4.5",
    terms=("有就业愿望而未就业",),
    zh="就业服务限未就业的配偶、子女",
    en="help with work is for a spouse or child without it",
)
def jobless(p: Any) -> Expr:
    family: Expr = (p.beneficiary != Beneficiary.SELF) & p.jobless
    return ~_job(p) | family


@rule(
    "2.4.5", terms=("保障性住房",), zh="保障性住房由本人享受", en="subsidised housing is the craftsman's own"
)
def housing(p: Any) -> Expr:
    own: Expr = (p.kind != LifeService.HOUSING) | (p.beneficiary == Beneficiary.SELF) | UNSETTLED
    return own


SCHEME = Scheme(
    slug="life-service",
    said=Words("生活服务", "Life services"),
    clause="2.4.5",
    subject=Request,
    rules=(own_title("2.4.5", "“武汉工匠”"), minor, jobless, housing),
    grants=(),
    procedure=REFERRAL,
    figures={"service_days": SERVICE_DAYS, "bounces": BOUNCES},
    confined=(Role.OFFICER, Role.REVIEWER, Role.DEPARTMENT, Role.AUDITOR),
    readings={"titles_held": title_read},
    evidence=(("proof", PROOF), ("consent", Words("家属同意书", "consent of the member of the family"))),
)
