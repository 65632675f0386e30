"""What must not be written down, blanked in a text: numbers of people and accounts, telephones, keys.

By shape, not by check digit: a mistyped identity number is as private as a right one. Numbers of fewer than
eleven digits stay, so do days, sums and references.
"""

import re
import unicodedata

MARK = "[…]"
LONGEST = 4_000
ROUNDS = 3
"""How often a text may have been percent-encoded, one inside the other."""

NUMBERS = re.compile(r"(?<![0-9])(?:[0-9][ \-.]?){10,}[0-9Xx]")
KEYS = re.compile(r"gj_[A-Za-z0-9_\-]+|(?i:bearer|basic)\s+[A-Za-z0-9_\-.=+/]+|eyJ[A-Za-z0-9_\-.]+")
NAMED = re.compile(
    r"(?i)((?:pass(?:word|wd)?[0-9]?|secret|token|session(?:id)?|csrf\w*|authorization|cookie|api_?key|code|"
    r"密码|口令|密钥|令牌|验证码)[\"']?\s*[:=：]\s*)(?:\"[^\"]*\"|'[^']*'|[^\s,;&})\]]+)"
)
ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
MAIL = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}")


def blanked(text: str) -> str:
    """The text, plainly spelt, with a mark where something private may have stood."""
    plain = unicodedata.normalize("NFKC", decoded(text[:LONGEST]))
    for shape in (KEYS, MAIL, NUMBERS):
        plain = shape.sub(MARK, plain)
    return NAMED.sub(rf"\g<1>{MARK}", plain)


def decoded(text: str) -> str:
    """The text as it was before it was percent-encoded."""
    for _ in range(ROUNDS):
        if "%" not in text:
            break
        text = ENCODED.sub(_plain, text)
    return text


def _plain(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace("%", "")).decode(errors="replace")
