"""The what-if form: every setting that some scheme reads, left as it is unless something is put in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongjiang.law.plan import Plan
from gongjiang.law.scenario import Scenario, read_scenario, reads
from gongjiang.law.scheme import Scheme
from gongjiang.law.setting_words import told
from gongjiang.law.settings import UNDECIDED, Assumption, Parameter, Settings
from gongjiang.law.words import Problem, Words, problem

DIGITS = 12
YES_NO = {"yes": True, "no": False, UNDECIDED: UNDECIDED}
NAME = 80


@dataclass(frozen=True)
class Blank:
    """One setting on the form: what it is today, and what was put in."""

    held: Parameter
    kind: str
    today: Any
    given: str

    @property
    def told(self) -> Words:
        return told(self.held, self.today)

    @property
    def assumed(self) -> bool:
        return isinstance(self.held, Assumption)


def blanks(
    schemes: tuple[Scheme, ...], settings: Settings, day: date, given: Mapping[str, str]
) -> list[Blank]:
    """The settings that make a difference to these schemes, in the order of the plan."""
    read = frozenset[str]().union(*(reads(scheme) for scheme in schemes))
    found = (Blank(p, kind_of(p, day), settings.value(p.key, day), given.get(f"value-{p.key}", "").strip())
             for p in settings.known.values() if p.key in read)  # fmt: skip
    return [blank for blank in found if blank.kind]


def kind_of(held: Parameter, day: date) -> str:
    """How it is put in; nothing for what no form can hold."""
    value = held.on(day)
    if isinstance(value, bool):
        return "bool"
    return ("yuan" if held.money else "int") if isinstance(value, int) else ""


def scenario_of(
    plan: Plan, asked: list[Blank], given: Mapping[str, str], dropped: list[str]
) -> Scenario | Problem:
    """The scenario that the form describes: what was left empty is left as it is."""
    values = {blank.held.key: value_of(blank) for blank in asked if blank.given}
    wrong = next((value for value in values.values() if isinstance(value, Problem)), None)
    if wrong is not None:
        return wrong
    return read_scenario({"name": given.get("name", "").strip()[:NAME], "set": values, "drop": dropped}, plan)


def value_of(blank: Blank) -> Any | Problem:
    text, said = blank.given, blank.held.asked
    if text == UNDECIDED and blank.assumed:
        return UNDECIDED
    if blank.kind == "bool":
        return YES_NO.get(text, problem(f"“{said.zh}”应选是或否", f"“{said.en}” takes yes or no"))
    if not (text.isascii() and text.isdigit() and len(text) <= DIGITS):
        return problem(f"“{said.zh}”应为非负整数", f"“{said.en}” takes a whole number from 0")
    return int(text) * (100 if blank.kind == "yuan" else 1)
