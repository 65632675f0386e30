"""Every word has both languages, and Chinese is set in Chinese punctuation."""

import ast
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import gongjiang.law
from gongjiang.law.terms import Term
from tests.architecture.house import SOURCE, is_chinese, python_files, short

CHINESE = "[\u4e00-\u9fff]"
ASCII_BESIDE = re.compile(rf"{CHINESE}[,:;()?!]|[,:;()?!]{CHINESE}")


def every_kind(kind: type[Term]) -> list[type[Term]]:
    return [found for sub in kind.__subclasses__() for found in (sub, *every_kind(sub))]


for found in walk_packages(gongjiang.law.__path__, "gongjiang.law."):
    import_module(found.name)
KINDS = [kind for kind in every_kind(Term) if len(kind)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_term_is_said_in_both_languages(kind):
    assert [term for term in kind if not any(map(is_chinese, term.zh))] == []
    assert [term for term in kind if not term.en or any(map(is_chinese, term.en))] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_two_terms_of_a_kind_are_called_alike(kind):
    assert len({term.zh for term in kind}) == len({term.en for term in kind}) == len(kind)


def texts_of(path):
    """Every text in a module but its docstrings, which are written for engineers."""
    tree = ast.parse(path.read_text("utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(p.value if isinstance(p, ast.Constant) else "〇" for p in node.values)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and not {id(node)} & (notes | inside)
        ):
            yield node.lineno, node.value


def is_a_pattern(text: str) -> bool:
    return "\\" in text or text.startswith("^")


def test_chinese_in_the_law_is_set_in_full_width_punctuation():
    wrong = [
        f"{short(path)}:{line} {text}"
        for path in python_files(SOURCE / "law", SOURCE / "plans")
        for line, text in texts_of(path)
        if ASCII_BESIDE.search(text) and not is_a_pattern(text)
    ]

    assert wrong == []
