"""台账: what a case gathers as it goes, row by row: what was done, given, spent or reached.

A row is added, confirmed by another hand where that is asked, struck with a reason, and never edited.
"""

from dataclasses import dataclass

from gongjiang.law.record import Field, Record
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words

SOURCE = "log."


@dataclass(frozen=True)
class Log:
    """One kind of row. Its record's stated facts are the form; rows that stand are facts of the case."""

    name: str
    said: Words
    record: type[Record]
    by: tuple[Role, ...]
    states: tuple[State, ...]
    confirmed_by: Role | None = Role.OFFICER
    """Whose confirmation a row waits for before it counts; nobody's where that is not asked."""
    names_person: bool = False
    """Whether each row is about a person, found by name and number, whose number is kept in the register."""
    spends: str = ""
    """The sum that may not exceed, over all rows, what the case has been paid."""
    pairs: bool = False
    """Whether a confirmed row makes the person of the case master and the person of the row apprentice."""
    feeds_pool: bool = False
    """Whether the people of its rows join the reserve pool."""
    of_sessions: bool = False
    """Whether a session held for the public is entered here: its kind, day, occupation and people."""
    private: bool = False
    """Whether only those who fill it and the office see it."""

    @property
    def source(self) -> str:
        """What a scheme's list of these rows is declared to come from."""
        return SOURCE + self.name

    @property
    def fields(self) -> dict[str, Field]:
        return {name: fact for name, fact in self.record.fields.items() if fact.asked}
