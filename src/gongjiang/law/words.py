"""What the law says back to a person, in Chinese and in English."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Problem:
    """The input cannot be accepted, and why. A value, never raised."""

    said: Words


def problem(zh: str, en: str) -> Problem:
    """A problem in both languages."""
    return Problem(Words(zh, en))
