"""The vocabulary: one English value for the machine, one Chinese label and one English label for people."""

from enum import StrEnum
from functools import cache
from typing import Self

from gongjiang.law.words import Words


class Term(StrEnum):
    """A closed word. Its value is stored; its labels are shown."""

    zh: str
    en: str
    said: Words

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        term = str.__new__(cls, value)
        term._value_, term.zh, term.en = value, zh, en
        term.said = Words(zh, en)
        return term

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(term.value, term.zh) for term in cls]


class Ranked(Term):
    """Words in ascending order of rank: compared by rank, never by code or by alphabet."""

    @property
    def rank(self) -> int:
        return type(self).ranks()[self.value]

    @classmethod
    @cache
    def ranks(cls) -> dict[str, int]:
        return {term.value: place for place, term in enumerate(cls)}


class SkillLevel(Ranked):
    """职业技能等级. The printed codes run backwards (1 is the highest of five): never compare those."""

    NONE = "none", "无等级", "no level"
    APPRENTICE = "apprentice", "学徒工", "apprentice"
    JUNIOR_WORKER = "junior_worker", "初级工", "junior worker"
    INTERMEDIATE_WORKER = "intermediate_worker", "中级工", "intermediate worker"
    SENIOR_WORKER = "senior_worker", "高级工", "senior worker"
    TECHNICIAN = "technician", "技师", "technician"
    SENIOR_TECHNICIAN = "senior_technician", "高级技师", "senior technician"
    SPECIAL_TECHNICIAN = "special_technician", "特级技师", "special-grade technician"
    CHIEF_TECHNICIAN = "chief_technician", "首席技师（八级）", "chief technician (level 8)"


class HonourLevel(Ranked):
    """荣誉层级: who gave it."""

    EMPLOYER = "employer", "单位级", "employer"
    DISTRICT = "district", "区级", "district"
    CITY = "city", "市级", "city"
    PROVINCE = "province", "省级", "province"
    NATION = "nation", "国家级", "national"


class ContestClass(Term):
    """竞赛类别: comes from the register with its approving document, never from an applicant."""

    WORLDSKILLS = "worldskills", "世界技能大赛", "WorldSkills"
    NATIONAL_1 = "national_1", "国家级一类", "national class 1"
    NATIONAL_2 = "national_2", "国家级二类", "national class 2"
    PROVINCE_1 = "province_1", "省级一类", "provincial class 1"
    PROVINCE_2 = "province_2", "省级二类", "provincial class 2"
    CITY_1 = "city_1", "市级一类", "city class 1"
    CITY_2 = "city_2", "市级二类", "city class 2"
    TRIAL = "trial", "选拔赛", "selection trial"


class Medal(Term):
    NONE = "none", "无奖牌", "no medal"
    GOLD = "gold", "金牌", "gold"
    SILVER = "silver", "银牌", "silver"
    BRONZE = "bronze", "铜牌", "bronze"
    EXCELLENCE = "excellence", "优胜奖", "medallion for excellence"


class Recommender(Term):
    """选派渠道: who trained the competitor and sent them."""

    CITY_HRSS = "city_hrss", "市人社部门", "the city HR department"
    CENTRAL_ENTERPRISE = "central_enterprise", "中央企业", "a central enterprise"
    OTHER = "other", "其他", "other"


class HostKind(Term):
    """单位类型"""

    ENTERPRISE = "enterprise", "企业", "enterprise"
    CENTRAL_ENTERPRISE = "central_enterprise", "中央企业在汉单位", "central enterprise in the city"
    INSTITUTION = "institution", "事业单位", "public institution"
    COLLEGE = "college", "院校", "college"
    GOVERNMENT = "government", "机关", "government body"
    ASSOCIATION = "association", "行业组织", "industry association"


class Fund(Term):
    EMPLOYMENT = "employment", "市就业补助资金", "city employment subsidy fund"
    TALENT = "talent", "人才专项资金", "special fund for talent"


class Department(Term):
    """责任单位, by short code; dated names live in the plan."""

    HRSS = "hrss", "市人力资源社会保障局", "Human Resources and Social Security Bureau"
    SASAC = "sasac", "市国资委", "State-owned Assets Commission"
    EIT = "eit", "市经济和信息化委", "Economy and Information Technology Commission"
    EDU = "edu", "市教育局", "Education Bureau"
    FIN = "fin", "市财政局", "Finance Bureau"
    UNION = "union", "市总工会", "Federation of Trade Unions"
    YOUTH = "youth", "团市委", "Communist Youth League Committee"
    WOMEN = "women", "市妇联", "Women's Federation"
    TALENT = "talent", "市招才局", "Talent Bureau"
    SCI = "sci", "市科技局", "Science and Technology Bureau"
    CAST = "cast", "市科协", "Association for Science and Technology"
    HOUSING = "housing", "市住房保障房管局", "Housing Bureau"
    POLICE = "police", "市公安局", "Public Security Bureau"


