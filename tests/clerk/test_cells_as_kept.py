"""What spreadsheets do to a file before it is sent: nothing is guessed, and every cell says what it is."""

import io
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
import xlsxwriter

from gongjiang.law.words import Problem
from gongjiang.office.clerk.importing import check as check_nominations
from gongjiang.office.clerk.importing import plan_vocabulary
from gongjiang.office.clerk.rosters import scheme_of_sheet
from gongjiang.office.registry.sheets.claim_columns import COLUMNS
from gongjiang.office.registry.sheets.claim_standard import Standard
from gongjiang.office.registry.sheets.claims import Checked, check_roster
from gongjiang.office.registry.sheets.deliveries import DeliveryRow
from gongjiang.office.registry.sheets.delivery_columns import COLUMNS as DELIVERED
from gongjiang.office.registry.sheets.log_rows import NUMBER, PERSON
from gongjiang.office.registry.sheets.reading import read_sheet
from gongjiang.office.registry.sheets.row import CUT, Row
from gongjiang.plans import plan_of, plans
from gongjiang.web.demo.people import id_number
from tests.clerk import sheets
from tests.clerk.claim_sheets import DAY, HEADINGS, PLACE, roster, row

CUT_OFF = 6212345678901234567
SCHEME = scheme_of_sheet("skill-claims")
STANDARD = Standard(SCHEME, plan_of(SCHEME.slug).settings(), DAY)


def checked(data: bytes) -> Checked:
    sheet = read_sheet(data, COLUMNS)
    assert not isinstance(sheet, Problem), sheet
    return check_roster(sheet.rows, sheet.headings, STANDARD)


def book(*pages: Sequence[Sequence[Any]], hidden: Sequence[int] = (), merged: str = "") -> bytes:
    buffer = io.BytesIO()
    made = xlsxwriter.Workbook(buffer)
    for place, rows in enumerate(pages):
        page = made.add_worksheet(f"表{place + 1}")
        for number, cells in enumerate(rows):
            page.write_row(number, 0, cells)
        if place in hidden:
            page.hide()
        if merged:
            page.merge_range(merged, "示例银行")
    if 0 in hidden:
        made.worksheets()[1].activate()
        made.worksheets()[1].set_first_sheet()
    made.close()
    return buffer.getvalue()


def said(found: Checked) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.said.zh) for fault in found.faults]


@pytest.mark.parametrize("heading", ["账号", "证书编号", "联系电话", "证件号码", "统一社会信用代码"])
@pytest.mark.parametrize("number", [CUT_OFF, 6.21234567890123e18, 10**15])
def test_a_long_number_kept_as_a_quantity_is_refused_in_every_column(heading, number):
    found = checked(book([HEADINGS, row(1, **{heading: number})]))

    assert said(found) == [(2, heading, CUT.zh)]


def test_what_a_sheet_can_hold_whole_is_taken():
    found = checked(book([HEADINGS, row(1, 账号=621234567890123, 联系电话=13100000000)]))

    assert [(read.account, read.phone) for read in found.good] == [("621234567890123", "13100000000")]


def test_it_is_so_in_the_files_of_other_registers_and_in_logs():
    headings = [column.headings[0] for column in DELIVERED["payments"]]
    cells = [id_number(date(1980, 1, 1), 1), "职业培训补贴", "焊工", "", 1817003000300001, 2025, ""]
    sheet = read_sheet(book([headings, cells]), DELIVERED["payments"])
    ((number, held),) = sheet.rows
    delivered = DeliveryRow(number, held, sheet.headings)

    assert delivered.read("payments", DAY) is None
    assert [(fault.column, fault.said) for fault in delivered.faults] == [("证书编号", CUT)]
    log = Row(2, {NUMBER: float(420199199001010123)}, {NUMBER: PERSON[1].headings[0]})
    assert [fault.said for fault in log.faults] == [CUT]


def test_a_nomination_says_so_too():
    cells = sheets.row(1, c7=1817003000300001)
    _, found = check_nominations(sheets.workbook([cells]), plan_vocabulary(plans()[0]), DAY)

    assert [(fault.column, fault.said) for fault in found.faults] == [("证书编号", CUT)]


