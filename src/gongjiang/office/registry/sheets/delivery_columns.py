"""The columns of the files that other registers send; the first heading is the usual."""

from gongjiang.office.registry.sheets.reading import Column

NUMBER = Column("certificate", ("证书编号", "证书号", "证书号码"))
ID_NUMBER = Column("id_number", ("证件号码", "身份证号", "身份证号码", "公民身份号码"))
OCCUPATION = Column("occupation", ("职业", "职业(工种)", "职业名称", "工种"))
LEVEL = Column("level", ("等级", "技能等级", "证书等级"))

COLUMNS = {
    "certificates": (
        NUMBER,
        LEVEL,
        OCCUPATION,
        Column("issued", ("发证日期", "发证时间")),
        Column("state", ("状态", "证书状态"), required=False),
    ),
    "insurance": (
        ID_NUMBER,
        Column("month", ("月份", "年月", "参保月份")),
        Column("months", ("累计参保月数", "参保月数", "累计月数")),
        Column("status", ("身份", "参保身份", "人员类别")),
    ),
    "payments": (
        ID_NUMBER,
        Column("kind", ("补贴类别", "资金类别", "补贴名称")),
        OCCUPATION,
        Column("level", ("等级", "技能等级"), required=False),
        Column("certificate", ("证书编号", "证书号"), required=False),
        Column("year", ("年度", "拨付年度")),
        Column("amount", ("金额", "拨付金额"), required=False),
    ),
}
