"""Who acts, and when: arguments of every act, never read from a session or a clock."""

from dataclasses import dataclass
from datetime import date, datetime

from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.registry.models import Person


@dataclass(frozen=True)
class Hand:
    """One person acting on one day."""

    person: Person
    on: date
    at: datetime


@dataclass(frozen=True)
class Hands:
    """The two people every movement of money needs: persons, not accounts."""

    maker: Person
    checker: Person
    on: date
    at: datetime

    def must_differ(self) -> None:
        if self.maker.pk == self.checker.pk:
            refuse("经办与复核应为不同人员", "the maker and the checker must be two people")

    def must_not_gain(self, beneficiary: int) -> None:
        """Nobody handles money that comes to themselves."""
        if beneficiary in (self.maker.pk, self.checker.pk):
            refuse("不得经办或复核本人的款项", "nobody handles a payment to themselves")
