"""What the schemes of building, filing and deploying ask: closed words of this plan."""

from gongjiang.law.terms import Ranked, Term


class ProfessionalTitle(Ranked):
    """职称等级: an associate senior title is a senior one already."""

    NONE = "none", "无职称", "no professional title"
    ASSISTANT = "assistant", "初级", "junior"
    INTERMEDIATE = "intermediate", "中级", "intermediate"
    ASSOCIATE_SENIOR = "associate_senior", "副高级", "associate senior"
    SENIOR = "senior", "正高级", "senior"


class EmployerHonour(Term):
    CHIEF = "employer_chief", "企业首席技师", "employer's chief technician"
    SPECIALIST = "employer_specialist", "企业技能专家", "employer's skill specialist"
    EXPERT = "employer_expert", "企业技术能手", "employer's technical expert"


class AllowedUse(Term):
    """允许的用途: what construction money may be spent on. Wages and office costs are not among them."""

    EQUIPMENT = "equipment", "设备购置", "equipment"
    MATERIAL = "material", "实训耗材", "material for practice"
    TEACHING = "teaching", "培训与教学", "training and teaching"
    RESEARCH = "research", "攻关与研发", "joint research"
    EXCHANGE = "exchange", "技术交流推广", "exchange and dissemination"


class Output(Term):
    PROJECT = "project", "攻关项目", "project"
    PATENT = "patent", "专利", "patent"
    APPRENTICE = "apprentice", "带徒", "apprentice"
    TRAINING = "training", "培训", "training"
    METHOD = "method", "操作法", "method of working"


class Activity(Term):
    RESEARCH = "research", "联合攻关", "joint research"
    INNOVATION = "innovation", "技能创新", "innovation"
    WORKSHOP = "workshop", "培训研修", "training and study"
    COACHING = "coaching", "指导参赛", "coaching competitors"


class Achievement(Term):
    METHOD = "method", "先进操作法", "advanced method of working"
    RESULT = "result", "重大技术成果", "major technical result"
    PATENT = "patent", "专利", "patent"
    PROTECTION = "protection", "知识产权保护事项", "protection of intellectual property"


class Owner(Term):
    SELF = "self", "本人", "the person"
    EMPLOYER = "employer", "单位", "the employer"
    JOINT = "joint", "共有", "both"


class Beneficiary(Term):
    SELF = "self", "本人", "the craftsman"
    SPOUSE = "spouse", "配偶", "the spouse"
    CHILD = "child", "子女", "a child"


class LifeService(Term):
    SETTLING = "settling", "落户", "settling in the city"
    GUIDANCE = "guidance", "职业指导", "job guidance"
    TRAINING = "training", "职业培训", "job training"
    JOB = "job", "推荐就业岗位", "recommendation for a job"
    HOUSING = "housing", "保障性住房", "subsidised housing"


class StudySource(Term):
    STAFF_EDUCATION = "staff_education", "单位职工教育经费", "the unit's staff-education fund"
    OTHER = "other", "其他", "other"


class CivicRole(Term):
    PARTY_DELEGATE = "party_delegate", "党代表人选", "candidate for party delegate"
    CONGRESS = "congress", "人大代表人选", "candidate for the people's congress"
    CONSULTATIVE = "consultative", "政协委员人选", "candidate for the consultative conference"
    MODEL_WORKER = "model_worker", "劳动模范人选", "candidate for model worker"
    PART_TIME = "part_time", "群团组织挂（兼）职", "part-time post in a mass organisation"
    CONTACT = "contact", "市联系服务专家", "expert on the city's contact list"


class Stage(Ranked):
    """工作室层级"""

    CITY = "city", "市级", "city"
    PROVINCE = "province", "省级", "province"
    NATION = "nation", "国家级", "national"
