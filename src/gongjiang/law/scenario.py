"""A change that somebody thinks about: other values for what a plan sets, or conditions left out.

A value is checked by the one it would replace. What is assumed is decided in a scenario, not merely supposed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gongjiang.law.expression import Expr, lift
from gongjiang.law.plan import Plan
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import SIGNED, UNDECIDED, Assumption, Parameter, Ruling, Settings
from gongjiang.law.words import Problem, Words

MOST = 10**12
"""A value beyond this is a slip of the finger: ten thousand million yuan in fen."""
OTHERWISE, BY_UNIT = 10_000, {"fen": MOST, "months": 1_200, "years": 100, "times": 1_000, "people": 100_000}
"""The most that a value may be which is no sum, by what it counts."""
LISTED = ("set", "change", "drop", "name", "on")
MISSHAPEN = Words(
    "应为 [set] 表、[[change]] 表和 drop 列表", "A table [set], tables [[change]] and a list drop"
)


@dataclass(frozen=True)
class Change:
    key: str
    value: Any
    since: date = date.min


@dataclass(frozen=True)
class Scenario:
    """Other values, each from a day on, and the rules (scheme.rule) that would no longer be asked."""

    name: str = ""
    changes: tuple[Change, ...] = ()
    dropped: tuple[str, ...] = ()

    def settings(self, now: Settings) -> Settings:
        rulings = dict(now.rulings)
        for change in self.changes:
            said = Ruling(change.value, change.since, "", self.name)
            kept = tuple(ruling for ruling in rulings.get(change.key, ()) if ruling.since < change.since)
            rulings[change.key] = (*kept, said)
        return Settings(now.known, rulings)

    def scheme(self, now: Scheme) -> Scheme:
        kept = tuple(rule for rule in now.rules if f"{now.slug}.{rule.name}" not in self.dropped)
        return replace(now, rules=kept) if len(kept) < len(now.rules) else now

    def touches(self, scheme: Scheme) -> bool:
        """Whether the scheme's answers can differ at all: what it does not read does not change it."""
        keys = {change.key for change in self.changes}
        return self.scheme(scheme) is not scheme or not keys.isdisjoint(reads(scheme))


def reads(scheme: Scheme) -> frozenset[str]:
    """The settings that a scheme's rules and sums read."""
    sums = [
        e for grant in scheme.grants for e in (getattr(grant, "amount", None), getattr(grant, "when", None))
    ]
    asked: Iterable[Expr] = [rule.expr for rule in scheme.every_rule] + [
        lift(e) for e in sums if e is not None
    ]
    return frozenset(p.args[0].removesuffix(SIGNED) for e in asked for p in e.parts() if p.op == "value")


def read_scenario(raw: Mapping[str, Any], plan: Plan) -> Scenario | Problem:
    """[set] key = value; [[change]] key, value, since; drop = ["scheme.rule"]."""
    strange = [name for name in raw if name not in LISTED]
    if strange:
        return Problem(Words(f"不认识：{'、'.join(strange)}", f"Not known: {', '.join(strange)}"))
    sets, listed, dropped = raw.get("set", {}), raw.get("change", []), raw.get("drop", [])
    if not (isinstance(sets, Mapping) and listing(listed, Mapping) and listing(dropped, str)):
        return Problem(MISSHAPEN)
    told = [{"key": key, "value": value} for key, value in sets.items()]
    changes = [_change(one, plan) for one in (*told, *listed)]
    drops = [_dropped(name, plan) for name in dropped]
    for wrong in (*changes, *drops):
        if isinstance(wrong, Problem):
            return wrong
    held = tuple(change for change in changes if isinstance(change, Change))
    return Scenario(str(raw.get("name", "")), held, tuple(str(name) for name in drops))


def listing(held: Any, kind: type) -> bool:
    return isinstance(held, list | tuple) and all(isinstance(one, kind) for one in held)


def _change(told: Mapping[str, Any], plan: Plan) -> Change | Problem:
    key, since = str(told.get("key")), told.get("since", date.min)
    known = plan.known.get(key)
    if known is None:
        return Problem(Words(f"计划没有参数 {key}", f"The plan has no parameter {key}"))
    if type(since) is not date:
        return Problem(Words(f"{key} 的 since 应为日期", f"since of {key} must be a day"))
    wrong = misvalued(known, told.get("value"))
    return wrong or Change(key, told["value"], since)


def misvalued(known: Parameter, value: Any) -> Problem | None:
    """Why a value cannot stand in a setting's place, if it cannot."""
    if value == UNDECIDED and isinstance(known, Assumption):
        return None
    shape = next(iter(known.values.values.values()))
    numbers = (
        [value]
        if isinstance(value, int) and not isinstance(value, bool)
        else value
        if type(value) is list
        else []
    )
    most = MOST if known.sum else BY_UNIT.get(known.unit, OTHERWISE)
    fits = type(value) is type(shape) and all(type(n) is int and 0 <= n <= most for n in numbers)
    if fits and (not isinstance(shape, list) or len(value) == len(shape)):
        return None
    whole = Words(f"不超过 {most} 的非负整数", f"a whole number from 0 to {most}")
    kinds = {bool: Words("true 或 false", "true or false"), int: whole}
    kind = kinds.get(type(shape), Words(f"与 {shape} 同类的值", f"a value like {shape}"))
    return Problem(
        Words(
            f"{known.key}（{known.said.zh}）应为{kind.zh}", f"{known.key} ({known.said.en}) must be {kind.en}"
        )
    )


def _dropped(name: str, plan: Plan) -> str | Problem:
    slug, _, rule = name.partition(".")
    if slug in plan.by_slug and rule in {one.name for one in plan[slug].rules}:
        return name
    return Problem(Words(f"没有条件 {name}", f"There is no rule {name}"))
