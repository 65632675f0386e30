"""A payment's account stays as it was listed, but may be sealed with a later key."""

from gongjiang.office.journal.guarding import changed, later_key
from gongjiang.office.ledger.migrations import _guards_postgresql as postgresql
from gongjiang.office.ledger.migrations import _guards_sqlite as sqlite

COLUMN = "account_sealed"
WORDS = "a fixed fact was edited"
AWAY = {
    "sqlite": "DROP TRIGGER ledger_batchrow_fixed",
    "postgresql": "DROP TRIGGER ledger_batchrow_fixed ON ledger_batchrow",
}


def laid(vendor):
    others = ("id", *(column for column in sqlite.FIXED["batchrow"] if column != COLUMN))
    sealed = f"({changed(vendor, [COLUMN])}) AND NOT ({later_key(vendor, COLUMN)})"
    if vendor == "sqlite":
        yield sqlite.guard("batchrow_fixed", "UPDATE", "batchrow", sqlite.changed(others), WORDS)
        yield sqlite.guard("batchrow_sealed", "UPDATE", "batchrow", sealed, WORDS)
        return
    fixed = postgresql.changed(others)
    for name, condition in (("batchrow_fixed", fixed), ("batchrow_sealed", sealed)):
        yield from postgresql.trigger(
            name, "BEFORE UPDATE", "batchrow", f"ledger_deny('{WORDS}')", condition=condition
        )


def statements(vendor):
    yield AWAY[vendor]
    yield from laid(vendor)
