"""What the database keeps of the post: texts once in use, and letters as they were before a change."""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import fixed, only_added

GONE = ("subject", "subject_en", "body", "body_en", "person_id", "sent_at")


def statements(vendor: str) -> Iterator[str]:
    yield from only_added(vendor, "post_template")
    yield from only_added(vendor, "post_reworded")
    yield from fixed(vendor, "post_letter", GONE, "OLD.state = 'sent'", "sent")
