"""What the database keeps of the registers: who read whose number, who agreed to an emergency, who erased,
who prepared and who decided; what was done at the console.
"""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import fixed, kept, only_added

ASKED = ("id", "asked_by_id", "asked_person_id", "asked_at", "reason")
RETIRED = ("id", "person_id", "rule", "reason", "asked_by_id", "asked_person_id", "asked_at")
AGREED = ("agreed_by_id", "agreed_person_id", "until")
PREPARED = ("id", "ref", "kind", "key", "facts", "prepared_by_id", "prepared_person_id", "prepared_at")
DECIDED = ("decided_by_id", "decided_person_id", "decided_at", "granted", "alone")

CONSOLE = ("id", "ref", "act", "user_id", "role", "os_user", "at")
KNOWN = ("known_by_id", "known_person_id", "known_at")


def statements(vendor: str) -> Iterator[str]:
    yield from retirements(vendor)
    yield from proposals(vendor)
    yield from console_acts(vendor)
    yield from withdrawals(vendor)
    yield from reports(vendor)


def retirements(vendor: str) -> Iterator[str]:
    yield from disclosures(vendor)
    yield from kept(vendor, "registry_retirement")
    yield from fixed(vendor, "registry_retirement", RETIRED)
    done = "OLD.done_at IS NOT NULL"
    yield from fixed(vendor, "registry_retirement", ("done_by_id", "done_person_id", "done_at"), done, "done")


def disclosures(vendor: str) -> Iterator[str]:
    yield from only_added(vendor, "registry_disclosure")
    yield from kept(vendor, "registry_emergency")
    yield from fixed(vendor, "registry_emergency", ASKED)
    yield from fixed(vendor, "registry_emergency", AGREED, "OLD.agreed_by_id IS NOT NULL", "agreed")


def proposals(vendor: str) -> Iterator[str]:
    yield from kept(vendor, "registry_proposal")
    yield from fixed(vendor, "registry_proposal", PREPARED)
    yield from fixed(vendor, "registry_proposal", DECIDED, "OLD.decided_by_id IS NOT NULL", "decided")


def console_acts(vendor: str) -> Iterator[str]:
    yield from kept(vendor, "registry_consoleact")
    yield from fixed(vendor, "registry_consoleact", CONSOLE)
    yield from fixed(vendor, "registry_consoleact", KNOWN, "OLD.known_by_id IS NOT NULL", "known")


def withdrawals(vendor: str) -> Iterator[str]:
    yield from fixed(
        vendor, "registry_proposal", ("withdrawn",), "OLD.decided_by_id IS NOT NULL", "withdrawn"
    )


def reports(vendor: str) -> Iterator[str]:
    yield from fixed(
        vendor, "registry_emergency", ("reported_at",), "OLD.reported_at IS NOT NULL", "reported"
    )
