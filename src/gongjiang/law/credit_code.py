"""Who a unit is: the unified social credit code of GB 32100-2015."""

from dataclasses import dataclass
from functools import lru_cache

from gongjiang.law.spelling import plain_spelling
from gongjiang.law.words import Problem, problem

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18
MODULUS = len(ALPHABET)
# The alphabet leaves these letters out because people take them for the signs on the right.
CONFUSABLE = str.maketrans("IOZSV", "1025U")


@dataclass(frozen=True, slots=True)
class CreditCode:
    """A valid code. `amended` when a sign outside the alphabet was read as the one it is mistaken for."""

    code: str
    amended: bool

    @property
    def region(self) -> str:
        """The six digits of the registering authority's region, a hint."""
        return self.code[2:8]


@lru_cache(maxsize=4096)
def credit_code(text: str) -> CreditCode | Problem:
    """Parse a code, checking length, alphabet and check sign.

    Full-width signs, spaces and hyphens are smoothed; I O Z S V are read as 1 0 2 5 U and the check sign
    then decides. Any sign may open the code: other registers use letters such as N, Y or A.
    """
    typed = plain_spelling(text).replace("-", "")
    code = typed.translate(CONFUSABLE)
    if len(code) != LENGTH:
        return problem(
            f"统一社会信用代码应为 18 位，实为 {len(code)} 位", f"18 characters are needed, not {len(code)}"
        )
    if any(sign not in ALPHABET for sign in code):
        return problem("统一社会信用代码含有不允许的字符", "the code holds a sign that is not allowed")
    if code[-1] != check_sign(code):
        return problem("统一社会信用代码校验位不符", "the check digit of the code is wrong")
    return CreditCode(code, code != typed)


def check_sign(code: str) -> str:
    """The check sign that the first 17 call for: weights are powers of 3, modulo 31."""
    total = sum(
        ALPHABET.index(sign) * pow(3, place, MODULUS) for place, sign in enumerate(code[: LENGTH - 1])
    )
    return ALPHABET[-total % MODULUS]
