"""What the database keeps of stories: the words as drafted, for consent is to these words."""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import fixed, kept

WORDS = ("id", "ref", "case_id", "person_id", "title", "title_en", "text", "text_en", "medium", "link",
         "captions", "embargo", "sha256", "drafted_by_id", "drafted_on")  # fmt: skip
ENDED = "OLD.state IN ('withdrawn', 'down')"


def statements(vendor: str) -> Iterator[str]:
    yield from kept(vendor, "stories_story")
    yield from fixed(vendor, "stories_story", WORDS)
    yield from fixed(vendor, "stories_story", ("state", "published_on", "consented_on"), ENDED, "ended")
