"""What the database keeps of a notice: the list as published, and objections as they came and were closed."""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import fixed, kept, only_added, resealed

CAME = ("id", "ref", "entry_id", "kind", "received_at", "accepted", "clue")
SEALED = ("text_sealed", "who_sealed")
CLOSED = ("handler_id", "finding", "outcome", "closed_on")
LISTED = ("id", "notice_id", "case_id", "place", "name", "unit")


def statements(vendor: str) -> Iterator[str]:
    yield from only_added(vendor, "notice_notice")
    yield from kept(vendor, "notice_objection")
    yield from fixed(vendor, "notice_objection", CAME)
    yield from resealed(vendor, "notice_objection", SEALED)
    yield from fixed(vendor, "notice_objection", CLOSED, "OLD.closed_on IS NOT NULL", "closed")
    yield from kept(vendor, "notice_entry")
    yield from fixed(vendor, "notice_entry", LISTED)
