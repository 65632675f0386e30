"""plan check: every cited term must stand in its clause. The texts here are made up."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from gongjiang.law.plan import Plan
from gongjiang.law.stated_figures import stated
from gongjiang.plans import plans
from gongjiang.web.console.plan_check import _cited
from tests.console.conftest import Told

PLAN, NUMERALS = plans()[0], "零一二三四五六七八九"


PRINTED = {"fen": "{}元", "years": "每{}年", "people": "{}名左右", "validity": "有效期为{}年",
           "ratio": "1∶{}"}  # fmt: skip


def figures_of(plan: Plan) -> dict[str, list[str]]:
    """What the terms hold, as a text may print it."""
    held: dict[str, list[str]] = defaultdict(list)
    for one in sorted(stated(plan)):
        held[one.clause].append(PRINTED[one.kind].format(f"{one.value.normalize():f}"))
    return held


def made_up(without: str = "", chapter: str = "") -> str:
    """A text with a line for every clause that says nothing but the terms that are cited from it."""
    terms: dict[str, list[str]] = defaultdict(list)
    for clause, term, _ in _cited(PLAN):
        terms[clause].append(term)
    lines, above, figures = [], ("", ""), figures_of(PLAN)
    for clause in (one.id for one in PLAN.clauses if one.id != chapter):
        first, second, third = (*clause.split("."), "", "")[:3]
        if first != above[0]:
            lines.append(f"{NUMERALS[int(first)]}、示例章")
        if second and (first, second) != above:
            lines.append(f"（{NUMERALS[int(second)]}）示例节")
        above = (first, second)
        said = "；".join([*(term for term in terms[clause] if term != without), *figures.get(clause, ())])
        lines.append(f"{third}.{said}" if third else said)
    return "\n".join(lines)


@pytest.fixture
def check(console: Callable[..., Told], tmp_path: Path) -> Callable[..., Told]:
    def checked(text: str, *options: str) -> Told:
        path = tmp_path / "plan.txt"
        path.write_text(text, "utf-8")
        return console("plan", "check", path, *options)

    return checked


def test_a_text_in_which_every_term_stands_passes(check: Callable[..., Told]) -> None:
    told = check(made_up())

    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"{len(list(_cited(PLAN)))} 处引用均见于原文")


def test_a_missing_term_is_named_with_its_clause_and_its_rule(check: Callable[..., Told]) -> None:
    told = check(made_up(without="高级技师"))

    assert (told.code, told.out) == (1, "")
    assert told.err.splitlines()[0] == "2.2.3 未见“高级技师”（craftsman-selection.level）"


def test_in_json_what_is_missing_is_a_list(check: Callable[..., Told]) -> None:
    told = check(made_up(without="高级技师"), "--json")

    assert (told.code, told.json["missing"]) == (1, [["2.2.3", "高级技师", "craftsman-selection.level"]])
    assert told.json["unknown_clauses"] == []


def test_a_clause_that_the_text_lacks_is_named(check: Callable[..., Told]) -> None:
    told = check(made_up(chapter="2.4.7"), "--json")

    assert (told.code, told.json["unknown_clauses"]) == (1, ["2.4.7"])


def test_a_term_in_another_clause_does_not_count(check: Callable[..., Told]) -> None:
    text = made_up(without="一次性奖励").replace("三、示例章", "三、示例章一次性奖励")

    told = check(text, "--json")

    citing = [clause for clause, term, _ in _cited(PLAN) if term == "一次性奖励"]
    assert "2.3.1" in citing
    assert (told.code, [clause for clause, _, _ in told.json["missing"]]) == (1, citing)


def test_what_cannot_be_read_ends_with_two(console: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\xff\xfe\x00\x81")
    told = [
        console("plan", "check", tmp_path / "nothing.txt"),
        console("plan", "check", tmp_path / "picture"),
        console("plan", "check", tmp_path / "picture", "--plan", "atlantis"),
    ]

    assert [(one.code, one.out) for one in told] == [(2, "")] * 3
    assert all("读不出文件" in one.err or "没有计划 atlantis" in one.err for one in told)


@pytest.mark.parametrize(
    ("printed", "other", "zh", "en"),
    [
        ("300000元", "20万元", "2.3.1 未见“300,000 元”", "2.3.1 says “200,000 yuan”"),
        ("100000元", "１万元", "2.4.1 未见“100,000 元”", "2.4.1 says “10,000 yuan”"),
        ("20名左右", "30名左右", "2.2.3 未见“20 名”", "2.2.3 says “30 people”"),
        ("每2年", "每3年", "2.2.3 未见“每 2 年”", "2.2.3 says “every 3 years”"),
        ("有效期为5年", "有效期3年", "3.3 未见“有效期 5 年”", "3.3 says “valid for 3 years”"),
        ("1∶1", "1∶2", "2.2.2 未见“1∶1”", "2.2.2 says “1:2”"),
    ],
)
def test_a_figure_that_the_terms_do_not_hold_is_named_both_ways(check, printed, other, zh, en):
    text = made_up()
    assert printed in text

    told = check(text.replace(printed, other, 1))

    assert told.code == 1
    assert (zh in told.err, en in told.err) == (True, True), told.err


def test_a_sum_in_tens_of_thousands_is_the_same_sum(check):
    assert check(made_up().replace("300000元", "30万元", 1).replace("50000元", "5 万元", 1)).code == 0
