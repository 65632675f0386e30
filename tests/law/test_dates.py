"""Days as spreadsheets hold them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjiang.law.dates import SERIAL_ZERO, ParsedDay, parse_day
from gongjiang.law.words import Problem

DAY = date(2024, 8, 21)


@pytest.mark.parametrize(
    "value",
    [
        "2024-08-21",
        "2024-8-21",
        "2024/8/21",
        "2024.8.21",
        "2024.08.21",
        "2024年8月21日",
        "2024年08月21",
        "2024 年 8 月 21 日",
        "20240821",
        "２０２４－０８－２１",
        "2024-08-21 00:00:00",
        "2024-08-21T00:00:00",
        "'2024/08/21",
        45525,
        45525.5,
        20240821,
        20240821.0,
        date(2024, 8, 21),
        datetime.fromisoformat("2024-08-21T13:05"),
    ],
)
def test_one_day_in_all_its_spellings(value):
    assert parse_day(value) == ParsedDay(DAY)


@pytest.mark.parametrize("value", ["2024年8月", "2024-08", "2024/8", "2024.08"])
def test_a_month_is_its_first_day_and_says_so(value):
    assert parse_day(value) == ParsedDay(date(2024, 8, 1), "month")


@pytest.mark.parametrize(
    "value",
    ["", "  ", "2019年13月40日", "2023-02-29", "24-08-21", "2024", "45525", "2024-08/21", "8/21/2024", "不详"]
    + [
        "0000-00-00",
        "1800-01-01",
        "2024-08-21 13:00",
        "٢٠٢٤-08-21",
        2024,
        2024.8,
        202408,
        -1,
        True,
        float("nan"),
    ]
    + [float("inf"), 1e300, date(1850, 1, 1)],
)
def test_anything_else_is_a_problem(value):
    assert isinstance(parse_day(value), Problem)


@given(st.dates(date(1920, 1, 1), date(2099, 12, 31)))
def test_every_day_survives_text_and_serial(day):
    serial = (day - SERIAL_ZERO).days

    assert parse_day(day.isoformat()) == parse_day(serial) == parse_day(f"{day:%Y%m%d}") == ParsedDay(day)


@given(st.text(max_size=20) | st.floats() | st.integers())
def test_no_input_breaks_the_reader(value):
    assert isinstance(parse_day(value), ParsedDay | Problem)
