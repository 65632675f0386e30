"""What the database keeps of titles: decisions and papers as they were, a withdrawal once and for all."""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import fixed, kept, only_added

CONFERRED = ("id", "person_id", "case_id", "title", "clause", "resolution_id", "conferred_on")
WITHDRAWN = ("revoked_on", "ground", "revoked_by")
PAPER = ("id", "honour_id", "number", "code", "name", "issued_on")


def statements(vendor: str) -> Iterator[str]:
    yield from only_added(vendor, "honours_resolution")
    yield from only_added(vendor, "honours_resolution_cases")
    yield from only_added(vendor, "honours_certificatefile")
    yield from kept(vendor, "honours_honour")
    yield from fixed(vendor, "honours_honour", CONFERRED)
    yield from fixed(vendor, "honours_honour", WITHDRAWN, "OLD.revoked_on IS NOT NULL", "withdrawn")
    yield from kept(vendor, "honours_certificate")
    yield from fixed(vendor, "honours_certificate", PAPER)
    yield from fixed(vendor, "honours_certificate", ("sha256",), "OLD.sha256 <> ''", "printed")


def issuing(vendor: str) -> Iterator[str]:
    """Which keys signed, and since when."""
    yield from only_added(vendor, "honours_issuingkey")
