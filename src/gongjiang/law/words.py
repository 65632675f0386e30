"""What the law says back to a person, in Chinese and in English."""

from dataclasses import dataclass
from typing import NamedTuple, Self


class Words(NamedTuple):
    """One sentence in both languages."""

    zh: str
    en: str


class Called(str):
    """A stored value that has words of its own: compared as the value, shown as the words."""

    __slots__ = ("said",)
    said: Words

    def __new__(cls, value: str, said: Words) -> Self:
        made = super().__new__(cls, value)
        made.said = said
        return made


@dataclass(frozen=True, slots=True)
class Problem:
    """The input cannot be accepted, and why. A value, never raised."""

    said: Words


def problem(zh: str, en: str) -> Problem:
    """A problem in both languages."""
    return Problem(Words(zh, en))
