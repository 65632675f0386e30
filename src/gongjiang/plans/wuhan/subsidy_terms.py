"""What clause 2.1.2 fixes about skill subsidies, what the national channel rules, and what nobody settles."""

from gongjiang.law.money import yuan
from gongjiang.law.settings import assumption, parameter
from gongjiang.law.words import Words

# fmt: off
SENIOR_TECHNICIAN_SUM = parameter("skill_subsidy_senior_technician", "2.1.2", yuan(5_000), "高级技师技能提升补助", "subsidy for a senior technician", "fen")
TECHNICIAN_SUM = parameter("skill_subsidy_technician", "2.1.2", yuan(3_500), "技师技能提升补助", "subsidy for a technician", "fen")
SENIOR_WORKER_SUM = parameter("skill_subsidy_senior_worker", "2.1.2", yuan(2_000), "高级工技能提升补助", "subsidy for a senior worker", "fen")

UI_RULES = parameter("ui_rules", "2.1.2", True, "启用失业保险渠道的国家规则", "the national rules of the unemployment-insurance channel apply")
UI_MONTHS = parameter("ui_months", "2.1.2", 12, "失业保险渠道：累计参保月数", "unemployment-insurance channel: months insured", "months")
UI_WINDOW = parameter("ui_window", "2.1.2", 12, "失业保险渠道：发证后的申领期限（月）", "unemployment-insurance channel: months to claim in", "months")
YEARLY_CAP = parameter("yearly_cap", "2.1.2", 1, "每人每年补贴次数", "subsidies a person may have in a year", "times")
# fmt: on
SIBLING_RULES = assumption(
    "sibling_rules",
    "2.1.2",
    False,
    Words(
        "本计划渠道是否参照其他城市的限制性规定？",
        "Do other cities' restrictions bind claims under this plan?",
    ),
    "不适用其他城市的限制性规定，遇有相应情形由人认定",
    "other cities' restrictions do not apply; where they would bite, a person decides",
)  # fmt: skip
CLAIM_WINDOW = assumption(
    "claim_window", "2.1.2", 12,
    Words("本计划渠道的申领期限是发证后几个月？", "How many months after issue may a claim under this plan be made?"),
    "申领期限按发证之日起 12 个月掌握，含届满当日",
    "claims are taken within 12 months of issue, the last day included",
)  # fmt: skip
SHORTAGE_EXTRA = assumption(
    "shortage_extra", "2.1.2", 2,
    Words("急需紧缺职业每年可增加几次补贴？", "How many more subsidies a year for occupations in short supply?"),
    "急需紧缺职业每年最多增加 2 次", "up to two more a year for occupations in short supply",
)  # fmt: skip
UI_ELSEWHERE = assumption(
    "ui_paid_elsewhere", "2.1.2", False,
    Words("失业保险渠道的补贴是否由失业保险基金另行支付？",
          "Does the unemployment-insurance fund pay the subsidies of its channel itself?"),
    "失业保险渠道的补贴暂从市就业补助资金列支",
    "subsidies of the insurance channel are paid from the city employment fund for now",
)  # fmt: skip
CLASS_SUM = assumption(
    "class_sum", "2.1.2", 0,
    Words("技师培训项目每班补助多少元？", "How many yuan are paid for a technician class?"),
    "补助标准由市局确定", "the standard is set by the office", sum=True,
)  # fmt: skip

SUBSIDY_PARAMETERS = (
    SENIOR_TECHNICIAN_SUM,
    TECHNICIAN_SUM,
    SENIOR_WORKER_SUM,
    UI_RULES,
    UI_MONTHS,
    UI_WINDOW,
    YEARLY_CAP,
    SIBLING_RULES,
    CLAIM_WINDOW,
    SHORTAGE_EXTRA,
    UI_ELSEWHERE,
    CLASS_SUM,
)
