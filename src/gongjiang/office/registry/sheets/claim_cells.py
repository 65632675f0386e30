"""The cells of a roster that are read here alone: who claims, where to pay, and how much."""

import re
import unicodedata

from gongjiang.law.claim_terms import Claimant
from gongjiang.law.money import Fen, yuan
from gongjiang.law.spelling import plain_spelling
from gongjiang.law.words import Problem, problem
from gongjiang.office.registry.sheets.holding import Cell
from gongjiang.office.registry.sheets.reading import text

CLAIMANTS = {"单位": Claimant.UNIT, "培养单位": Claimant.UNIT, "企业": Claimant.UNIT,
             "个人": Claimant.WORKER, "职工": Claimant.WORKER, "本人": Claimant.WORKER}  # fmt: skip
SHORTEST, LONGEST = 8, 32


def claimant_of(printed: str) -> Claimant | Problem:
    plain = re.sub(r"\s", "", printed)
    return CLAIMANTS.get(plain) or problem(f"“{printed}”不是单位或个人", f"“{printed}” is no unit or worker")


def account_of(printed: str) -> str | Problem:
    """Digits only, of either width."""
    plain = plain_spelling(printed).replace("-", "")
    if plain.isascii() and plain.isdigit() and SHORTEST <= len(plain) <= LONGEST:
        return plain
    return problem("账号应为 8 至 32 位数字，并以文本保存", "an account has 8 to 32 digits, kept as text")


def sum_of(cell: Cell) -> Fen | None:
    """Fen in a cell that holds yuan, or None where it holds no sum in whole fen."""
    printed = text(cell)
    plain = printed if printed.isascii() else unicodedata.normalize("NFKC", printed)
    plain = re.sub(r"[\s,¥元]", "", plain)
    found = re.fullmatch(r"(\d{1,12})(?:\.(\d{1,2}))?", plain, re.ASCII)
    return yuan(int(found[1])) + int((found[2] or "0").ljust(2, "0")) if found else None
