"""Records: what the law may know about a person, declared once.

The declaration is the form, the check of what is stored, and the names a rule may use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gongjiang.law.expression import Expr, Misbuilt, lift
from gongjiang.law.money import Money
from gongjiang.law.telling import FEW, NOT_KNOWN, Told, counted, show
from gongjiang.law.words import Words

SUBJECT, CHILD = 0, 1
Spelling = Callable[[str], str]
"""Brings what people type to the one spelling in which it is compared."""


class Field:
    """A fact: its type, its labels, and whether the applicant states it or a register knows it."""

    def __init__(
        self, kind: type, said: Words, source: str, evidence: Words | None, absent: Any,
        inside: bool = False, needed: bool = False, spelt: Spelling | None = None,
    ) -> None:  # fmt: skip
        self.kind, self.said, self.source, self.evidence, self.absent = kind, said, source, evidence, absent
        self.inside, self.needed = inside, needed or evidence is not None
        self.spelt = spelt
        self.name = ""
        self.depth = SUBJECT
        self._told: dict[int, Told] = {}

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.depth = CHILD if getattr(owner, "child", False) else SUBJECT

    def __get__(self, instance: object, owner: type) -> Expr:
        """A sum is compared as the whole number of fen that it is."""
        return Expr("field", (self.depth, self.name), int if self.kind is Money else self.kind)

    @property
    def asked(self) -> bool:
        return not self.source

    def told(self, value: Any) -> Told:
        """The fact with this value, in words."""
        if not isinstance(value, FEW):
            return Told(self.said, show(value))
        found = self._told.get(id(value))
        if found is None:
            found = self._told[id(value)] = Told(self.said, show(value))
        return found


def asked(
    kind: type, zh: str, en: str, evidence: Words | None = None, needed: bool = False,
    spelt: Spelling | None = None,
) -> Any:  # fmt: skip
    """A fact the applicant states, with the document that proves it; what needs proof must be stated."""
    return Field(kind, Words(zh, en), "", evidence, None, needed=needed, spelt=spelt)


def known(
    kind: type, zh: str, en: str, source: str, absent: Any = None, inside: bool = False,
    spelt: Spelling | None = None,
) -> Any:  # fmt: skip
    """A fact a register holds. `absent` is what a stated absence (null) means, where it means something.
    `inside` when the office alone can know it: nobody is asked.
    """
    return Field(kind, Words(zh, en), source, None, absent, inside, spelt=spelt)


class Many:
    """A person's certificates, honours, results: asked with any, count, min, max."""

    def __init__(
        self, record: type[Record], said: Words, source: str, inside: bool = False, needed: bool = False
    ) -> None:
        self.record, self.said, self.source, self.inside = record, said, source, inside
        self.needed = needed
        self.name = ""
        self._told: dict[int, Told] = {}

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def told(self, rows: int | None) -> Told:
        """So many on record, in words; None where nobody has asked."""
        if rows is None:
            return Told(self.said, NOT_KNOWN)
        found = self._told.get(rows)
        if found is None:
            found = self._told[rows] = Told(self.said, counted(rows))
        return found

    def any(self, where: Callable[[Any], Expr]) -> Expr:
        return self._aggregate("any", None, where, bool)

    def count(self, where: Callable[[Any], Expr]) -> Expr:
        return self._aggregate("count", None, where, int)

    def min(self, value: Expr, where: Callable[[Any], Expr]) -> Expr:
        return self._aggregate("min", value, where, value.kind)

    def max(self, value: Expr, where: Callable[[Any], Expr]) -> Expr:
        return self._aggregate("max", value, where, value.kind)

    def _aggregate(self, how: str, value: Expr | None, where: Callable[[Any], Expr], kind: type) -> Expr:
        test = lift(where(self.record))
        if test.kind is not bool:
            raise Misbuilt(f"{self.name}.{how} needs a truth")
        return Expr("agg", (how, self.name, value if value is not None else lift(1), test), kind)


def many(
    record: type[Record], zh: str, en: str, source: str, inside: bool = False, needed: bool = False
) -> Any:
    """`needed`: a file of facts that leaves it out does not say that there are none."""
    return Many(record, Words(zh, en), source, inside, needed)


class Record:
    """A declaration. Its attributes are symbols in a rule; `row` makes the values a rule is asked about."""

    child = False
    noun = Words("", "")
    fields: dict[str, Field] = {}
    lists: dict[str, Many] = {}
    spellings: dict[str, Spelling] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        held = [base.__dict__ for base in reversed(cls.__mro__)]
        cls.fields = {k: v for names in held for k, v in names.items() if isinstance(v, Field)}
        cls.lists = {k: v for names in held for k, v in names.items() if isinstance(v, Many)}
        cls.spellings = {name: field.spelt for name, field in cls.fields.items() if field.spelt}

    @classmethod
    def row(cls, raw: Mapping[str, Any]) -> Row:
        """Values for every field. A name that was not given is unknown; a null means the field's `absent`."""
        values = {name: field.absent if name in raw and raw[name] is None else raw.get(name)
                  for name, field in cls.fields.items()}  # fmt: skip
        for name, spelt in cls.spellings.items():
            if isinstance(value := values[name], str):
                values[name] = spelt(value)
        children = {
            name: tuple(c if isinstance(c, Row) else held.record.row(c) for c in raw.get(name) or ())
            for name, held in cls.lists.items()
        }
        return Row(cls, values, children)


class Row:
    """The values of one record."""

    __slots__ = ("_told", "children", "record", "unknown", "values")

    def __init__(
        self, record: type[Record], values: dict[str, Any], children: dict[str, tuple[Row, ...]],
        unknown: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self.record, self.values, self.children = record, values, children
        self.unknown = unknown
        """Lists of which nobody has said what is in them."""
        self._told: dict[str, Told] | None = None

    def told(self) -> dict[str, Told]:
        """Every fact and list by name, in words; told once, however many rules read it."""
        if self._told is None:
            told = {name: field.told(self.values[name]) for name, field in self.record.fields.items()}
            for name, held in self.record.lists.items():
                told[name] = held.told(None if name in self.unknown else len(self.children[name]))
            self._told = told
        return self._told

    def said(self) -> Words:
        """One line that names the record that decided a finding: its first value, then what else is told."""
        told = [(field.said, show(self.values[name])) for name, field in self.record.fields.items()
                if self.values.get(name) is not None and not isinstance(self.values[name], bool)]  # fmt: skip
        if not told:
            return self.record.noun
        zh = "，".join(f"{said.zh}：{value.zh}" for said, value in told[1:])
        en = ", ".join(f"{said.en}: {value.en}" for said, value in told[1:])
        first = told[0][1]
        return Words(f"{first.zh}（{zh}）" if zh else first.zh, f"{first.en} ({en})" if en else first.en)
