"""The statutory retirement age, which since 2025 rises month by month with the month of birth.

Source: the decision of 2024-09-13 on raising the retirement age gradually, in force from 2025-01-01: men from
60 to 63 by a month for every four months of birth; women from 55 to 58 the same, women workers from 50 to 55
by a month for every two.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongjiang.law.dated import months_after
from gongjiang.law.identity import Sex

Post = Literal["worker", "cadre"]
FIRST = date(2025, 1, 1)


@dataclass(frozen=True)
class Schedule:
    """The old age in years, one month more for every `every` months, and the most that is added."""

    age: int
    every: int
    most: int


MEN = Schedule(60, 4, 36)
WOMEN = {"worker": Schedule(50, 2, 60), "cadre": Schedule(55, 4, 36)}


def retires_on(birth: date, sex: Sex, post: Post = "worker") -> date:
    """The day on which the statutory age is reached."""
    schedule = MEN if sex == "male" else WOMEN[post]
    before = months_after(birth, schedule.age * 12)
    late = (before.year - FIRST.year) * 12 + before.month - FIRST.month
    added = min(late // schedule.every + 1, schedule.most) if late >= 0 else 0
    return months_after(birth, schedule.age * 12 + added)


def past_retirement(birth: date, sex: Sex, on: date) -> bool | None:
    """Whether the age is reached by a day; None for a woman whose post decides it."""
    if sex == "male":
        return on >= retires_on(birth, sex)
    return True if on >= retires_on(birth, sex, "cadre") else None if on >= retires_on(birth, sex) else False
