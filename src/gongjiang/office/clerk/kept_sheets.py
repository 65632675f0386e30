"""Sheets as they were sent, kept outside every public route under a random name."""

import secrets
from hashlib import sha256
from pathlib import Path

from django.conf import settings


def keep_sheet(body: bytes) -> tuple[str, str]:
    """The name it is kept under, and its SHA-256."""
    folder = Path(settings.HOME) / "sheets"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = secrets.token_hex(16)
    path = folder / name
    path.write_bytes(body)
    path.chmod(0o600)
    return name, sha256(body).hexdigest()


def kept_sheet(name: str) -> bytes | None:
    path = Path(settings.HOME) / "sheets" / name
    return path.read_bytes() if name and path.is_file() else None
