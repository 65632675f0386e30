"""Rosters of claims as units make them, and the registers' files: made-up people of no region."""

from collections.abc import Sequence
from datetime import date

from gongjiang.web.demo.people import credit_code, id_number
from tests.clerk.sheets import in_csv

DAY = date(2026, 5, 11)
HEADINGS = ("序号", "姓名", "证件类型", "证件号码", "单位名称", "统一社会信用代码", "职业", "工种", "等级",
            "证书编号", "发证日期", "发证机构", "补贴标准", "金额", "申领主体", "开户行", "账号",
            "联系电话")  # fmt: skip
PLACE = {heading: place for place, heading in enumerate(HEADINGS)}
GRADES = (("高级技师", "1", 5000), ("技师", "2", 3500), ("高级工", "3", 2000))


def born(n: int) -> date:
    return date(1980 + n % 15, 1 + n % 12, 1 + n % 28)


def number(n: int) -> str:
    return f"Y000142{n:06d}26{GRADES[n % 3][1]}{n:06d}"


def row(n: int, **other: object) -> list[object]:
    """One claim; any cell may be told otherwise by its heading."""
    level, _, yuan = GRADES[n % 3]
    unit = (f"示例{n % 7:02d}有限公司", credit_code(700 + n % 7))
    person = (f"示{chr(0x4E00 + n)}", "居民身份证", id_number(born(n), n % 1000))
    payee = ("个人" if n % 2 else "单位", "示例银行", f"62000000{n:08d}", "13100000000")
    skill = ("焊工", "", level, number(n), "2026-02-01", "示例评价中心")
    cells = [n, *person, *unit, *skill, yuan, yuan, *payee]
    return [other.get(heading, cell) for heading, cell in zip(HEADINGS, cells, strict=True)]


def roster(rows: Sequence[Sequence[object]]) -> bytes:
    return in_csv(rows, HEADINGS)


def certificates(numbers: Sequence[int]) -> bytes:
    """The register's file for the certificates of these rows."""
    lines = [(number(n), GRADES[n % 3][0], "焊工", "2026-02-01", "有效") for n in numbers]
    return in_csv(lines, ("证书编号", "等级", "职业", "发证日期", "状态"))
