"""What the database keeps of cases: events, nominations, evidence and signed rulings are only added."""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import fixed, guard, kept, only_added

ADDED = ("cases_event", "cases_nomination", "cases_evidence", "cases_signedruling")
DETERMINED = ("id", "case_id", "rule", "verdict", "reason", "by_id", "on")
ASKED = ("id", "case_id", "matter", "scope", "department", "asked_on", "by_id")
ANSWERED = ("answer", "answered_on", "expires_on", "note")


def statements(vendor: str) -> Iterator[str]:
    for table in ADDED:
        yield from only_added(vendor, table)
    yield from fixed(vendor, "cases_determination", DETERMINED)
    yield from fixed(
        vendor, "cases_determination", ("confirmed_by_id",), "OLD.confirmed_by_id IS NOT NULL", "once"
    )
    confirmed = "OLD.confirmed_by_id IS NOT NULL"
    yield from guard(vendor, "cases_determination", "no_delete", "DELETE", confirmed)
    yield from fixed(vendor, "cases_veto", ASKED)
    yield from fixed(vendor, "cases_veto", ANSWERED, "OLD.answer <> ''", "once")
    yield from kept(vendor, "cases_veto")