class Role(Term):
    """角色. Being the nominee, an expert or an inspector depends on the case as well."""

    NOMINEE = "nominee", "被推荐人", "nominee"
    EMPLOYER = "employer", "单位经办", "employer's clerk"
    NOMINATOR = "nominator", "推荐单位经办", "nominating body's officer"
    OFFICER = "officer", "市局经办", "city officer"
    REVIEWER = "reviewer", "市局复核", "second officer"
    GOVERNMENT = "government", "审定人", "approving authority"
    EXPERT = "expert", "评审专家", "expert"
    INSPECTOR = "inspector", "考察人员", "inspector"
    SUPERVISOR = "supervisor", "监督人员", "supervisor"
    DEPARTMENT = "department", "承办部门", "department"
    FINANCE_MAKER = "finance_maker", "财务经办", "finance maker"
    FINANCE_CHECKER = "finance_checker", "财务复核", "finance checker"
    FINANCE_APPROVER = "finance_approver", "财务审批", "finance approver"
    LEADER = "leader", "领导", "leader"
    AUDITOR = "auditor", "审计人员", "auditor"
    SYSTEM_ADMIN = "system_admin", "系统管理员", "system administrator"
    SECURITY_ADMIN = "security_admin", "安全管理员", "security administrator"
    AUDIT_ADMIN = "audit_admin", "审计管理员", "audit administrator"
    CLOCK = "clock", "系统", "the system"


class State(Term):
    """办件状态"""

    DRAFT = "draft", "草稿", "draft"
    SUBMITTED = "submitted", "已提交", "submitted"
    CONSENTED = "consented", "本人已同意", "consented"
    NOMINATED = "nominated", "已推荐", "nominated"
    CORRECTING = "correcting", "补正中", "being corrected"
    SCREENED = "screened", "资格审查通过", "screened"
    UNDER_REVIEW = "under_review", "专家评审", "under expert review"
    REVIEWED = "reviewed", "评审完成", "reviewed"
    INSPECTION = "inspection", "实地考察", "under inspection"
    INSPECTED = "inspected", "考察完成", "inspected"
    PROPOSED = "proposed", "拟定人选", "candidate fixed"
    ON_NOTICE = "on_notice", "社会公示", "on public notice"
    CLEARED = "cleared", "公示无异议", "notice cleared"
    APPROVED = "approved", "市政府已审定", "approved by the city"
    TITLED = "titled", "已授予称号", "titled"
    CERTIFIED = "certified", "已颁发证书", "certified"
    UNDER_WAY = "under_way", "培训中", "under way"
    REPORTED = "reported", "已报送结果", "results reported"
    VERIFIED = "verified", "已核实", "verified"
    OWED = "owed", "应付", "owed"
    RECOGNISED = "recognised", "已认定", "recognised"
    BUILDING = "building", "建设中", "being built"
    ACCEPTANCE = "acceptance", "申请验收", "up for acceptance"
    SCORED = "scored", "已评分", "scored"
    REMEDY = "remedy", "整改中", "being mended"
    RUNNING = "running", "运行中", "running"
    SUSPENDED = "suspended", "已暂停", "suspended"
    ACCEPTED = "accepted", "已受理", "accepted"
    REFERRED = "referred", "已转办", "referred"
    HANDLED = "handled", "部门已答复", "answered by the department"
    RATED = "rated", "已评价", "rated"
    ISSUED = "issued", "已出具", "issued"
    RECOMMENDED = "recommended", "已推荐参评", "recommended"
    CONCLUDED = "concluded", "已有结果", "concluded"
    ON_RECORD = "on_record", "已备案", "on record"
    UNVERIFIED = "unverified", "已收存，未核实", "kept, not verified"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"
    NOT_RECOMMENDED = "not_recommended", "不予推荐", "not recommended"
    INELIGIBLE = "ineligible", "不符合条件", "ineligible"
    NOT_SELECTED = "not_selected", "未入选", "not selected"
    ENDED = "ended", "已终止", "ended"
    CANCELLED = "cancelled", "已撤销", "cancelled"


EXITS = (State.WITHDRAWN, State.NOT_RECOMMENDED, State.INELIGIBLE, State.NOT_SELECTED, State.ENDED,
         State.CANCELLED)  # fmt: skip
