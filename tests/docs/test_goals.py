"""Every promise has its row, and what a row names is there."""

import ast
import re
from functools import cache

from tests.architecture.house import ROOT

PAGE = (ROOT / "docs" / "goals.md").read_text("utf-8")
NAMED = re.compile(r"((?:tests|bench)/[\w/]+\.py)(?:::(\w+))?")
COLUMNS = 6


def rows(page: str) -> list[list[str]]:
    """The cells of every row that has an id."""
    told = [line.strip().strip("|").split("|") for line in page.splitlines() if line.startswith("| R")]
    return [[cell.strip() for cell in row] for row in told]


@cache
def functions(file: str) -> set[str]:
    path = ROOT / file
    if not path.is_file():
        return set()
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }


def missing(page: str) -> list[str]:
    """What is named and is not there."""
    return [
        f"{file}::{name}"
        for file, name in NAMED.findall(page)
        if not (ROOT / file).is_file() or (name and name not in functions(file))
    ]


def test_every_promise_has_one_row():
    held = rows(PAGE)

    assert [row[0] for row in held] == [f"R{n:02}" for n in range(1, 53)]
    assert {len(row) for row in held} == {COLUMNS}


def test_a_row_names_where_it_is_held_or_says_that_it_is_not():
    silent = [row[0] for row in rows(PAGE) if not NAMED.search(row[3]) and row[4] != "not tested"]

    assert silent == []


def test_what_is_named_is_there():
    assert missing(PAGE) == []


def test_what_is_not_there_is_found():
    page = "| R01 | x | P | tests/docs/test_goals.py::test_nothing, tests/docs/nowhere.py::test_x | x | |"

    assert missing(page) == ["tests/docs/test_goals.py::test_nothing", "tests/docs/nowhere.py::test_x"]
