"""What a roster is checked by: the scheme's own rules and sums, on one day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from gongjiang.law.compiled import Asking
from gongjiang.law.money import Fen
from gongjiang.law.rule import Rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import Settings
from gongjiang.law.words import Words


class Judged(NamedTuple):
    """What is not met: in which column, in words, whether it refuses or is for a person to look at."""

    column: str
    said: Words
    refuses: bool
    by_day: bool = False
    """Whether it is the day of the month that decides, and the sheet names none."""


@dataclass(frozen=True)
class Standard:
    scheme: Scheme
    settings: Settings
    day: date

    def judged(self, told: Mapping[str, Any], other: date | None = None) -> Iterator[Judged]:
        """The rules that the sheet alone can answer, where they are not met. `other` is the last day that is
        meant, where a month stands for its first.
        """
        here = self._unmet(told)
        there = here if other is None else self._unmet({**told, "issued_on": other})
        for rule in {**here, **there}:
            yield self._judged(rule, here.get(rule), (rule in here) != (rule in there))

    def _unmet(self, told: Mapping[str, Any]) -> dict[Rule, bool | None]:
        """With what was found: no, or not known."""
        row, asking = self.scheme.subject.row(told), Asking(self.day, self.settings)
        columns = self.scheme.roster.columns if self.scheme.roster else {}
        mine = (rule for rule in self.scheme.every_rule if rule.name in columns)
        return {rule: met for rule in mine if (met := rule.reader(row, None, asking)) is not True}

    def _judged(self, rule: Rule, met: bool | None, by_day: bool) -> Judged:
        assert self.scheme.roster is not None
        column, zh, en = self.scheme.roster.columns[rule.name], rule.said.zh, rule.said.en
        if by_day:
            return Judged(column, Words(f"未填日，须由人认定：{zh}", f"no day is given: {en}"), False, True)
        if met is None and rule.name in self.scheme.roster.open:
            return Judged(column, Words(f"不能确定：{zh}", f"not certain: {en}"), False)
        return Judged(column, Words(f"不符合：{zh}", f"not met: {en}"), True)

    def sum_of(self, told: Mapping[str, Any]) -> Fen:
        granted = self.scheme.granted(self.scheme.subject.row(told), Asking(self.day, self.settings))
        return sum(getattr(grant, "amount", 0) for grant in granted)
