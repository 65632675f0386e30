"""Money is a whole number of fen (分): sums are exact, and JSON and SQL agree."""

Fen = int


def yuan(amount: int) -> Fen:
    """Fen in so many yuan."""
    return amount * 100


def shown(fen: Fen) -> str:
    """As people read it: ¥300,000.00."""
    sign = "-" if fen < 0 else ""
    return f"{sign}¥{abs(fen) // 100:,}.{abs(fen) % 100:02d}"
