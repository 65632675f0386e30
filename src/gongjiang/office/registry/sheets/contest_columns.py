"""The columns of a sheet of contest results. None is for the class: it comes from the register alone."""

from gongjiang.law.terms import Medal, Recommender
from gongjiang.office.registry.sheets.reading import Column

COLUMNS = (
    Column("contest", ("竞赛", "竞赛名称", "赛事名称"), required=False),
    Column("edition", ("届次", "届别"), required=False),
    Column("trade", ("赛项", "项目", "竞赛项目", "赛项名称")),
    Column("team", ("队名", "参赛队"), required=False),
    Column("name", ("姓名", "选手姓名", "选手")),
    Column("id_number", ("身份证号", "身份证号码", "证件号码", "公民身份号码")),
    Column("employer", ("工作单位", "单位名称", "所在单位", "单位")),
    Column("employer_code", ("统一社会信用代码", "信用代码", "单位统一社会信用代码")),
    Column("delegation", ("代表队", "代表团"), required=False),
    Column("body", ("推荐单位", "推荐部门"), required=False),
    Column("channel", ("选派渠道", "选派单位", "选派")),
    Column("raw", ("成绩", "原始分", "总分", "得分"), required=False),
    Column("rank", ("名次", "排名"), required=False),
    Column("medal", ("奖牌", "奖项"), required=False),
)
CHANNELS = {
    "市人社部门": Recommender.CITY_HRSS,
    "市人社局": Recommender.CITY_HRSS,
    "市人力资源和社会保障局": Recommender.CITY_HRSS,
    "中央企业": Recommender.CENTRAL_ENTERPRISE,
    "央企": Recommender.CENTRAL_ENTERPRISE,
    "其他": Recommender.OTHER,
}
MEDALS = {
    "": Medal.NONE,
    "无": Medal.NONE,
    "无奖牌": Medal.NONE,
    **{medal.zh: medal for medal in Medal},
    **{medal.zh.removesuffix("牌"): medal for medal in (Medal.GOLD, Medal.SILVER, Medal.BRONZE)},
}
NUMERALS = {numeral: place for place, numeral in enumerate("一二三四五六七八九十", start=1)}
