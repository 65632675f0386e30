"""Money is a whole number of fen (分): sums are exact, and JSON and SQL agree."""

import re

Fen = int
WRITTEN = re.compile(r"([0-9]{1,10})(?:\.([0-9]{1,2}))?")


class Money(int):
    """A sum in fen, as the kind of a stated fact: a form asks for it in yuan."""


def yuan(amount: int) -> Fen:
    """Fen in so many yuan."""
    return amount * 100


def shown(fen: Fen) -> str:
    """As people read it: ¥300,000.00."""
    sign = "-" if fen < 0 else ""
    return f"{sign}¥{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def fen_of(text: str) -> Fen | None:
    """Fen in a sum as people write it, in yuan with at most two decimals; None where it is no such sum."""
    found = WRITTEN.fullmatch(text.strip().replace(",", "").replace("，", ""))
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else None
