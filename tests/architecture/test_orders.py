"""No list is ordered last by what two rows may share: which of them came first would depend on who wrote
last, and on PostgreSQL a change that nobody may see would show in the order of a page.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from tests.architecture.house import SOURCE, python_files, short

SHARED = re.compile("(_on|_at|(?<!user)name|title|since)$")


def orders(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of order_by() with the last name in it, where it is written there."""
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    for call in calls:
        if getattr(call.func, "attr", "") == "order_by":
            yield from ((str(last.value), call) for last in call.args[-1:] if isinstance(last, ast.Constant))


def shared(path: Path) -> list[str]:
    found = ((name, call) for name, call in orders(path) if SHARED.search(name))
    return [f"{short(path)}:{call.lineno} {name}" for name, call in found]


def test_no_question_is_ordered_last_by_what_two_rows_may_share():
    files = list(python_files(SOURCE))
    assert sum(len(list(orders(path))) for path in files) > 150

    assert [one for path in files for one in shared(path)] == []


def test_no_model_is_either():
    models = [model for model in apps.get_models() if model.__module__.startswith("gongjiang")]
    last = {model.__name__: model._meta.ordering[-1] for model in models if model._meta.ordering}
    assert len(last) > 40

    assert {name: by for name, by in last.items() if SHARED.search(str(by))} == {}


def in_no_order(told: ast.expr) -> bool:
    """Whether a chain of calls takes the order away: `x.filter(a).order_by().values_list(b)`."""
    while isinstance(told, ast.Call | ast.Attribute):
        if isinstance(told, ast.Call) and getattr(told.func, "attr", "") == "order_by" and not told.args:
            return True
        told = told.func if isinstance(told, ast.Call) else told.value
    return False


def walked(path: Path) -> Iterator[int]:
    """Lines at which rows in no order are gone through one by one; what becomes a table of keys is not."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        loops = getattr(node, "generators", []) if isinstance(node, ast.ListComp | ast.GeneratorExp) else []
        for loop in [node] if isinstance(node, ast.For) else loops:
            if in_no_order(loop.iter):
                yield loop.iter.lineno


def test_nothing_is_gone_through_in_no_order_but_sums_of_money():
    found = {f"{short(path)}:{line}" for path in python_files(SOURCE) for line in walked(path)}

    assert {one for one in found if "/office/ledger/" not in one} == set()
    assert found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('x.order_by("-opens_on")', 1),
        ('x.order_by("-opens_on", "-pk")', 0),
    ],
)
def test_the_check_can_fail(written, found, tmp_path, monkeypatch):
    path = tmp_path / "one.py"
    path.write_text(written, "utf-8")
    monkeypatch.setitem(globals(), "short", str)

    assert len(shared(path)) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("for one in x.order_by().values(1): y()", 1),
        ("z = [one for one in x.annotate(1).order_by()]", 1),
        ("z = {one: 1 for one in x.order_by()}", 0),
        ("for one in x.order_by('pk'): y()", 0),
    ],
)
def test_nor_can_this_one_only_pass(written, found, tmp_path):
    path = tmp_path / "one.py"
    path.write_text(written, "utf-8")

    assert len(list(walked(path))) == found
