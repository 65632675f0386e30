"""Who a person is: resident identity numbers, residence permits of the same shape, passports."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongjiang.law.spelling import plain_spelling
from gongjiang.law.words import Problem, problem

Sex = Literal["male", "female"]
Kind = Literal["resident", "hong_kong_permit", "macao_permit", "taiwan_permit", "foreigner_permit"]

# GB 11643: weights and check signs.
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_SIGNS = "10X98765432"
# Residence permits borrow the shape; 9 opens the foreigners' permit of 2023.
PERMITS: dict[str, Kind] = {"81": "hong_kong_permit", "82": "macao_permit", "83": "taiwan_permit"}
FOREIGNER = "9"

RESIDENT = re.compile(r"[0-9]{17}[0-9X]")
FIFTEEN = re.compile(r"[0-9]{15}")
SPREADSHEET = re.compile(r"[0-9]\.?[0-9]*E\+?[0-9]+")
PASSPORT = re.compile(r"[A-Z][A-Z0-9]?[0-9]{5,8}")
# A multiplication sign or a Cyrillic letter often stands where the check sign X belongs.
LIKE_X = str.maketrans("×✕ХΧ", "XXXX")


@dataclass(frozen=True, slots=True)
class ResidentId:
    """A number of resident shape. `region` is the first six digits, a hint that is never checked."""

    number: str
    kind: Kind
    birth: date
    sex: Sex
    region: str


@dataclass(frozen=True, slots=True)
class Passport:
    """A passport or travel permit, known by its shape only: such numbers carry no public check."""

    number: str


def normalise_id(text: str) -> str:
    """One spelling of a number: half-width, no spaces, upper case, X for the signs mistaken for it."""
    return plain_spelling(text).translate(LIKE_X)


def identity(text: str, today: date) -> ResidentId | Passport | Problem:
    """A resident number, or else a passport."""
    number = normalise_id(text)
    return Passport(number) if PASSPORT.fullmatch(number) else resident_id(number, today)


def resident_id(text: str, today: date) -> ResidentId | Problem:
    """Parse a number of resident shape, checking length, birth date and check sign only.

    Any region code is accepted: codes are abolished and renamed while people keep their numbers. `today`
    bounds the birth date. Source: GB 11643-1999.
    """
    number = normalise_id(text)
    birth = day_of(number[6:14]) if RESIDENT.fullmatch(number) else None
    fault = misshapen(number) or misborn(birth, today) or miskeyed(number)
    if fault or birth is None:
        return fault or problem("出生日期不存在", "there is no such birth date")
    sex: Sex = "male" if int(number[16]) % 2 else "female"
    return ResidentId(number, kind_of(number), birth, sex, number[:6])


def misshapen(number: str) -> Problem | None:
    """Why the number has not the shape, if so."""
    if RESIDENT.fullmatch(number):
        return None
    if FIFTEEN.fullmatch(number):
        return problem(
            "15 位旧号已停用，请填 18 位身份证号", "15-digit numbers are retired: give the 18-digit number"
        )
    if SPREADSHEET.fullmatch(number):
        return problem(
            "表格把号码存成了数字，尾数已丢失，请按文本重填",
            "the spreadsheet cut the number's last digits off",
        )
    if len(number) != len(WEIGHTS) + 1:
        return problem(
            f"身份证号应为 18 位，实为 {len(number)} 位", f"18 characters are needed, not {len(number)}"
        )
    return problem("身份证号只能是数字，末位可为 X", "only digits are allowed, and X at the end")


def misborn(birth: date | None, today: date) -> Problem | None:
    """Why the birth date cannot be, if so."""
    if birth is None:
        return problem("身份证号中的出生日期不存在", "the number holds no real birth date")
    return problem("出生日期晚于今天", "the birth date is in the future") if birth > today else None


def miskeyed(number: str) -> Problem | None:
    """Whether the check sign is wrong."""
    if check_sign(number) == number[-1]:
        return None
    return problem("身份证号校验位不符，请核对", "the check digit is wrong: compare with the card")


def check_sign(number: str) -> str:
    """The check sign that the first 17 digits call for (ISO 7064 MOD 11-2)."""
    return CHECK_SIGNS[sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11]


def day_of(digits: str) -> date | None:
    """The day that eight digits name, or None."""
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def kind_of(number: str) -> Kind:
    """Which document the number belongs to."""
    return PERMITS.get(number[:2], "foreigner_permit" if number.startswith(FOREIGNER) else "resident")


def mask_id(number: str) -> str:
    """The number with its middle hidden, birth date included: 4201**********0238."""
    head, tail = (4, 4) if len(number) > len("YYYYMMDD") + 4 else (1, 2)
    hidden = max(len(number) - head - tail, 0)
    return number[:head] + "*" * hidden + number[head + hidden :] if hidden else "*" * len(number)
