"""What the plan fixes and leaves open about building, courses, studios, services and mentoring. Sums are fen."""

from gongjiang.law.money import yuan
from gongjiang.law.settings import assumption, parameter
from gongjiang.law.words import Words

STUDIO_SUM = parameter("studio_sum", "2.4.1", yuan(100_000), "工匠工作室一次性建设补助", "one-off grant for a craftsman's studio", "fen")  # fmt: skip
COURSE_CAP = parameter("course_cap", "2.4.3", yuan(50_000), "特色课程研发补助上限", "most for the making of a course", "fen")  # fmt: skip

PLATFORM_SUM = assumption(
    "platform_sum", "2.1.1", 0,
    Words("平台建设补助多少元？", "How many yuan are paid for building a base or studio?"),
    "建设补助标准由市局确定", "the standard is set by the office", sum=True,
)  # fmt: skip
PLATFORM_BONUS = assumption(
    "platform_bonus", "2.1.1", 0,
    Words("验收达到优秀档的平台奖补多少元？", "How many yuan are added for an excellent acceptance score?"),
    "验收奖补标准由市局确定", "the bonus is set by the office", sum=True,
)  # fmt: skip
STUDIO_BONUS = assumption(
    "studio_bonus", "2.4.1", 0,
    Words("年度评估达到优秀档的工作室奖励多少元？", "How many yuan reward an excellent year of a studio?"),
    "产出绩效奖励标准由市局确定", "the reward for output is set by the office", sum=True,
)  # fmt: skip
PASS_MARK = assumption(
    "pass_mark", "2.1.1", 60,
    Words("验收多少分为合格？", "What score passes acceptance?"),
    "验收满 60 分为合格", "60 points pass acceptance",
)  # fmt: skip
EXCELLENT_MARK = assumption(
    "excellent_mark", "2.1.1", 85,
    Words("多少分为优秀？", "What score is excellent?"),
    "满 85 分为优秀", "85 points are excellent",
)  # fmt: skip
REMEDY_MONTHS = assumption(
    "remedy_months", "2.1.1", 3,
    Words("验收不合格的整改期几个月？", "How many months are given to mend what failed acceptance?"),
    "验收不合格的给予 3 个月整改期，整改一次", "three months to mend, once",
)  # fmt: skip
PROMOTION_MARK = assumption(
    "promotion_mark", "2.4.1", 75,
    Words("年度评估多少分可推荐升级？", "What yearly score lets a studio be put forward?"),
    "最近一次年度评估满 75 分的可推荐申报省级、国家级", "a studio whose last year scored 75 may be put forward",
)  # fmt: skip
APPRENTICES_AT_ONCE = assumption(
    "apprentices_at_once", "2.4.2", 5,
    Words("同时带徒最多几人？", "How many apprentices may one have at once?"),
    "同时带徒不超过 5 人", "five apprentices at once",
)  # fmt: skip
SERVICE_DAYS = assumption(
    "service_days", "2.4.5", 10,
    Words("承办部门应在多少个工作日内答复？", "Within how many working days must a department answer?"),
    "承办部门 10 个工作日内答复", "a department answers within 10 working days",
)  # fmt: skip
BOUNCES = assumption(
    "bounces", "2.4.5", 2,
    Words("承办部门最多可退回几次？", "How often may a matter be sent back as not theirs?"),
    "退回 2 次后由牵头部门裁定", "after being sent back twice the lead department decides",
)  # fmt: skip
CONTACT_DAYS = assumption(
    "contact_days", "2.3.5", 20,
    Words("推荐转办后多少个工作日内回填结果？", "Within how many working days is the outcome of a referral told?"),
    "推荐转办后 20 个工作日内回填进展", "the outcome, or how far it is, is told within 20 working days",
)  # fmt: skip

DEPLOY_PARAMETERS = (
    STUDIO_SUM,
    COURSE_CAP,
    PLATFORM_SUM,
    PLATFORM_BONUS,
    STUDIO_BONUS,
    PASS_MARK,
    EXCELLENT_MARK,
    REMEDY_MONTHS,
    PROMOTION_MARK,
    APPRENTICES_AT_ONCE,
    SERVICE_DAYS,
    BOUNCES,
    CONTACT_DAYS,
)
