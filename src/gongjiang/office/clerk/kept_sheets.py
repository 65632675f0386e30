"""Sheets as they were sent."""

from gongjiang.office.registry.files import SHEETS, keep, kept


def keep_sheet(body: bytes) -> tuple[str, str]:
    """The name it is kept under, and its SHA-256."""
    return keep(SHEETS, body)


def kept_sheet(name: str) -> bytes | None:
    return kept(SHEETS, name)
