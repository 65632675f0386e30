"""What the database keeps of a review: sealed marks, fixed rankings, pools and what was drawn from
them, photos of an inspection.
"""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import fixed, guard, kept, only_added

OWN = ("id", "ref", "seat_id", "case_id")
SEALED = ("marks", "reasons", "sealed_at", "receipt")
POOL = (
    "id", "round_id", "attempt", "pool", "pool_sha256", "commitment", "source", "source_time",
    "committed_by_id", "committed_at",
)  # fmt: skip
DRAWN = ("public_value", "bundle", "witness", "drawn_by_id", "drawn_at")


def statements(vendor: str) -> Iterator[str]:
    sealed = "OLD.sealed_at IS NOT NULL"
    yield from fixed(vendor, "review_score", OWN)
    yield from fixed(vendor, "review_score", SEALED, sealed, "sealed")
    yield from guard(vendor, "review_score", "no_delete", "DELETE", sealed)
    yield from only_added(vendor, "review_ranking")
    yield from only_added(vendor, "review_placing")
    yield from kept(vendor, "review_draw")
    yield from fixed(vendor, "review_draw", POOL)
    yield from fixed(vendor, "review_draw", DRAWN, "OLD.drawn_at IS NOT NULL", "drawn")
    yield from fixed(vendor, "review_draw", ("state", "void_reason"), "OLD.state = 'void'", "void")


def photos(vendor: str) -> Iterator[str]:
    """A table of later: its guards are laid with it."""
    yield from only_added(vendor, "review_photo")
