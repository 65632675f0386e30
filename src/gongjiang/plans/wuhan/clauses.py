"""The plan's clauses under our own short titles, with the departments that answer for them.
The first one leads.
"""

from gongjiang.law.clause import Clause, Named, Validity
from gongjiang.law.terms import Department as D
from gongjiang.law.words import Words


def clause(ref: str, zh: str, en: str, *departments: D) -> Clause:
    return Clause(ref, Words(zh, en), departments)


MECHANISMS = (
    clause("2.1", "培养", "Cultivate"),
    clause("2.2", "评价", "Evaluate"),
    clause("2.3", "激励", "Reward"),
    clause("2.4", "使用", "Deploy"),
    clause("3", "保障", "Safeguard"),
)

# fmt: off
CLAUSES = (
    clause("1",     "总体要求",         "Overall aims", D.HRSS),
    clause("2.1.1", "培训基地与工作室", "Training bases and studios", D.HRSS, D.SASAC, D.EIT, D.EDU, D.FIN),
    clause("2.1.2", "技能提升补贴",     "Skill-upgrade subsidy", D.HRSS, D.FIN),
    clause("2.1.3", "技能竞赛选拔",     "Contests", D.HRSS, D.SASAC, D.EIT, D.FIN, D.UNION, D.YOUTH),
    clause("2.2.1", "单位自主评价",     "Employers' own honours", D.SASAC, D.EIT, D.TALENT, D.HRSS, D.FIN),
    clause("2.2.2", "后备人才梯次",     "City tiers", D.HRSS, D.TALENT, D.SASAC, D.EIT, D.FIN),
    clause("2.2.3", "武汉工匠评选",     "Selection of craftsmen", D.HRSS, D.TALENT, D.SASAC, D.EIT, D.FIN, D.EDU),
    clause("2.3.1", "一次性奖励",       "One-off reward", D.HRSS, D.TALENT, D.FIN),
    clause("2.3.2", "职称直报",         "Direct route to senior title", D.HRSS),
    clause("2.3.3", "推荐参评",         "Recommendation for awards", D.HRSS, D.TALENT, D.SCI, D.SASAC, D.EIT, D.FIN, D.UNION),
    clause("2.3.4", "薪酬激励",         "Pay", D.HRSS, D.TALENT, D.SASAC, D.EIT, D.FIN),
    clause("2.3.5", "政治待遇",         "Civic roles", D.TALENT, D.HRSS, D.SASAC, D.EIT, D.UNION, D.YOUTH, D.WOMEN, D.CAST),
    clause("2.4.1", "工匠工作室",       "Craftsman studios", D.HRSS, D.SASAC, D.EIT, D.FIN),
    clause("2.4.2", "技能领军",         "Leading activities", D.HRSS, D.SASAC, D.EIT, D.FIN),
    clause("2.4.3", "工匠讲堂",         "Lecture courses", D.HRSS, D.EDU, D.SASAC, D.EIT, D.FIN),
    clause("2.4.4", "品牌与知识产权",   "Brands and intellectual property", D.HRSS, D.SCI, D.SASAC, D.EIT),
    clause("2.4.5", "生活服务",         "Life services", D.HRSS, D.TALENT, D.HOUSING, D.POLICE),
    clause("2.4.6", "福利保障",         "Welfare", D.HRSS, D.TALENT, D.SASAC, D.EIT, D.FIN),
    clause("2.4.7", "继续教育",         "Continuing education", D.HRSS, D.TALENT, D.SASAC, D.EIT, D.EDU, D.FIN),
    clause("3.1",   "组织与目标考核",   "Organisation and annual targets", D.HRSS),
    clause("3.2",   "资金",             "Funds", D.HRSS, D.TALENT, D.FIN),
    clause("3.3",   "宣传",             "Publicity", D.HRSS),
)
# fmt: on

BEHIND = {
    "2.1.1": ("sessions",),
    "2.1.3": ("contests",),
    "2.2.1": ("pool",),
    "2.2.2": ("matches",),
    "2.3.3": ("awards",),
    "2.4.3": ("lectures",),
    "3.1": ("targets", "orders"),
    "3.2": ("lines", "evaluations"),
    "3.3": ("stories",),
}

VALIDITY = Validity(years=5, clause="3.3")

DEPARTMENTS = (
    Named(D.HRSS, "市人力资源社会保障局", aliases=("市人力资源和社会保障局", "市人社局")),
    Named(D.EIT, "市经济和信息化委", aliases=("市经济和信息委", "市经信委")),
    Named(D.TALENT, "市招才局"),
    Named(D.HOUSING, "市住房保障房管局", aliases=("市房管局",)),
)
