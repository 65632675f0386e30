"""A clause, a plan and its validity: what they are, not what they say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from gongjiang.law.effect import Title
from gongjiang.law.terms import Department, HonourLevel
from gongjiang.law.words import Words


@dataclass(frozen=True)
class Clause:
    """A place in the plan, under our own short title. The first department leads."""

    id: str
    said: Words
    departments: tuple[Department, ...] = ()

    @property
    def lead(self) -> Department | None:
        return self.departments[0] if self.departments else None


@dataclass(frozen=True)
class Named:
    """A department's name from one day to another, and what else people call it."""

    department: Department
    name: str
    since: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Body:
    """A nominating body: its local code and everything people call it."""

    code: str
    said: Words
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class HonourEntry:
    """An honour as printed. What is not in the dictionary, a person decides."""

    said: Words
    level: HonourLevel
    aliases: tuple[str, ...] = ()
    skilled: bool = True


@dataclass(frozen=True)
class Group:
    """An occupation group that panels are formed by."""

    code: str
    said: Words
    occupations: tuple[str, ...]


@dataclass(frozen=True)
class Registers:
    """What a new installation starts with; every row can be changed by the operator afterwards."""

    bodies: tuple[Body, ...] = ()
    honours: tuple[HonourEntry, ...] = ()
    groups: tuple[Group, ...] = ()
    titles: Mapping[str, Title] = field(default_factory=dict)


@dataclass(frozen=True)
class Validity:
    """In force from the day of issue, for so many years. The day is entered, not known to us."""

    years: int
    clause: str

    def ends(self, issued: date) -> date:
        """The first day out of force: the same day, so many years later."""
        try:
            return issued.replace(year=issued.year + self.years)
        except ValueError:
            return issued.replace(year=issued.year + self.years, day=28)

    def in_force(self, issued: date, today: date) -> bool:
        return issued <= today < self.ends(issued)


CHAPTER = re.compile(r"^([一二三四五六七八九])、")
SECTION = re.compile(r"^[(（]([一二三四五六七八九])[)）]")
ITEM = re.compile(r"^(\d+)[.．、]")
DIGITS = {digit: str(place) for place, digit in enumerate("一二三四五六七八九", start=1)}


def clauses_of(text: str) -> dict[str, str]:
    """Split an official text into its clauses: "2.2.3" is chapter 2, section 2, item 3."""
    found: dict[str, str] = {}
    for ref, line in _referred(text):
        found[ref] = found.get(ref, "") + line
    return found


def _referred(text: str) -> Iterator[tuple[str, str]]:
    chapter = section = ref = ""
    for line in (line.strip() for line in text.splitlines()):
        if match := CHAPTER.match(line):
            chapter, section = DIGITS[match[1]], ""
            ref = chapter
        elif match := SECTION.match(line):
            section = DIGITS[match[1]]
            ref = f"{chapter}.{section}"
        elif match := ITEM.match(line):
            ref = f"{chapter}.{section}.{match[1]}"
        yield ref, line
