"""Leaves and heads are only added; a salt goes, and a leaf's content with it, only where that was recorded
first.
"""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import changed, guard, kept, only_added

KEPT = ("seq", "kind", "commitment", "leaf_hash", "chain", "at")
SALTED = "EXISTS (SELECT 1 FROM journal_salt s WHERE s.leaf_id = OLD.seq)"
ERASED = "NOT EXISTS (SELECT 1 FROM journal_erasure e WHERE e.leaf_id = OLD.leaf_id)"
BACKWARD = "NEW.size < OLD.size OR NEW.id <> OLD.id"
FUNCTIONS = {
    "leaf_fixed": f"NEW.ref <> '' OR NEW.body <> '' OR {{edited}} OR {SALTED}",
    "salt_kept": ERASED,
}


def asked(name: str, condition: str) -> str:
    """On PostgreSQL a trigger's own condition asks no other table: a function does."""
    return f"""CREATE OR REPLACE FUNCTION journal_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF {condition} THEN
      RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation'; END IF;
      IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
      RETURN NEW; END $$"""


def on_condition(vendor: str, table: str, name: str, when: str, condition: str) -> Iterator[str]:
    if vendor == "sqlite":
        yield from guard(vendor, table, name, when, condition)
        return
    yield asked(name, condition)
    trigger = f"guard_{table}_{name}"
    yield f"CREATE TRIGGER {trigger} BEFORE {when} ON {table} FOR EACH ROW EXECUTE FUNCTION journal_{name}()"
    yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}"


def statements(vendor: str) -> Iterator[str]:
    yield from only_added(vendor, "journal_checkpoint", "size")
    yield from only_added(vendor, "journal_witnessed")
    yield from only_added(vendor, "journal_erasure", "leaf_id")
    yield from kept(vendor, "journal_leaf", "seq")
    leaf = FUNCTIONS["leaf_fixed"].format(edited=changed(vendor, KEPT))
    yield from on_condition(vendor, "journal_leaf", "leaf_fixed", "UPDATE", leaf)
    yield from kept(vendor, "journal_head")
    yield from guard(vendor, "journal_head", "forward", "UPDATE", BACKWARD)
    yield from guard(vendor, "journal_salt", "no_update", "UPDATE")
    yield from on_condition(vendor, "journal_salt", "salt_kept", "DELETE", ERASED)
    if vendor == "postgresql":
        yield (
            "CREATE TRIGGER guard_journal_salt_no_truncate BEFORE TRUNCATE ON journal_salt FOR EACH STATEMENT"
            " EXECUTE FUNCTION journal_deny('append-only')"
        )
        yield "ALTER TABLE journal_salt ENABLE ALWAYS TRIGGER guard_journal_salt_no_truncate"