def test_the_sheet_that_is_shown_is_read_and_not_a_hidden_one():
    shown = [HEADINGS, row(1)]
    hidden = [HEADINGS, row(2), row(3)]

    found = checked(book(hidden, shown, hidden=[0]))

    assert [read.certificate_number for read in found.good] == [row(1)[PLACE["证书编号"]]]
    assert checked(book(shown, hidden, hidden=[1])).rows == 1


def test_two_sheets_of_claims_are_refused_by_their_names():
    refused = read_sheet(book([HEADINGS, row(1)], [HEADINGS, row(2)]), COLUMNS)

    assert isinstance(refused, Problem)
    assert "表1、表2" in refused.said.zh
    assert "send them apart" in refused.said.en


def test_a_second_sheet_without_rows_or_headings_harms_nothing():
    assert checked(book([HEADINGS, row(1)], [HEADINGS], [["说明"]])).rows == 1


@pytest.mark.parametrize("heading", ["账号", "姓名", "发证日期", "金额", "证件号码"])
def test_a_formula_is_called_one_in_every_column(heading):
    found = checked(book([HEADINGS, row(1, **{heading: "=1+1"})]))

    assert said(found) == [(2, heading, "是公式：请填写数值或文字")]


def test_a_merged_cell_is_called_one():
    rows = [HEADINGS, row(1), row(2, 开户行="")]
    column = chr(ord("A") + PLACE["开户行"])

    found = checked(book(rows, merged=f"{column}2:{column}3"))

    assert said(found) == [(3, "开户行", "是合并单元格：请取消合并，逐格填写")]


@pytest.mark.parametrize("mark", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_whatever_separates_its_cells_and_however_it_is_written(mark, encoding):
    text = roster([row(1), row(2)]).decode("gb18030").replace(",", mark)

    assert len(checked(text.encode(encoding)).good) == 2


def test_wide_digits_and_a_day_kept_as_its_number_are_read():
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    cells = row(1, 账号="6200 0000-0000 0001".translate(wide), 金额="３，５００元", 发证日期="46054")

    (read,) = checked(roster([cells])).good

    assert (read.account, read.issued_on) == ("6200000000000001", date(2026, 2, 1))


def test_a_month_is_enough_where_the_whole_of_it_is_in_time():
    found = checked(roster([row(1, 发证日期="2026-02")]))

    assert [read.issued_on for read in found.good] == [date(2026, 2, 1)]
    assert found.doubts == []


def test_a_month_in_which_the_day_decides_is_for_a_person():
    number = "Y00014200000125" + "2" + "000001"
    found = checked(roster([row(1, 发证日期="2025-05", 证书编号=number)]))

    assert [read.issued_on for read in found.good] == [None]
    assert [(one.row, one.column) for one in found.doubts] == [(2, "发证日期")]
    late = checked(roster([row(1, 发证日期="2025-04", 证书编号=number)]))
    assert [fault.column for fault in late.faults] == ["发证日期"]


def test_two_certificates_of_one_skill_are_for_a_person():
    other = "Y000142000001262000999"
    found = checked(roster([row(1), row(1, 证书编号=other), row(4)]))

    assert len(found.good) == 3
    assert [(one.row, one.said.zh) for one in found.doubts] == [
        (3, "与第 2 行同一人、同一职业、同一等级，证书编号不同")
    ]
    assert found.told[3].startswith("须由人认定")
    assert "doubts" not in json.dumps(found.good[1].plain(), ensure_ascii=False)


@pytest.mark.parametrize("number", ["2617003000300001", "2617-0030 00300001"])
def test_an_old_number_that_names_a_trade_is_taken_and_shown_to_a_person(number):
    found = checked(roster([row(1, 证书编号=number)]))
    _, named = check_nominations(
        sheets.in_csv([sheets.row(1, c7="1517003000300001")]), plan_vocabulary(plans()[0]), DAY
    )

    assert said(found) == []
    assert [one.column for one in found.doubts] == ["证书编号"]
    assert [len(named.good), *[one.column for one in named.doubts]] == [1, "证书编号"]
