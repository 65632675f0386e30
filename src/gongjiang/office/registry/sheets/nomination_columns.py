"""The columns of a nominations sheet, and what offices head them with; the first heading is the usual."""

from gongjiang.office.registry.sheets.reading import Column

COLUMNS = (
    Column("body", ("推荐单位", "推荐部门", "推荐机构"), required=False),
    Column("area", ("所在区(开发区)", "所在区", "区(开发区)", "所属区", "区县"), required=False),
    Column("name", ("姓名", "被推荐人姓名", "被推荐人")),
    Column("sex", ("性别",), required=False),
    Column("id_number", ("身份证号", "身份证号码", "证件号码", "公民身份号码")),
    Column("birth", ("出生年月", "出生日期"), required=False),
    Column("employer", ("工作单位", "单位名称", "所在单位", "用人单位")),
    Column("employer_code", ("统一社会信用代码", "信用代码", "单位统一社会信用代码")),
    Column("occupation", ("职业(工种)", "职业", "工种", "职业工种")),
    Column("level", ("技能等级", "职业技能等级", "等级", "职业资格等级")),
    Column("certificate", ("证书编号", "证书号", "证书号码", "职业资格证书编号")),
    Column("issued", ("发证日期", "发证时间", "证书日期")),
    Column("since", ("从事一线工作起始时间", "一线工作起始时间", "从事一线工作时间", "一线起始时间")),
    Column("position", ("现岗位", "岗位", "现任岗位", "职务"), required=False),
    Column("honours", ("主要荣誉", "荣誉", "所获荣誉", "荣誉称号"), required=False),
    Column("contests", ("竞赛获奖", "竞赛成绩", "获奖情况"), required=False),
    Column("phone", ("联系电话", "电话", "手机", "手机号码"), required=False),
    Column("remark", ("备注",), required=False),
)
