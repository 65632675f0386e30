"""What each kind of leaf is called in words: a table kept as data, and the steps as their procedures say."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gongjiang.law.words import Words
from gongjiang.plans import plans

TABLE = Path(__file__).with_name("leaf_kinds.toml")
FAMILY, STEPS = "said", "case"


@dataclass(frozen=True)
class Family:
    """Kinds that are about one sort of thing."""

    name: str
    said: Words
    kinds: dict[str, Words]


@cache
def families() -> tuple[Family, ...]:
    """In the order of the table; the steps of all procedures stand with the cases."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(family(name, held) for name, held in table.items())


def family(name: str, held: dict[str, list[str]]) -> Family:
    kinds = {f"{name}.{act}": Words(*said) for act, said in held.items() if act != FAMILY}
    if name == STEPS:
        kinds |= {kind: said for kind, said in steps() if kind not in kinds}
    return Family(name, Words(*held[FAMILY]), kinds or {name: Words(*held[FAMILY])})


def steps() -> Iterator[tuple[str, Words]]:
    """Each step of a case by its own name. Where procedures name it differently, every name is told."""
    found: dict[str, dict[Words, None]] = {}
    for plan in plans():
        for scheme in plan.schemes:
            for step in scheme.procedure.steps:
                found.setdefault(f"{STEPS}.{step.name}", {})[step.said] = None
    for kind, said in sorted(found.items()):
        yield (
            kind,
            Words(
                *("/".join(dict.fromkeys(part)) for part in zip(*((w.zh, w.en) for w in said), strict=True))
            ),
        )


@cache
def known() -> dict[str, tuple[Family, Words]]:
    return {kind: (one, said) for one in families() for kind, said in one.kinds.items()}


def words_of(kind: str, scheme: str = "") -> Words:
    """What happened; a step as the procedure of its scheme calls it. What nobody named is told as it is."""
    if scheme and (own := own_step(kind, scheme)):
        return own
    if kind not in known():
        return Words(kind, kind)
    held, said = known()[kind]
    return said if said == held.said else Words(f"{held.said.zh}：{said.zh}", f"{held.said.en}: {said.en}")


def own_step(kind: str, scheme: str) -> Words | None:
    for plan in plans():
        if scheme in plan.by_slug:
            named = {f"{STEPS}.{step.name}": step.said for step in plan[scheme].procedure.steps}
            return named.get(kind)
    return None
