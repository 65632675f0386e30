"""Bank files: the same rows are the same bytes, and what the bank cannot take is refused by name."""

import pytest

from gongjiang.office.ledger.bankfiles import FORMATS, PaymentLine
from gongjiang.office.ledger.refusal import LedgerRefused

ROW = PaymentLine(1, "P0000000100001", "王工", "某某银行武汉分行", "6222000000001234", 30_000_000)


def row(**changed):
    return PaymentLine(**{**{name: getattr(ROW, name) for name in ROW.__dataclass_fields__}, **changed})


def test_the_list_with_commas_is_in_the_national_encoding_with_crlf():
    text = FORMATS["csv"].render([ROW]).decode("gb18030")

    assert text == (
        "序号,流水号,户名,账号,开户行,金额（元）\r\n1,P0000000100001,王工,6222000000001234,某某银行武汉分行,300000.00\r\n"
    )


def test_fixed_columns_are_measured_in_bytes():
    head, line, end = FORMATS["fixed"].render([ROW]).split(b"\r\n")

    assert (head, len(line), end) == (b"H00000001000000030000000", 216, b"")
    assert line[61:65] == "王工".encode("gb18030")
    assert line[-15:] == b"000000030000000"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_starts_a_formula(sign):
    text = FORMATS["csv"].render([row(payee=f"{sign}1+1")]).decode("gb18030")

    assert f",'{sign}1+1," in text


def test_a_comma_or_a_quote_does_not_break_the_line():
    text = FORMATS["csv"].render([row(payee='王,"工"')]).decode("gb18030")

    assert ',"王,""工""",' in text


@pytest.mark.parametrize("name", ["csv-gbk", "fixed-gbk"])
def test_a_rare_character_the_bank_cannot_take_is_refused_by_name(name):
    with pytest.raises(LedgerRefused, match=r"\\U0002c29f"):
        FORMATS[name].render([row(payee="王\U0002c29f")])


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["王\r\n工", "王\x00工", "王\t工"])
def test_a_name_cannot_forge_a_line(name, text):
    with pytest.raises(LedgerRefused, match="控制字符"):
        FORMATS[name].render([row(payee=text)])


def test_a_rare_character_is_four_bytes_in_gb18030():
    line = FORMATS["fixed"].render([row(payee="王\U0002c29f")]).split(b"\r\n")[1]

    assert (len(line), line[61:67].decode("gb18030")) == (216, "王\U0002c29f")


def test_a_name_longer_than_its_column_is_refused():
    with pytest.raises(LedgerRefused, match="超过60字节"):
        FORMATS["fixed"].render([row(payee="王" * 31)])


def test_a_half_surrogate_is_refused():
    with pytest.raises(LedgerRefused, match="编码"):
        FORMATS["csv"].render([row(payee="王\ud800")])
