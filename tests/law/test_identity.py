"""Identity numbers, credit codes and certificate numbers as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjiang.law.certificate_number import CertificateNumber, certificate_number, disagreements
from gongjiang.law.credit_code import ALPHABET, CreditCode, credit_code
from gongjiang.law.credit_code import check_sign as credit_check
from gongjiang.law.identity import (
    Passport,
    ResidentId,
    check_sign,
    identity,
    mask_id,
    normalise_id,
    resident_id,
)
from gongjiang.law.words import Problem

TODAY = date(2026, 11, 22)
GOOD = "42019919821108119X"


def number(region: str = "420199", birth: str = "19821108", turn: str = "119") -> str:
    body = region + birth + turn
    return body + check_sign(body)


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999))
def test_a_number_tells_birth_and_sex(birth, turn):
    text = number(birth=f"{birth:%Y%m%d}", turn=f"{turn:03}")

    found = resident_id(text, TODAY)

    assert found == ResidentId(text, "resident", birth, "male" if turn % 2 else "female", "420199")


@pytest.mark.parametrize("region", ["420199", "420121", "420102", "000000"])
def test_any_region_is_accepted_for_anybody_born_before_it_existed(region):
    found = resident_id(number(region, "19500101"), TODAY)

    assert found.region == region


@pytest.mark.parametrize(
    "text",
    [
        "42019919821108119x",
        "42019919821108119X",
        " 420199 19821108 119X ",
        "'42019919821108119X",
        "42019919821108119×",
    ]
    + ["\ufeff42019919821108119Х", "42019919821108119X\u200b"],
)
def test_spellings_of_one_number_are_one_number(text):
    assert resident_id(text, TODAY).number == GOOD
    assert normalise_id(text) == GOOD


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("420199821108119", "15-digit numbers are retired: give the 18-digit number"),
        ("4.201991973011204e+17", "the spreadsheet cut the number's last digits off"),
        ("4201991982110811", "18 characters are needed, not 16"),
        ("", "18 characters are needed, not 0"),
        ("42019919821108119A", "only digits are allowed, and X at the end"),
        ("420199198211081198", "the check digit is wrong: compare with the card"),
        (number(birth="19821308"), "the number holds no real birth date"),
        (number(birth="20261123"), "the birth date is in the future"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_its_reason(text, reason):
    assert resident_id(text, TODAY).said.en == reason


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place, shift):
    wrong = GOOD[:place] + str((int(GOOD[place]) + shift) % 10) + GOOD[place + 1 :]

    assert isinstance(resident_id(wrong, TODAY), Problem)


@pytest.mark.parametrize(
    ("region", "kind"),
    [
        ("810000", "hong_kong_permit"),
        ("820000", "macao_permit"),
        ("830000", "taiwan_permit"),
        ("911101", "foreigner_permit"),
    ],
)
def test_permits_of_resident_shape_have_their_kind(region, kind):
    assert resident_id(number(region), TODAY).kind == kind


@pytest.mark.parametrize("text", ["E12345678", "ea1234567", "H0123456789"[:9]])
def test_a_passport_is_another_kind(text):
    assert identity(text, TODAY) == Passport(text.upper())


def test_a_resident_number_is_no_passport():
    assert identity(GOOD, TODAY).birth == date(1982, 11, 8)


def test_a_masked_number_hides_the_birth_date():
    assert mask_id(GOOD) == "4201**********119X"
    assert mask_id("E12345678") == "E******78"
    assert mask_id("E1") == "**"


@given(st.text(ALPHABET, min_size=17, max_size=17))
def test_any_code_with_its_check_sign_is_accepted_whatever_its_first_sign(body):
    code = body + credit_check(body)

    assert credit_code(code) == CreditCode(code, amended=False)


@pytest.mark.parametrize("first", ["9", "1", "5", "N", "Y", "A"])
def test_registers_with_letters_are_accepted(first):
    body = first + "1420100MA4K00069"

    assert credit_code(body + credit_check(body)).region == "420100"


def test_a_letter_outside_the_alphabet_is_read_as_the_sign_it_is_mistaken_for():
    found = credit_code(" 9142O100MA4K00069T ")

    assert found == CreditCode("91420100MA4K00069T", amended=True)


@pytest.mark.parametrize("text", ["91420100MA4K00069", "91420100MA4K00069U", "91420100MA4K0006?T"])
def test_a_wrong_code_is_a_problem(text):
    assert isinstance(credit_code(text), Problem)


def test_the_22_character_number_says_all_its_parts():
    found = certificate_number(" y000142000001241000001 ")

    assert found == CertificateNumber(
        "Y000142000001241000001",
        "skill_level",
        "senior_technician",
        2024,
        "42",
        assessor_kind="Y",
        assessor="0001",
        site="000001",
        serial="000001",
    )


@pytest.mark.parametrize(
    ("digit", "level"),
    [
        ("1", "senior_technician"),
        ("2", "technician"),
        ("3", "senior_worker"),
        ("4", "intermediate_worker"),
        ("5", "junior_worker"),
    ],
)
def test_level_digits_run_backwards(digit, level):
    assert certificate_number(f"S00014200000124{digit}000001").level == level


def test_the_old_number_says_year_and_province_and_no_level():
    found = certificate_number("0817003002100123")

    assert (found.family, found.year, found.province, found.level) == ("old_qualification", 2008, "17", None)


def test_an_old_number_of_the_last_century_keeps_its_century():
    assert certificate_number("9817003002100123").year == 1998


def test_two_letters_and_twenty_digits_are_a_special_technician():
    found = certificate_number("YT00014200000124000001")

    assert (found.family, found.level, found.year) == ("special_technician", "special_technician", None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123",
        "X000142000001241000001",
        "Y000142000001246000001",
        "Y00014200000124100000A1",
        "YTX" + "1" * 19,
    ],
)
def test_a_number_of_no_form_is_a_problem(text):
    assert isinstance(certificate_number(text), Problem)


@pytest.mark.parametrize(
    ("level", "year", "count"),
    [("senior_technician", 2024, 0), ("technician", 2024, 1), ("technician", 2023, 2), (None, None, 0)],
)
def test_claims_are_held_against_the_number(level, year, count):
    found = certificate_number("Y000142000001241000001")

    assert len(disagreements(found, level, year)) == count


def test_what_an_old_number_leaves_unsaid_contradicts_nothing():
    assert disagreements(certificate_number("0817003002100123"), "technician", 2008) == ()
