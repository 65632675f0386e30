"""The third meaning of a rule: its expression in words, for the page on which the public reads it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from gongjiang.law.expression import Expr
from gongjiang.law.phrase_words import (
    ALWAYS,
    COMPARED,
    FOLDS,
    NEVER,
    OTHERWISE_A_PERSON,
    Said,
    alternatives,
    both,
    choice,
    constant,
    negated,
)
from gongjiang.law.record import CHILD, Record
from gongjiang.law.settings import Settings
from gongjiang.law.telling import show
from gongjiang.law.terms import Ranked
from gongjiang.law.words import Words

TODAY_SAID = Words("办理日", "the day of handling")
THIS_YEAR_SAID = Words("办理当年", "the year of handling")


@dataclass(frozen=True)
class Speaking:
    """What the words depend on: the settings of a day, the record asked about, and names for plain texts."""

    settings: Settings
    day: date
    record: type[Record]
    names: Mapping[str, Words] = field(default_factory=dict)
    child: type[Record] | None = None

    def __call__(self, expr: Expr) -> Said:
        return PHRASES[expr.op](expr, self)


def phrase(
    expr: Expr,
    settings: Settings,
    day: date,
    record: type[Record],
    names: Mapping[str, Words] | None = None,
) -> Words:
    """The expression in both languages, with the settings of that day put in. `names` says stored texts."""
    return Speaking(settings, day, record, names or {})(expr).words


def _lit(expr: Expr, say: Speaking) -> Said:
    value = expr.args[0]
    if expr.kind is bool:
        return constant(value)
    return Said(say.names[value] if value in say.names else show(value))


def _field(expr: Expr, say: Speaking) -> Said:
    depth, name = expr.args
    record = say.child if depth == CHILD and say.child is not None else say.record
    return Said(record.fields[name].said)


def _value(expr: Expr, say: Speaking) -> Said:
    value = say.settings.value(expr.args[0], say.day)
    return constant(value) if expr.kind is bool else Said(show(value))


def _equal(expr: Expr, say: Speaking) -> Said:
    left, right = say(expr.args[0]), say(expr.args[1])
    zh, en = COMPARED[expr.op]["is"]
    return Said(both(left, Words(zh, f" {en} "), right), about=left.words, choices=(right.words,))


def _differ(expr: Expr, say: Speaking) -> Said:
    zh, en = COMPARED[expr.op]["is"]
    return Said(both(say(expr.args[0]), Words(zh, f" {en} "), say(expr.args[1])))


def _order(expr: Expr, say: Speaking) -> Said:
    left, right = expr.args
    if left.op == "years" and expr.op == ">=":
        return _served(left, say(right), say)
    how = "rank" if issubclass(left.kind, Ranked) else "day" if left.kind is date else "number"
    zh, en = COMPARED[expr.op][how]
    return Said(both(say(left), Words(zh, f" {en} "), say(right)))


def _served(years: Expr, least: Said, say: Speaking) -> Said:
    since, until = (say(day).words for day in years.args)
    return Said(Words(f"{since.zh}至{until.zh}满 {least.words.zh} 年",
                      f"at least {least.words.en} full years from “{since.en}” to {until.en}"))  # fmt: skip


def _years(expr: Expr, say: Speaking) -> Said:
    since, until = (say(day).words for day in expr.args)
    return Said(Words(f"{since.zh}至{until.zh}的整年数", f"full years from “{since.en}” to {until.en}"))


def _and(expr: Expr, say: Speaking) -> Said:
    return choice([say(arg) for arg in expr.args], neutral=True, zh="且", en="and")


def _or(expr: Expr, say: Speaking) -> Said:
    parts = [say(arg) for arg in expr.args]
    unsettled = [part for part in parts if part.truth is None]
    if unsettled and len(unsettled) < len(parts):
        settled = next(part for part in parts if part.truth is not None)
        return ALWAYS if settled.truth is True else unsettled[0] if settled.truth is False else _else(settled)
    return alternatives(parts) or choice(parts, neutral=False, zh="或", en="or")


def _else(settled: Said) -> Said:
    return Said(
        Words(f"{settled.words.zh}{OTHERWISE_A_PERSON.zh}", f"{settled.words.en}{OTHERWISE_A_PERSON.en}")
    )


def _not(expr: Expr, say: Speaking) -> Said:
    return negated(say(expr.args[0]))


def _present(expr: Expr, say: Speaking) -> Said:
    said = say(expr.args[0]).words
    return Said(Words(f"有“{said.zh}”的记录", f"“{said.en}” is on record"))


def _shift(expr: Expr, say: Speaking) -> Said:
    left, right = say(expr.args[0]), say(expr.args[1])
    if expr.kind is not date:
        zh, en = {"+": ("加", "plus"), "-": ("减", "minus")}[expr.op]
        return Said(both(left, Words(zh, f" {en} "), right))
    zh, en = {"+": ("后", "after"), "-": ("前", "before")}[expr.op]
    days = right.words
    return Said(Words(f"{left.words.zh}{zh} {days.zh} 日", f"{days.en} days {en} {left.words.en}"))


def _months(expr: Expr, say: Speaking) -> Said:
    day, months = (say(arg).words for arg in expr.args)
    return Said(Words(f"{day.zh}后满 {months.zh} 个月之日", f"the day {months.en} months after {day.en}"))


def _aggregate(expr: Expr, say: Speaking) -> Said:
    how, name, value, where = expr.args
    asked = say.record.lists[name]
    inside = replace(say, child=asked.record)
    test, worth = inside(where), inside(value).words
    zh, en = FOLDS[how]
    noun = Words(asked.record.noun.zh or asked.said.zh, asked.record.noun.en or asked.said.en)
    given = Words(f"（{test.words.zh}）", f" ({test.words.en})") if test.truth is not True else Words("", "")
    said = Words(
        zh.format(noun=noun.zh, where=given.zh, value=worth.zh),
        en.format(noun=noun.en, where=given.en, value=worth.en),
    )
    return NEVER if test.truth is False and how == "any" else Said(said, some=how == "any")


Phrasing = Callable[[Expr, Speaking], Said]
PHRASES: dict[str, Phrasing] = {
    "lit": _lit,
    "field": _field,
    "today": lambda expr, say: Said(THIS_YEAR_SAID if expr.args else TODAY_SAID),
    "value": _value,
    "==": _equal,
    "!=": _differ,
    "<": _order,
    "<=": _order,
    ">": _order,
    ">=": _order,
    "&": _and,
    "|": _or,
    "~": _not,
    "present": _present,
    "+": _shift,
    "-": _shift,
    "years": _years,
    "months": _months,
    "agg": _aggregate,
}
