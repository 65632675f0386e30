"""Guards that the database itself keeps over rows that are only added: written once, for both engines.

A guard is told by table: rows that never change, or columns that are fixed once a condition holds on the
old row. PostgreSQL's are ENABLE ALWAYS, so that a replication role does not slip past them.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

DENY = """CREATE OR REPLACE FUNCTION journal_deny() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$"""
ONLY_ADDED = "append-only"
FIXED = "a fixed fact was edited"
NAMED = re.compile(r"TRIGGER (guard_\w+)")
STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard_%'",
    "postgresql": "SELECT tgname::text FROM pg_trigger WHERE tgenabled = 'A' AND tgname LIKE 'guard_%'",
}


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


def resealed(vendor: str, table: str, columns: Sequence[str]) -> Iterator[str]:
    """Encrypted columns that do not change, but to be sealed with a later key (office/registry/seal.py)."""
    differs = " OR ".join(f"({changed(vendor, [one])}) AND NOT ({later_key(vendor, one)})" for one in columns)
    yield from guard(vendor, table, "sealed", "UPDATE", differs, FIXED)


def later_key(vendor: str, column: str) -> str:
    """The new value names its key, and the old one named an earlier one or none."""
    mark = "x'676a'" if vendor == "sqlite" else r"'\x676a'::bytea"
    new, old = f'NEW."{column}"', f'OLD."{column}"'
    later = f"substr({new}, 3, 2) > substr({old}, 3, 2)"
    named = f"substr({new}, 1, 2) = {mark} AND (substr({old}, 1, 2) <> {mark} OR {later})"
    return f"COALESCE({named}, FALSE)"


def changed(vendor: str, columns: Sequence[str]) -> str:
    """Some of these columns would be another: by their text, for what has no equality of its own."""
    if vendor == "sqlite":
        return " OR ".join(f'NEW."{c}" IS NOT OLD."{c}"' for c in columns)
    return " OR ".join(f'NEW."{c}"::text IS DISTINCT FROM OLD."{c}"::text' for c in columns)


def deny(vendor: str) -> list[str]:
    return [DENY] if vendor == "postgresql" else []


def lay(connection: BaseDatabaseWrapper, statements: Callable[[str], Iterator[str]]) -> int:
    """Lay those guards that are not there: SQLite loses them when a table is remade. How many were laid."""
    wanted, laid = [*deny(connection.vendor), *statements(connection.vendor)], 0
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        there = {name for (name,) in cursor.fetchall()}
        for statement in wanted:
            found = NAMED.search(statement)
            if found is None or found[1] not in there:
                cursor.execute(statement)
                laid += found is not None and statement.startswith("CREATE")
    return laid


def absent(connection: BaseDatabaseWrapper, statements: Callable[[str], Iterator[str]]) -> list[str]:
    """The names of those that should stand and do not."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        there = {name for (name,) in cursor.fetchall()}
    found = (NAMED.search(statement) for statement in statements(connection.vendor))
    return sorted({one[1] for one in found if one} - there)
