"""One setting chooses the database: a postgresql:// address, or nothing for SQLite in the home folder."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from gongjiang.config.connections import database_seal

SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
        "PRAGMA recursive_triggers=ON;PRAGMA secure_delete=ON;PRAGMA cache_size=-65536;"
    ),
}


def database(address: str, home: Path) -> dict[str, Any]:
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "gongjiang.sqlite3",
            "OPTIONS": dict(SQLITE),
        }
    url = urlsplit(address)
    if url.scheme not in ("postgres", "postgresql"):
        raise ValueError("GONGJIANG_DATABASE: postgresql://user@host/name")
    options: dict[str, Any] = dict(parse_qsl(url.query))
    host = options.pop("host", None) or url.hostname or ""
    if "sslmode" not in options:
        options |= database_seal(host)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/"),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": host,
        "PORT": str(url.port or ""),
        "OPTIONS": options,
    }
