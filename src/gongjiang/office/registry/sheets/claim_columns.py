"""The columns of a roster of claims, and what offices head them with; the first heading is the usual."""

from gongjiang.office.registry.sheets.reading import Column

COLUMNS = (
    Column("serial", ("序号", "编号"), required=False),
    Column("name", ("姓名", "职工姓名", "申领人")),
    Column("id_kind", ("证件类型",), required=False),
    Column("id_number", ("证件号码", "身份证号", "身份证号码", "公民身份号码")),
    Column("employer", ("单位名称", "单位", "工作单位", "用人单位", "所在单位")),
    Column("employer_code", ("统一社会信用代码", "信用代码", "单位统一社会信用代码")),
    Column("occupation", ("职业", "职业(工种)", "职业名称")),
    Column("trade", ("工种", "工种名称"), required=False),
    Column("level", ("等级", "技能等级", "证书等级", "职业技能等级")),
    Column("certificate", ("证书编号", "证书号", "证书号码")),
    Column("issued", ("发证日期", "发证时间", "证书日期")),
    Column("issuer", ("发证机构", "评价机构", "发证单位"), required=False),
    Column("standard", ("补贴标准", "补助标准", "标准"), required=False),
    Column("amount", ("金额", "补贴金额", "申领金额", "补助金额")),
    Column("claimant", ("申领主体", "申请主体", "申领方式")),
    Column("bank", ("开户行", "开户银行", "银行")),
    Column("account", ("账号", "银行账号", "卡号", "收款账号")),
    Column("phone", ("联系电话", "电话", "手机", "手机号码"), required=False),
)
