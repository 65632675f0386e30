"""The vocabulary of subsidy claims: who claims, through which channel, on what certificate."""

from gongjiang.law.terms import Term


class Claimant(Term):
    """申领主体: one certificate is claimed once, whoever claims."""

    WORKER = "worker", "个人", "the worker"
    UNIT = "unit", "单位", "the training unit"


class Channel(Term):
    """申领渠道: whose rules a claim is judged by."""

    PLAN = "plan", "本计划", "this plan"
    UI = "ui", "失业保险", "unemployment insurance"


class WorkStatus(Term):
    """身份: in the month of the certificate's issue."""

    ENTERPRISE_WORKER = "enterprise_worker", "企业职工", "enterprise worker"
    UI_BENEFIT = "ui_benefit", "领取失业保险金人员", "drawing unemployment benefit"
    STUDENT = "student", "在校学生", "student"
    PUBLIC_INSTITUTION = "public_institution", "机关事业单位人员", "staff of a public institution"
    FLEXIBLE = "flexible", "灵活就业人员", "in flexible employment"
    RETIRED = "retired", "已达退休年龄", "past retirement age"


class Obtained(Term):
    """取得方式"""

    ASSESSMENT = "assessment", "考核评价", "assessment"
    CONTEST = "contest", "竞赛晋升", "promotion in a contest"
    RECOGNITION = "direct_recognition", "企业直接认定", "direct recognition by an employer"
    COMMENDATION = "commendation", "表彰晋升", "promotion by commendation"
    OTHER = "other", "其他方式", "another way"


class ClaimKind(Term):
    """补贴类别: a skill subsidy, of which channel, or another fund's payment for the same training."""

    SKILL = "skill_upgrade", "技能提升补贴", "skill-upgrade subsidy"
    PLAN = "plan", "技能提升补贴（本计划）", "skill-upgrade subsidy (this plan)"
    UI = "ui", "技能提升补贴（失业保险）", "skill-upgrade subsidy (unemployment insurance)"
    OTHER = "other", "其他培训补贴", "another training subsidy"
