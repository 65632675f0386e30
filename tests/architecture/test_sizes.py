"""A file fits in 200 lines and a function in 25. A file of tests is a list, and may be longer."""

import ast

from tests.architecture.house import ROOT, SOURCE, python_files, short

LINES, BODY = 200, 25
OURS = (SOURCE, ROOT / "bench")


def test_a_file_fits_in_two_hundred_lines():
    lengths = {short(path): len(path.read_text("utf-8").splitlines()) for path in python_files(*OURS)}

    assert {name: lines for name, lines in lengths.items() if lines > LINES} == {}


def test_a_function_fits_in_twenty_five_lines():
    long = {
        f"{short(path)}:{node.name}": length(node)
        for path in python_files(*OURS)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > BODY
    }

    assert long == {}


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body: decorators and parameters are declarations."""
    return (node.end_lineno or node.lineno) - node.body[0].lineno + 1
