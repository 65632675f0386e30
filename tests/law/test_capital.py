"""Capital figures say the amount and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjiang.law.capital import DIGITS, LARGEST, capital

PLACES = {"拾": 10, "佰": 100, "仟": 1_000}


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (30_000_000, "叁拾万元整"),
        (0, "零元整"),
        (1, "壹分"),
        (10, "壹角整"),
        (15, "壹角伍分"),
        (100, "壹元整"),
        (105, "壹元零伍分"),
        (150, "壹元伍角整"),
        (1_000, "壹拾元整"),
        (10_005_000, "壹拾万零伍拾元整"),
        (140_950, "壹仟肆佰零玖元伍角整"),
        (600_714, "陆仟零柒元壹角肆分"),
        (1_680_32, "壹仟陆佰捌拾元叁角贰分"),
        (10_700_053, "壹拾万柒仟元伍角叁分"),
        (10_000_000_100, "壹亿零壹元整"),
        (123_456_789_012, "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"),
        (100_000_000_000_000, "壹万亿元整"),
        (100_050_000_000_000, "壹万零伍亿元整"),
    ],
)
def test_known_amounts_are_written_as_vouchers_write_them(fen, text):
    assert capital(fen) == text


def section(text: str) -> int:
    """1 to 9999 read back."""
    value = digit = 0
    for sign in text:
        if sign in PLACES:
            value, digit = value + digit * PLACES[sign], 0
        else:
            digit = DIGITS.index(sign)
    return value + digit


def whole(text: str) -> int:
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if unit in text:
            high, low = text.rsplit(unit, 1)
            return whole(high) * size + whole(low)
    return section(text)


def read_back(text: str) -> int:
    yuan, change = text.removesuffix("整").split("元") if "元" in text else ("", text.removesuffix("整"))
    jiao, rest = change.split("角") if "角" in change else ("", change)
    return whole(yuan) * 100 + section(jiao) * 10 + section(rest.removesuffix("分"))


@given(st.integers(0, LARGEST) | st.integers(0, 10**9) | st.integers(0, 10**6).map(lambda n: n * 10_000))
def test_an_amount_reads_back_as_itself(fen):
    assert read_back(capital(fen)) == fen


@given(st.integers(0, LARGEST))
def test_no_zero_is_written_twice_running_or_at_the_end_of_the_yuan(fen):
    text = capital(fen)

    assert "零零" not in text
    assert fen < 100 or "零元" not in text


@pytest.mark.parametrize("fen", [-1, LARGEST + 1])
def test_an_amount_out_of_range_is_a_broken_promise(fen):
    with pytest.raises(ValueError, match="between 0 and"):
        capital(fen)
