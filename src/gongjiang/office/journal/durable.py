"""What is acknowledged is on the disk: the settings of the database that this rests on, read back from it."""

from django.db import connection

ASKED = {
    "sqlite": {"synchronous": "PRAGMA synchronous", "foreign_keys": "PRAGMA foreign_keys"},
    "postgresql": {name: f"SHOW {name}" for name in ("fsync", "synchronous_commit", "full_page_writes")},
}
SAFE = {
    "synchronous": (2, 3),
    "foreign_keys": (1,),
    "fsync": ("on",),
    "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
    "full_page_writes": ("on",),
}


def weakened() -> list[str]:
    """Those that were turned down, by their names in the database; it is told, and refuses nothing."""
    with connection.cursor() as cursor:
        found = {
            name: cursor.execute(sql) and cursor.fetchone() for name, sql in ASKED[connection.vendor].items()
        }
    return [name for name, row in found.items() if not row or row[0] not in SAFE[name]]
