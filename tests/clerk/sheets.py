"""Sheets of nominations as offices make them: rows of made-up people, as a workbook or as CSV."""

import csv
import io
from collections.abc import Sequence
from datetime import date

import xlsxwriter

from gongjiang.web.demo.people import certificate_number, credit_code, id_number

HEADINGS = ("推荐单位", "姓名", "身份证号", "工作单位", "统一社会信用代码", "职业（工种）", "技能等级",
            "证书编号", "发证日期", "从事一线工作起始时间", "现岗位", "主要荣誉")  # fmt: skip


def row(n: int, body: str = "武昌区", **other: str) -> list[str]:
    """One nominee; any cell may be told otherwise by the place of its heading."""
    born = date(1970 + n % 20, 1 + n % 12, 1 + n // 240 % 28)
    cells = [body, f"示{chr(0x4E00 + n)}", id_number(born, n % 1000), f"示例{n % 60:02d}有限公司",
             credit_code(500 + n % 60), "焊工", "高级技师", certificate_number(1000 + n, 2015), "2015-06-01",
             "1998年7月", "操作工", "湖北省技术能手、武汉市技术能手"]  # fmt: skip
    return [other.get(f"c{place}", cell) for place, cell in enumerate(cells)]


def workbook(rows: Sequence[Sequence[object]], headings: Sequence[str] = HEADINGS, above: int = 0) -> bytes:
    """`above`: how many rows of titles stand over the header."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"strings_to_formulas": False})
    page = book.add_worksheet()
    for line in range(above):
        page.write_string(line, 0, "推荐人选汇总表（示例）")
    for place, cells in enumerate([headings, *rows], start=above):
        for column, cell in enumerate(cells):
            page.write(place, column, cell)
    book.close()
    return buffer.getvalue()


def in_csv(
    rows: Sequence[Sequence[object]], headings: Sequence[str] = HEADINGS, encoding: str = "gb18030"
) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows([headings, *rows])
    return buffer.getvalue().encode(encoding)
