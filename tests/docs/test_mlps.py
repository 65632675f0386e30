"""The rows of the second level of the national scheme that concern an application, each answered once."""

import re
from collections import Counter

from tests.architecture.house import ROOT
from tests.docs.test_asvs import KINDS, PLACE
from tests.docs.test_goals import NAMED, missing

PAGE = (ROOT / "docs" / "mlps.md").read_text("utf-8")
ITEMS = {
    "7.1.4.1": "abc", "7.1.4.2": "abcd", "7.1.4.3": "abc", "7.1.4.4": "abcde", "7.1.4.5": "a", "7.1.4.6": "a",
    "7.1.4.7": "a", "7.1.4.8": "ab", "7.1.4.9": "a", "7.1.4.10": "ab", "7.1.5.1": "ab", "7.1.5.2": "ab",
}  # fmt: skip
ROW = re.compile(r"\| (7\.1\.[45]\.\d+ [a-e])\) \| [^|]+ \| [^|]+ \| ([a-z ]+) \| ([^|]+) \|")


def rows(page: str) -> list[tuple[str, str, str]]:
    """Row, kind of answer and answer."""
    return [found.groups() for line in page.splitlines() if (found := ROW.fullmatch(line))]  # type: ignore[misc]


def faults(page: str) -> list[str]:
    return [
        row
        for row, kind, told in rows(page)
        if kind not in KINDS
        or (kind == "test" and not any(name for _, name in NAMED.findall(told)))
        or (kind == "setting" and not PLACE.search(told))
        or any(not (ROOT / place).exists() for place in PLACE.findall(told))
    ]


def test_every_row_is_answered_once() -> None:
    assert [row for row, *_ in rows(PAGE)] == [
        f"{one} {item}" for one, held in ITEMS.items() for item in held
    ]


def test_what_an_answer_names_is_there() -> None:
    assert faults(PAGE) == []
    assert missing(PAGE) == []


def test_the_head_counts_what_stands_below() -> None:
    found = Counter(kind for _, kind, _ in rows(PAGE))
    head = "| " + " | ".join(str(found[kind]) for kind in KINDS) + f" | {sum(found.values())} |"

    assert head in PAGE.splitlines()


def test_an_answer_that_says_nothing_is_found() -> None:
    assert faults("| 7.1.4.1 a) | 身份鉴别 | asked | test | it is tried |") == ["7.1.4.1 a"]
