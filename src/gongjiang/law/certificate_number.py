"""What the number of a skill certificate says: who assessed, where, when and which level."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongjiang.law.spelling import TEXT_MARKS, plain_spelling
from gongjiang.law.words import Problem, problem

Family = Literal["skill_level", "special_technician", "old_qualification"]

LEVELS = {
    "1": "senior_technician",
    "2": "technician",
    "3": "senior_worker",
    "4": "intermediate_worker",
    "5": "junior_worker",
}
SPECIAL = "special_technician"

LEVEL_FORM = re.compile(r"([YS])([0-9]{4})([0-9]{2})([0-9]{6})([0-9]{2})([0-9])([0-9]{6})")
SPECIAL_FORM = re.compile(r"(?=(?:[0-9]*[A-Z]){2}[0-9]*$)[A-Z0-9]{22}")
OLD_FORM = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})[0-9]{10}")
NEW_LENGTH, OLD_LENGTH = 22, 16
PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
    ]
)
"""GB/T 2260: the first two digits of a region code; 00 marks a certificate filed with a ministry."""
MINISTRY = "00"
PLACES = PROVINCES | {MINISTRY}
OLD: Family = "old_qualification"
# Qualification certificates began in 1994, so a two-digit year from here on lies in the last century.
LAST_CENTURY = 90


# What people type between the groups of a number.
DASHES = str.maketrans("", "", "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212" + TEXT_MARKS)


def certificate_spelling(text: str) -> str:
    """The one spelling by which numbers are compared, wherever two of them are: half-width, upper case,
    without spaces, unseen signs and dashes.
    """
    plain = plain_spelling(text)
    return plain if plain.isalnum() else plain.translate(DASHES)


@dataclass(frozen=True, slots=True)
class CertificateNumber:
    """What a number says; None where its form does not say it.

    `assessor_kind` is Y for an employer, S for a social assessor; `province` two digits; `level` an English
    value such as senior_technician.
    """

    number: str
    family: Family
    level: str | None
    year: int | None
    province: str | None
    assessor_kind: str | None = None
    assessor: str | None = None
    site: str | None = None
    serial: str | None = None


def certificate_number(text: str) -> CertificateNumber | Problem:
    """Parse a certificate number in any of its three forms.

    Source: the ministry's coding of skill-level certificates (22 characters), of special technicians (two
    letters and 20 digits, their places not published) and the old qualification certificates (16 digits,
    of which only year, province and city are relied on).
    """
    number = certificate_spelling(text)
    parts = LEVEL_FORM.fullmatch(number)
    if parts:
        return skill_level(number, *parts.groups())
    if SPECIAL_FORM.fullmatch(number):
        return CertificateNumber(number, "special_technician", SPECIAL, None, None)
    old = OLD_FORM.fullmatch(number)
    if old:
        return CertificateNumber(number, OLD, None, full_year(old[1]), old[2])
    return misshapen(number)


def skill_level(
    number: str, kind: str, assessor: str, province: str, site: str, year: str, level: str, serial: str
) -> CertificateNumber | Problem:
    """The 22-character form, part by part."""
    if level not in LEVELS:
        return problem(
            f"证书编号第 16 位“{level}”不是等级 1—5", f"character 16 is {level}, not a level from 1 to 5"
        )
    held = LEVELS[level]
    return CertificateNumber(
        number, "skill_level", held, 2000 + int(year), province, kind, assessor, site, serial
    )


def full_year(two: str) -> int:
    """The year that two digits stand for."""
    return (1900 if int(two) >= LAST_CENTURY else 2000) + int(two)


def misshapen(number: str) -> Problem:
    """Why a number has none of the three forms."""
    if len(number) not in (NEW_LENGTH, OLD_LENGTH):
        return problem(
            f"证书编号应为 22 位（旧证 16 位），实为 {len(number)} 位",
            f"a certificate number has 22 characters (old ones 16), not {len(number)}",
        )
    return problem(
        "证书编号的字母或数字位置不符", "letters or digits of the certificate number are misplaced"
    )


def disagreements(
    number: CertificateNumber, level: str | None, issue_year: int | None
) -> tuple[Problem, ...]:
    """Where a claimed level or issue year contradicts what the number says."""
    found = []
    if level and number.level and level != number.level:
        found.append(
            problem("证书编号中的等级与所填等级不符", f"the number says {number.level}, the form {level}")
        )
    if issue_year and number.year and issue_year != number.year:
        said = f"证书编号中的年份 {number.year} 与发证年份 {issue_year} 不符"
        found.append(problem(said, f"the number says {number.year}, the issue date {issue_year}"))
    return tuple(found)


def agrees(number: str, level: str | None, issued: date | None) -> bool | None:
    """Whether a number can belong to a certificate of this level and day; None where either is not known, or
    where an old number names a trade in the place of a province: a person looks.

    The number's year is that of the assessment: a certificate assessed late in a year may be printed early
    in the next one.
    """
    read = certificate_number(number)
    if isinstance(read, Problem) or (strange_place(read) and read.family != OLD):
        return False
    if level is None or issued is None:
        return None
    right_year = read.year is None or read.year in (issued.year, issued.year - 1)
    right = right_year and (read.level is None or read.level == level)
    return None if right and strange_place(read) else right


def strange_place(read: CertificateNumber) -> bool:
    """Whether the number names a place that is no province; in old numbers it may stand for a trade."""
    return bool(read.province) and read.province not in PLACES
