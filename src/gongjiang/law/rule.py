"""A rule is a predicate with a citation; a finding is its answer, with the facts and the record behind it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from gongjiang.law.compiled import Asking, Reader, compiled
from gongjiang.law.expression import Expr, Misbuilt
from gongjiang.law.record import SUBJECT, Record, Row
from gongjiang.law.settings import Assumption
from gongjiang.law.telling import Told, Unavailable
from gongjiang.law.terms import Term
from gongjiang.law.words import Words


class Verdict(Term):
    PASS = "pass", "符合", "met"
    FAIL = "fail", "不符合", "not met"
    OPEN = "open", "待认定", "needs a person"
    BLOCKED = "blocked", "数据不可用", "data not available"


PASSED, FAILED = Verdict.PASS, Verdict.FAIL


class Finding(NamedTuple):
    """What a rule answered: the clause, the facts it read, and the record that decided it."""

    rule: str
    clause: str
    said: Words
    verdict: Verdict
    facts: tuple[Told, ...] = ()
    record: Words | None = None
    assumptions: tuple[str, ...] = ()

    def explain(self) -> Words:
        """The finding as one sentence, in both languages."""
        zh = "；".join([fact.zh for fact in self.facts])
        en = "; ".join([fact.en for fact in self.facts])
        by = (f"；依据{self.record.zh}", f"; by {self.record.en}") if self.record else ("", "")
        return Words(
            f"{self.verdict.zh}：{self.said.zh}［{self.clause}］{zh}{by[0]}",
            f"{self.verdict.en}: {self.said.en} [{self.clause}] {en}{by[1]}",
        )


@dataclass(frozen=True, eq=False)
class Rule:
    """A question about one record, asked in the words of a clause."""

    name: str
    clause: str
    terms: tuple[str, ...]
    said: Words
    ask: Callable[..., Expr]
    assumes: tuple[Assumption, ...] = ()
    record: type[Record] = field(default=Record)

    def about(self, record: type[Record]) -> "Rule":
        return Rule(self.name, self.clause, self.terms, self.said, self.ask, self.assumes, record)

    @cached_property
    def expr(self) -> Expr:
        built = self.ask(self.record)
        if not isinstance(built, Expr) or built.kind is not bool:
            raise Misbuilt(f"{self.name} must be a truth")
        return built

    @cached_property
    def reader(self) -> Reader:
        return compiled(self.expr)

    @cached_property
    def read(self) -> tuple[str, ...]:
        """The names of the subject's facts that this rule reads."""
        parts = self.expr.parts()
        names = [e.args[1] for e in parts if e.op == "agg" or (e.op == "field" and e.args[0] == SUBJECT)]
        return tuple(dict.fromkeys(names))

    @cached_property
    def witnesses(self) -> tuple[int, ...]:
        return tuple(id(e) for e in self.expr.parts() if e.op == "agg" and e.args[0] == "any")

    def find(self, row: Row, asking: Asking) -> Finding:
        used = asking.used
        used.clear()
        truth = self.reader(row, None, asking)
        verdict = PASSED if truth is True else FAILED if truth is False else self._unknown(row)
        decided = self._decided(asking) if self.witnesses and asking.witness else None
        facts = tuple(map(row.told().__getitem__, self.read))
        assumed = self._assumed(asking) if used else self._assumes
        return Finding(self.name, self.clause, self.said, verdict, facts, decided, assumed)

    def _decided(self, asking: Asking) -> Words | None:
        """The record that decided, in words."""
        found = next((asking.witness[mark] for mark in self.witnesses if mark in asking.witness), None)
        return found.said() if found else None

    def _assumed(self, asking: Asking) -> tuple[str, ...]:
        """What the rule says it assumes, and what it read on the way to this answer."""
        read = asking.settings.assumed(tuple(asking.used))
        return tuple(dict.fromkeys((*self._assumes, *read))) if read else self._assumes

    @cached_property
    def _assumes(self) -> tuple[str, ...]:
        return tuple(held.key for held in self.assumes)

    def _unknown(self, row: Row) -> Verdict:
        blocked = any(isinstance(row.values.get(name), Unavailable) for name in self.read)
        return Verdict.BLOCKED if blocked else Verdict.OPEN


def rule(
    clause: str,
    *,
    terms: tuple[str, ...],
    zh: str,
    en: str,
    assumes: Assumption | tuple[Assumption, ...] = (),
) -> Callable[[Callable[[Any], Expr]], Rule]:
    """Turn a question into a Rule. `terms` are words of the clause; `assumes` is what it leaves unsaid."""
    held = assumes if isinstance(assumes, tuple) else (assumes,)
    return lambda ask: Rule(ask.__name__, clause, terms, Words(zh, en), ask, held)
