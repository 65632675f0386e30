"""What a round announces unless the office decides otherwise: proposals for the notice,
not the plan's words.
"""

from gongjiang.law.round_terms import Criterion, RoundTerms, VetoMatter
from gongjiang.law.terms import Department as D
from gongjiang.law.words import Words

# fmt: off
CRITERIA = (
    Criterion("skill",    Words("技能技艺", "skill and craft"),          "0.40"),
    Criterion("results",  Words("业绩贡献", "results and contribution"), "0.30"),
    Criterion("teaching", Words("带徒传技", "training apprentices"),     "0.20"),
    Criterion("morals",   Words("道德品格", "character"),                "0.10"),
)

PLATFORM_CRITERIA = (
    Criterion("base",     Words("建设基础", "what there is to build on"), "0.30"),
    Criterion("plan",     Words("建设方案", "plan of building"),          "0.40"),
    Criterion("service",  Words("公益服务", "services to the public"),    "0.30"),
)

VETOES = (
    VetoMatter("discipline", Words("违纪违法", "discipline and crime"),            D.POLICE, "person"),
    VetoMatter("credit",     Words("失信被执行", "dishonest-debtor list"),         D.HRSS,   "person"),
    VetoMatter("safety",     Words("安全生产责任事故", "responsibility for an accident"), D.EIT, "principal"),
    VetoMatter("wages",      Words("欠薪欠保", "arrears of wages and insurance"),  D.HRSS,   "principal"),
)
# fmt: on

ROUND_TERMS = RoundTerms(criteria=CRITERIA, vetoes=VETOES, caps={"employer": {"*": 2}})
TIER_TERMS = RoundTerms(criteria=CRITERIA, vetoes=VETOES)
DIRECT_TERMS = RoundTerms(vetoes=VETOES)
