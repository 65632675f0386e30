"""What the database keeps of a notice: the list as published, and objections as they came and were closed.

An entry that is corrected is another row, of the next version: the one before is not touched but to say so.
"""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import (
    FIXED,
    changed,
    fixed,
    guard,
    kept,
    later_key,
    only_added,
    resealed,
)

CAME = ("id", "ref", "entry_id", "kind", "received_at", "accepted", "clue")
SEALED = ("text_sealed", "who_sealed")
CLOSED = ("handler_id", "finding", "outcome", "closed_on")
LISTED = ("id", "notice_id", "case_id", "place", "name", "unit")
TOLD = ("occupation", "level", "honours", "issued_on", "amount")
VERSION = ("version", "corrects_id", "corrected_at", "corrected_by_id", "reason")
SHORTER = 'NEW."closes_on" < OLD."closes_on"'


def reports(vendor: str) -> Iterator[str]:
    """What the handler has reported stands; it may be sealed with a later key."""
    yield from fixed(vendor, "notice_objection", ("reported_on",), "OLD.reported_on IS NOT NULL", "reported")
    told = f"({changed(vendor, ['report_sealed'])}) AND NOT ({later_key(vendor, 'report_sealed')})"
    yield from guard(
        vendor, "notice_objection", "report", "UPDATE", f"OLD.report_sealed IS NOT NULL AND {told}", FIXED
    )


def statements(vendor: str) -> Iterator[str]:
    yield from only_added(vendor, "notice_notice")
    yield from kept(vendor, "notice_objection")
    yield from fixed(vendor, "notice_objection", CAME)
    yield from resealed(vendor, "notice_objection", SEALED)
    yield from fixed(vendor, "notice_objection", CLOSED, "OLD.closed_on IS NOT NULL", "closed")
    yield from kept(vendor, "notice_entry")
    yield from fixed(vendor, "notice_entry", LISTED)
    yield from fixed(vendor, "notice_entry", TOLD + VERSION, name="version")
    yield from fixed(vendor, "notice_entry", ("superseded",), "OLD.superseded", "replaced")
    yield from guard(vendor, "notice_entry", "not_shorter", "UPDATE", SHORTER, FIXED)
