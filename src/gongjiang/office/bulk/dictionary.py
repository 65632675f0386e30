"""A plan's dictionary of honours, as columns: what a printed name is worth, and which title it is."""

from collections.abc import Iterable, Mapping
from typing import Any

import narwhals as nw

from gongjiang.law.clause import HonourEntry, Registers

QUOTED = "“{}”"


def level_of(registers: Registers, name: nw.Expr) -> nw.Expr:
    by_level: dict[str, list[str]] = {}
    for entry in registers.honours:
        by_level.setdefault(entry.level.value, []).extend(names_of(entry))
    return looked_up(name, by_level, nw.String)


def skilled_of(registers: Registers, name: nw.Expr) -> nw.Expr:
    by_kind: dict[bool, list[str]] = {}
    for entry in registers.honours:
        by_kind.setdefault(entry.skilled, []).extend(names_of(entry))
    return looked_up(name, by_kind, nw.Boolean)


def title_of(registers: Registers, name: nw.Expr) -> nw.Expr:
    """The plan's own title of that name; the dictionary knows what else people call it."""
    return looked_up(name, titles(registers), nw.String)


def titles(registers: Registers) -> dict[str, list[str]]:
    called = {entry.said.zh: names_of(entry) for entry in registers.honours}
    return {
        title.slug: list(dict.fromkeys((*called.get(title.said.zh, ()), *spelt([title.said.zh]))))
        for title in registers.titles.values()
    }


def names_of(entry: HonourEntry) -> list[str]:
    return spelt((entry.said.zh, *entry.aliases))


def spelt(names: Iterable[str]) -> list[str]:
    return [form for name in names for form in (name, QUOTED.format(name))]


def looked_up(name: nw.Expr, worth: Mapping[Any, list[str]], kind: Any) -> nw.Expr:
    """The value under whose names a name is; none for a name that nobody knows."""
    found = nw.lit(None, dtype=kind)
    for value, names in worth.items():
        found = nw.when(name.is_in(names)).then(nw.lit(value)).otherwise(found)
    return found
