"""How often an hour what costs may be asked: defaults of 2026-11-26, several times an ordinary hour.

`GONGJIANG_HOURLY` sets others, by commas: `search=2400,export=60`.
"""

HOURLY = {
    "upload": 300,
    "export": 180,
    "document": 1200,
    "search": 1200,
    "simulate": 240,
    "recount": 30,
    "questions": 120,
    "objection": 10,
    "verify": 60,
}
"""Files sent in; sheets, papers and records taken out; documents read; searches; questions to the what-if
page; recounts of the whole record; questions of the public about what they may have; objections; checks of a
certificate.
"""

COUNTS = {
    "BACKEND": "django.core.cache.backends.db.DatabaseCache",
    "LOCATION": "cache",
    "OPTIONS": {"MAX_ENTRIES": 100_000},
}
"""Where tries are counted: with the 300 entries of the default, many machines push out the counts of one."""


class NoSuchLimit(ValueError):
    """A limit is one of the table's, and at least one an hour."""


def hourly(told: str) -> dict[str, int]:
    """The table with what this house sets otherwise."""
    own = dict(one.strip().partition("=")[::2] for one in told.split(",") if one.strip())
    wrong = [name for name, many in own.items() if name not in HOURLY or not many.isdigit() or int(many) < 1]
    if wrong:
        raise NoSuchLimit(f"GONGJIANG_HOURLY: {', '.join(wrong)}; it knows {', '.join(HOURLY)}")
    return HOURLY | {name: int(many) for name, many in own.items()}
