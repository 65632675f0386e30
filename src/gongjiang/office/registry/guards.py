"""What the database keeps of the registers: who read whose number, and who agreed to an emergency."""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import fixed, kept, only_added

ASKED = ("id", "asked_by_id", "asked_person_id", "asked_at", "reason")
AGREED = ("agreed_by_id", "agreed_person_id", "until")


def statements(vendor: str) -> Iterator[str]:
    yield from only_added(vendor, "registry_disclosure")
    yield from kept(vendor, "registry_emergency")
    yield from fixed(vendor, "registry_emergency", ASKED)
    yield from fixed(vendor, "registry_emergency", AGREED, "OLD.agreed_by_id IS NOT NULL", "agreed")
