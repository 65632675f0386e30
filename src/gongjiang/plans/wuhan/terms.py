"""What the plan fixes, what it leaves open, and the titles it knows. Amounts are fen,
periods working days.
"""

from gongjiang.law.effect import Title
from gongjiang.law.money import yuan
from gongjiang.law.settings import assumption, parameter
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.deploy_terms import DEPLOY_PARAMETERS
from gongjiang.plans.wuhan.subsidy_terms import SUBSIDY_PARAMETERS

TECHNICAL_EXPERT = Title("technical_expert", Words("武汉市技术能手", "Wuhan Technical Expert"), 1, "WHNS")
SKILL_MASTER = Title("skill_master", Words("武汉市技能大师", "Wuhan Skill Master"), 2, "WHDS")
CHIEF_TECHNICIAN = Title("chief_technician", Words("武汉市首席技师", "Wuhan Chief Technician"), 3, "WHSX")
CRAFTSMAN = Title("craftsman", Words("武汉工匠", "Wuhan Craftsman"), 4, "WHGJ")
TITLES = {title.slug: title for title in (TECHNICAL_EXPERT, SKILL_MASTER, CHIEF_TECHNICIAN, CRAFTSMAN)}

CRAFTSMAN_REWARD = parameter(
    "reward_sum", "2.3.1", yuan(300_000), "“武汉工匠”一次性奖励", "one-off reward", "fen"
)
TECHNICAL_EXPERT_REWARD = parameter(
    "technical_expert_reward",
    "2.2.2",
    yuan(5_000),
    "“武汉市技术能手”一次性奖励",
    "one-off reward of technical experts",
    "fen",
)
SKILL_MASTER_REWARD = parameter(
    "skill_master_reward",
    "2.2.2",
    yuan(10_000),
    "“武汉市技能大师”一次性奖励",
    "one-off reward of skill masters",
    "fen",
)
CHIEF_TECHNICIAN_REWARD = parameter(
    "chief_technician_reward",
    "2.2.2",
    yuan(20_000),
    "“武汉市首席技师”一次性奖励",
    "one-off reward of chief technicians",
    "fen",
)
ROUND_INTERVAL = parameter("round_interval", "2.2.3", 2, "评选间隔（年）", "years between rounds", "years")
ROUND_PLACES = parameter(
    "round_places", "2.2.3", 20, "每次评选名额（约）", "places in a round (about)", "people"
)

