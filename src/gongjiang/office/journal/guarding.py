"""Guards that the database itself keeps over rows that are only added: written once, for both engines.

A guard is told by table: rows that never change, or columns that are fixed once a condition holds on the
old row. PostgreSQL's are ENABLE ALWAYS, so that a replication role does not slip past them.
"""

from collections.abc import Iterator, Sequence

DENY = """CREATE OR REPLACE FUNCTION journal_deny() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$"""
ONLY_ADDED = "append-only"
FIXED = "a fixed fact was edited"


def guard(
    vendor: str, table: str, name: str, when: str, condition: str = "", words: str = ONLY_ADDED
) -> Iterator[str]:
    """One trigger: what happens `when` the condition holds is refused with the words."""
    trigger = f"guard_{table}_{name}"
    if vendor == "sqlite":
        where = f" WHEN {condition}" if condition else ""
        does = f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        yield f"CREATE TRIGGER {trigger} BEFORE {when} ON {table} FOR EACH ROW{where} {does}"
        return
    where = f" WHEN ({condition})" if condition else ""
    does = f"EXECUTE FUNCTION journal_deny('{words}')"
    yield f"CREATE TRIGGER {trigger} BEFORE {when} ON {table} FOR EACH ROW{where} {does}"
    yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}"


def kept(vendor: str, table: str, key: str = "id") -> Iterator[str]:
    """Rows that are never taken away, nor replaced by others of the same key."""
    yield from guard(vendor, table, "no_delete", "DELETE")
    if vendor == "sqlite":
        twin = f'EXISTS (SELECT 1 FROM {table} t WHERE t."{key}" = NEW."{key}")'
        yield from guard(vendor, table, "no_replace", "INSERT", twin)
        return
    yield (
        f"CREATE TRIGGER guard_{table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"
        f" EXECUTE FUNCTION journal_deny('{ONLY_ADDED}')"
    )
    yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER guard_{table}_no_truncate"


def only_added(vendor: str, table: str, key: str = "id") -> Iterator[str]:
    """Rows that are never changed and never taken away."""
    yield from guard(vendor, table, "no_update", "UPDATE")
    yield from kept(vendor, table, key)


def fixed(
    vendor: str, table: str, columns: Sequence[str], once: str = "", name: str = "fixed"
) -> Iterator[str]:
    """Columns that do not change, or not any more once the old row meets a condition."""
    differs = changed(vendor, columns)
    yield from guard(vendor, table, name, "UPDATE", f"({once}) AND ({differs})" if once else differs, FIXED)


def changed(vendor: str, columns: Sequence[str]) -> str:
    """Some of these columns would be another: by their text, for what has no equality of its own."""
    if vendor == "sqlite":
        return " OR ".join(f'NEW."{c}" IS NOT OLD."{c}"' for c in columns)
    return " OR ".join(f'NEW."{c}"::text IS DISTINCT FROM OLD."{c}"::text' for c in columns)


def deny(vendor: str) -> list[str]:
    return [DENY] if vendor == "postgresql" else []
