"""decide and schemes: what the rules say, for one person or a list, without any database."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gongjiang.plans import plans
from gongjiang.web.console.about import ABOUT
from gongjiang.web.console.commands import COMMANDS
from tests.console.conftest import Told, outside

SLUG = "craftsman-selection"
GOOD = {
    "employer_in_city": True, "skill_level": "senior_technician", "front_line": True,
    "front_line_since": "2005-07-01", "unit_head": False, "honours": ["湖北省技术能手"],
    "titles_held": [], "contest_results": [],
}  # fmt: skip
DAY = "2026-11-25"


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Any], Path]:
    def put(facts: Any) -> Path:
        path = tmp_path / "facts.json"
        path.write_text(facts if isinstance(facts, str) else json.dumps(facts, ensure_ascii=False), "utf-8")
        return path

    return put


def test_one_person_is_decided_with_clauses_and_grants(console: Callable[..., Told], written) -> None:
    told = console("decide", SLUG, written(GOOD), "--on", DAY, "--json")

    found = told.json
    assert (told.code, told.err) == (0, "")
    assert (found["scheme"], found["on"], found["outcome"]) == (SLUG, DAY, "eligible")
    assert {finding["clause"] for finding in found["findings"]} == {"2.2.3"}
    assert [(grant["kind"], grant.get("amount_fen")) for grant in found["grants"]] == [
        ("confer", None),
        ("pay", 30_000_000),
    ]


def test_a_list_is_answered_as_a_list_in_order(console: Callable[..., Told], written) -> None:
    told = console(
        "decide", SLUG, written([GOOD, {**GOOD, "skill_level": "technician"}]), "--on", DAY, "--json"
    )

    assert (told.code, [found["outcome"] for found in told.json]) == (0, ["eligible", "not_eligible"])


def test_words_are_printed_without_json(console: Callable[..., Told], written) -> None:
    told = console("decide", SLUG, written(GOOD), "--on", DAY)

    assert (told.code, told.out.splitlines()[0]) == (0, f"{SLUG} {DAY} eligible")


def test_facts_come_by_standard_input_too(tmp_path: Path) -> None:
    told = outside(tmp_path, "decide", SLUG, "-", "--on", DAY, "--json", typed=json.dumps(GOOD))

    assert (told.code, told.json["outcome"], told.err) == (0, "eligible", "")
    assert list(tmp_path.iterdir()) == []


def test_the_day_decides(console: Callable[..., Told], written) -> None:
    facts = written({**GOOD, "front_line_since": "2016-11-25"})

    days = ("2026-11-24", "2026-11-25")

    assert [console("decide", SLUG, facts, "--on", day, "--json").json["outcome"] for day in days] == [
        "needs_person",
        "eligible",
    ]


def test_what_is_not_known_needs_a_person(console: Callable[..., Told], written) -> None:
    facts = {name: value for name, value in GOOD.items() if name != "front_line"}

    assert console("decide", SLUG, written(facts), "--on", DAY, "--json").json["outcome"] == "needs_person"


def test_a_fact_that_no_rule_asks_for_is_named_on_standard_error(
    console: Callable[..., Told], written
) -> None:
    told = console("decide", SLUG, written({**GOOD, "shoe_size": 42}), "--on", DAY, "--json")

    assert (told.code, told.json["outcome"]) == (0, "eligible")
    assert told.err == "未使用：shoe_size / not used: shoe_size\n"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("{", "不是合法的 JSON"),
        ("", "不是合法的 JSON"),
        ("[1]", "每件事实应是一个对象"),
        ('"text"', "每件事实应是一个对象"),
        ({**GOOD, "front_line": "perhaps"}, "front_line"),
        ({**GOOD, "front_line_since": "2005-02-30"}, "front_line_since"),
        ({**GOOD, "skill_level": "wizard"}, "skill_level"),
    ],
)
def test_bad_facts_end_with_two_and_words_on_standard_error(
    console: Callable[..., Told], written, facts: Any, said: str
) -> None:
    told = console("decide", SLUG, written(facts), "--on", DAY, "--json")

    assert (told.code, told.out) == (2, "")
    assert said in told.err


def test_a_missing_file_an_unknown_scheme_and_a_bad_day_are_refused(
    console: Callable[..., Told], written, tmp_path: Path
) -> None:
    told = [
        console("decide", SLUG, tmp_path / "nothing.json"),
        console("decide", "no-such-scheme", written(GOOD)),
        console("decide", SLUG, written(GOOD), "--on", "tomorrow"),
    ]

    assert [(one.code, one.out, bool(one.err)) for one in told] == [(2, "", True)] * 3


def test_every_scheme_is_listed_with_its_clause_and_grants(console: Callable[..., Told]) -> None:
    told = console("schemes", "--json")

    rows = {row["slug"]: (row["clause"], row["procedure"]) for row in told.json}
    assert told.code == 0
    assert list(rows) == [scheme.slug for plan in plans() for scheme in plan.schemes]
    assert rows["craftsman-direct"] == ("2.1.3", "designation")
    assert rows["craftsman-reward"] == ("2.3.1", "grant")
    assert rows["skill-upgrade-subsidy"] == ("2.1.2", "subsidy")


def test_an_unknown_command_ends_with_two_and_help_with_nothing(
    console: Callable[..., Told], tmp_path: Path
) -> None:
    unknown, bare, asked = console("conjure"), console(), console("--help")

    assert (unknown.code, unknown.out) == (2, "")
    assert unknown.err == "没有“conjure”这个命令 / no such command: conjure\n"
    assert (bare.code, asked.code) == (2, 0)
    assert outside(tmp_path, "conjure").code == 2


def test_output_that_nobody_reads_on_is_no_fault(tmp_path):
    command = [sys.executable, "-m", "gongjiang.config.main", "schemes", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as told:
        told.stdout.read(10)
        told.stdout.close()
        said = told.stderr.read()

    assert (told.wait(timeout=60), said) == (0, b"")


def test_help_tells_what_each_command_is_for_in_both_languages(console) -> None:
    told = console("--help").out.splitlines()

    assert set(ABOUT) == {*COMMANDS, "manage"}
    assert [line.split()[1] for line in told] == list(ABOUT)
    assert all(f"{said.zh} / {said.en}" in line for said, line in zip(ABOUT.values(), told, strict=True))