LONG_SERVICE = assumption(
    "long_service", "2.2.3", 10,
    Words("“长期”在一线是多少年？", "How many years are “long” on the front line?"),
    "“长期”按满 10 年掌握，取得规定竞赛名次的不受年限限制",
    "“long” is taken as 10 full years, waived by a qualifying contest place",
)  # fmt: skip
BINDS_WORLDSKILLS = assumption(
    "binds_worldskills",
    "2.1.3",
    False,
    Words(
        "“市人社部门培养推荐”是否也约束世赛奖牌选手？",
        "Must a WorldSkills medallist also be trained and recommended by the city?",
    ),
    "世界技能大赛奖牌选手不要求由市人社部门培养推荐",
    "a WorldSkills medallist need not have been trained and recommended by the city",
)
TEAM_MEDALS = assumption(
    "team_medals", "2.1.3", True,
    Words("团体项目的奖牌如何计算？", "Who holds a team medal?"),
    "团体项目的每名成员均视为获得该奖牌",
    "each member of a team holds its medal",
)  # fmt: skip
DIRECT_NOTICE = assumption(
    "direct_notice", "2.1.3", True,
    Words("直接评定是否公示？", "Is a direct award put to public notice?"),
    "直接评定人选同样向社会公示", "a direct award is put to public notice as well",
)  # fmt: skip
DIRECT_PLACES = assumption(
    "direct_places", "2.1.3", False,
    Words("直接评定是否占用约 20 名的名额？", "Do direct awards use up the “about 20”?"),
    "直接评定人选单独计数，不占名额", "direct awards are counted apart and use no place",
)  # fmt: skip
ABOUT_TWENTY = assumption(
    "about_twenty", "2.2.3", [18, 25],
    Words("“20 名左右”的幅度是多少？", "How far may “about 20” stretch?"),
    "名额超出 18 至 25 人时提示，不阻止", "outside 18 to 25 the office is warned, never stopped",
)  # fmt: skip
NOTICE_DAYS = assumption(
    "notice_days", "2.2.3", 5,
    Words("公示多少个工作日？", "How many working days does a notice run?"),
    "公示期为 5 个工作日", "a notice runs for 5 working days",
)  # fmt: skip
NOTICE_FIRST_DAY = assumption(
    "notice_first_day", "2.2.3", True,
    Words("公示当日是否计入？", "Does the day of publication count?"),
    "公示当日计为第一个工作日", "the day of publication counts as day one",
)  # fmt: skip
NOTICE_AGAIN = assumption(
    "notice_again_alone", "2.2.3", True,
    Words("名单更正后，公示期对谁重新起算？", "For whom does a notice start again after a correction?"),
    "更正后仅对被更正者重新公示，名单中其他人的公示期不变",
    "only who was corrected is put to notice again, the period of the others stands",
)  # fmt: skip
ONE_REWARD = assumption(
    "one_reward", "2.3.1", True,
    Words("一次性奖励是否终身一次？", "Is the one-off reward once in a lifetime?"),
    "一次性奖励每人终身一次，含直接评定", "the reward is paid once in a lifetime, direct awards included",
)  # fmt: skip
MATCH_FIRST = assumption(
    "match_first", "2.2.2", False,
    Words("市级奖励是否等单位配套到位后再发？", "Does the city's sum wait for the employer's?"),
    "市级奖励不等单位配套", "the city's sum does not wait for the employer's",
)  # fmt: skip
TIER_LADDER = assumption(
    "tier_ladder", "2.2.2", False,
    Words("评高一级称号，是否须先获低一级称号？", "Must the tier below be held before a higher one?"),
    "评选高一级称号，不以获得低一级称号为前提", "a higher tier may be given without the tier below",
)  # fmt: skip
TIER_DIFFERENCE = assumption(
    "tier_difference", "2.2.2", False,
    Words("已领低一级奖励的，是否只补差额？", "Is only the difference paid to who had a lower tier's reward?"),
    "不同称号的奖励各自全额发给，不扣减", "each tier's reward is paid in full, without deduction",
)  # fmt: skip
RECOVERY_ON_FRAUD = assumption(
    "recovery_on_fraud", "2.3.1", True,
    Words("撤销称号后是否追回奖励？", "Is the reward recovered when a title is revoked?"),
    "仅在以弄虚作假取得称号时追回奖励", "the reward is recovered only where the title was obtained by fraud",
)  # fmt: skip
NO_REFILL = assumption(
    "no_refill", "2.2.3", True,
    Words("异议取消后的空额是否递补？", "Is a place that falls free after an objection refilled?"),
    "异议成立后空出的名额不递补", "a place that falls free after an objection is not refilled",
)  # fmt: skip
PANEL_SIZE = assumption(
    "panel_size",
    "2.2.3",
    7,
    Words("专家组多少人，如何去极值？", "How large is a panel, and are extremes trimmed?"),
    "每组 7 名专家，去掉一个最高分和一个最低分",
    "seven experts a panel, the highest and the lowest mark dropped",
)

PARAMETERS = (
    *SUBSIDY_PARAMETERS,
    *DEPLOY_PARAMETERS,
    CRAFTSMAN_REWARD,
    TECHNICAL_EXPERT_REWARD,
    SKILL_MASTER_REWARD,
    CHIEF_TECHNICIAN_REWARD,
    ROUND_INTERVAL,
    ROUND_PLACES,
    LONG_SERVICE,
    BINDS_WORLDSKILLS,
    TEAM_MEDALS,
    DIRECT_NOTICE,
    DIRECT_PLACES,
    ABOUT_TWENTY,
    NOTICE_DAYS,
    NOTICE_FIRST_DAY,
    NOTICE_AGAIN,
    ONE_REWARD,
    RECOVERY_ON_FRAUD,
    MATCH_FIRST,
    TIER_LADDER,
    TIER_DIFFERENCE,
    NO_REFILL,
    PANEL_SIZE,
)
