"""The functions of a module as they run: each with its source, and a way to give it another body."""

import ast
import inspect
import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from tests.mutants.altering import Altered, altered

NAMES = frozenset({"__str__", "__repr__"})
"""What a row is called in a list of the office: words, not a guard."""


@dataclass(frozen=True)
class Found:
    """A function that runs, by its name in the module, and its source."""

    module: types.ModuleType
    name: str
    runs: types.FunctionType
    tree: ast.FunctionDef

    def mutants(self) -> Iterator[Altered]:
        return altered(self.tree)

    def become(self, one: Altered) -> None:
        """Every holder of the function runs the altered body from now on."""
        self.runs.__code__ = self._compiled(one.tree)

    def _compiled(self, tree: ast.FunctionDef) -> types.CodeType:
        """The body compiled where it stands: within its class, and within what it closes over."""
        bare = ast.FunctionDef(tree.name, tree.args, tree.body, [], None, None, lineno=1, col_offset=0)
        free = self.runs.__code__.co_freevars
        body: list[ast.stmt] = [bare]
        if free:
            given = [ast.arg(name) for name in free]
            whole = ast.arguments([], given, None, [], [], None, [])
            body = [ast.FunctionDef("around", whole, [bare], [], None, None, lineno=1, col_offset=0)]
        module = ast.fix_missing_locations(ast.Module(body, []))
        flags = self.runs.__code__.co_flags & 0x1000000
        code = compile(module, self.module.__file__ or "", "exec", flags=flags, dont_inherit=True)
        return inner(code, tree.name)


def inner(code: types.CodeType, name: str) -> types.CodeType:
    for held in code.co_consts:
        if isinstance(held, types.CodeType):
            if held.co_name == name:
                return held
            return inner(held, name)
    raise LookupError(name)


def functions(module: types.ModuleType) -> Iterator[Found]:
    """Those that the module itself writes, at its top or in its classes."""
    tree = ast.parse(inspect.getsource(module))
    for node in tree.body:
        yield from _of(module, node, module)
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                yield from _of(module, part, getattr(module, node.name), f"{node.name}.")


def _of(module: types.ModuleType, node: ast.stmt, holder: Any, before: str = "") -> Iterator[Found]:
    if isinstance(node, ast.FunctionDef) and node.name not in NAMES:
        runs = bare(inspect.getattr_static(holder, node.name))
        if isinstance(runs, types.FunctionType) and runs.__module__ == module.__name__:
            yield Found(module, before + node.name, runs, node)


def bare(held: Any) -> Any:
    """What lies beneath decorators, properties and the like."""
    for name in ("__func__", "fget", "func"):
        if not isinstance(held, types.FunctionType | partial) and hasattr(held, name):
            held = getattr(held, name)
    return inspect.unwrap(held) if callable(held) else held
