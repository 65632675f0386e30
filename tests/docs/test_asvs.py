"""Every row of the standard is answered once, and what an answer names is there."""

import re
from collections import Counter

import pytest

from tests.architecture.house import ROOT
from tests.docs.asvs_ids import answered, levels
from tests.docs.test_goals import NAMED, missing

PAGE = (ROOT / "docs" / "asvs.md").read_text("utf-8")
KINDS = ("test", "setting", "not applicable", "not held")
ROW = re.compile(r"\| (\d{1,2}\.\d\.\d{1,2}) \| ([123]) \| ([^|]+) \| ([a-z ]+) \| ([^|]+) \|")
PLACE = re.compile(r"\b(?:src|docs|tests|bench)/[\w/.-]*\w|\bpyproject\.toml|\bSECURITY\.md")
LEVELS = {"first": 1, "second": 2, "third, chosen": 3}
LONGEST = 8


def rows(page: str) -> list[tuple[str, ...]]:
    """Id, level, what is asked, kind of answer and answer."""
    told = [line for line in page.splitlines() if re.match(r"\| \d", line)]
    found = [ROW.fullmatch(line) for line in told]
    assert all(found), [line for line, one in zip(told, found, strict=True) if one is None]
    return [one.groups() for one in found if one is not None]


def faults(page: str) -> list[str]:
    """Answers that do not say what their kind should."""
    return [
        row
        for row, _, asked, kind, told in rows(page)
        if kind not in KINDS
        or len(asked.split()) > LONGEST
        or (kind == "test" and not any(name for _, name in NAMED.findall(told)))
        or (kind == "setting" and not PLACE.search(told))
        or any(not (ROOT / place).exists() for place in PLACE.findall(told))
    ]


def counted(page: str) -> dict[str, list[int]]:
    """What the head says, by level."""
    lines = (line.strip("| ").split(" | ") for line in page.split("\n## ")[0].splitlines() if "|" in line)
    return {one[0]: [int(cell) for cell in one[1:]] for one in lines if one[-1].isdigit()}


def test_the_standard_has_as_many_rows_as_it_says() -> None:
    assert Counter(levels().values()) == {1: 70, 2: 183, 3: 92}


def test_every_row_of_two_levels_and_the_chosen_ones_is_answered_once() -> None:
    told = rows(PAGE)

    assert [(row, int(level)) for row, level, *_ in told] == list(answered().items())
    assert Counter(level for _, level, *_ in told) == {"1": 70, "2": 183, "3": 15}


def test_a_test_names_tests_a_setting_its_place_and_all_are_there() -> None:
    assert faults(PAGE) == []
    assert missing(PAGE) == []


def test_the_head_counts_what_stands_below() -> None:
    found = Counter((int(level), kind) for _, level, _, kind, _ in rows(PAGE))
    shown = {
        name: [*(found[level, kind] for kind in KINDS), sum(found[level, kind] for kind in KINDS)]
        for name, level in LEVELS.items()
    }

    assert counted(PAGE) == shown | {"all": [sum(held) for held in zip(*shown.values(), strict=True)]}


@pytest.mark.parametrize(
    "row",
    [
        "| 1.1.1 | 2 | input | test | it is tried |",
        "| 1.1.1 | 2 | input | setting | it is set |",
        "| 1.1.1 | 2 | input | setting | src/gongjiang/web/nowhere.py |",
        "| 1.1.1 | 2 | input | perhaps | src/gongjiang/law/draw.py |",
        "| 1.1.1 | 2 | a b c d e f g h i | not held | all of it |",
    ],
)
def test_an_answer_that_says_nothing_is_found(row: str) -> None:
    assert faults(row) == ["1.1.1"]


def test_a_test_that_is_not_there_is_found() -> None:
    assert missing("| 1.1.1 | 2 | input | test | tests/docs/test_asvs.py::test_nothing |") == [
        "tests/docs/test_asvs.py::test_nothing"
    ]
