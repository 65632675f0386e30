"""The ways in which a function is altered: each gives the function once for every place that can be altered.

What only says something (words of refusals, docstrings) is left alone.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SAYING = frozenset({"refuse", "Words", "Refused", "fault", "_", "gettext", "no"})
QUERIES = frozenset({"filter", "exclude", "get", "update", "get_or_create"})
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}  # fmt: skip
Node = ast.AST
Way = Callable[[Node], Iterator[tuple[str, Node]]]


@dataclass(frozen=True)
class Altered:
    """One altered function: the line of the file, what was done there, and the function."""

    line: int
    done: str
    tree: ast.FunctionDef


def comparing(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            other = copy.deepcopy(node)
            other.ops[at] = COMPARED[type(op)]()
            yield f"{ast.unparse(node)}  →  {ast.unparse(other)}", other


def joining(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, ast.BoolOp):
        other = copy.deepcopy(node)
        other.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield f"{ast.unparse(node)}  →  {ast.unparse(other)}", other
        for at in range(len(node.values)):
            fewer = copy.deepcopy(node)
            del fewer.values[at]
            left = fewer.values[0] if len(fewer.values) == 1 else fewer
            yield f"{ast.unparse(node)}  →  {ast.unparse(left)}", left
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"{ast.unparse(node)}  →  {ast.unparse(node.operand)}", node.operand


def counting(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, ast.BinOp) and type(node.op) in COUNTED:
        other = copy.deepcopy(node)
        other.op = COUNTED[type(node.op)]()
        yield f"{ast.unparse(node)}  →  {ast.unparse(other)}", other
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield f"{node.value}  →  {not node.value}", ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield f"{node.value}  →  {node.value + 1}", ast.Constant(node.value + 1)


def deciding(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        for always in (True, False):
            if isinstance(node, ast.While) and always:
                continue
            other = copy.deepcopy(node)
            other.test = ast.Constant(always)
            yield f"if {ast.unparse(node.test)}  →  if {always}", other
    if isinstance(node, ast.comprehension):
        for at, test in enumerate(node.ifs):
            fewer = copy.deepcopy(node)
            del fewer.ifs[at]
            yield f"… if {ast.unparse(test)}  →  …", fewer


def leaving_out(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.YieldFrom):
        yield f"{ast.unparse(node)}  →  pass", ast.Pass()
    if isinstance(node, ast.Return) and node.value is not None and not is_none(node.value):
        yield f"{ast.unparse(node)}  →  return None", ast.Return(ast.Constant(None))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in QUERIES:
        for at, word in enumerate(node.keywords):
            fewer = copy.deepcopy(node)
            del fewer.keywords[at]
            yield f".{node.func.attr}({ast.unparse(word)})  →  .{node.func.attr}()", fewer


WAYS: tuple[Way, ...] = (comparing, joining, counting, deciding, leaving_out)


def is_none(node: Node) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def altered(tree: ast.FunctionDef) -> Iterator[Altered]:
    """Every alteration of a function, one at a time."""
    for path, node in list(places(tree)):
        for way in WAYS:
            for done, other in way(node):
                yield Altered(getattr(node, "lineno", tree.lineno), done, put(tree, path, other))


Path = tuple[tuple[str, int | None], ...]


def places(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every place in a body with the way that leads to it; not the words it says, nor its signature."""
    yield path, node
    for name, held in ast.iter_fields(node):
        if path == () and name != "body":
            continue
        for at, child in enumerate(held) if isinstance(held, list) else ((None, held),):
            if isinstance(child, ast.AST) and not says(child):
                yield from places(child, (*path, (name, at)))


def says(node: Node) -> bool:
    if isinstance(node, ast.Raise):
        node = node.exc or node
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        return name in SAYING
    return isinstance(node, ast.JoinedStr)


def put(tree: ast.FunctionDef, path: Path, other: Node) -> ast.FunctionDef:
    made = copy.deepcopy(tree)
    at: Node = made
    for name, index in path[:-1]:
        held = getattr(at, name)
        at = held if index is None else held[index]
    name, index = path[-1]
    if index is None:
        setattr(at, name, other)
    else:
        getattr(at, name)[index] = other
    return ast.fix_missing_locations(made)
