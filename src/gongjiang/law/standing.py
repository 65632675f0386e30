"""How a case stands, read once by the office and told to the law as plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gongjiang.law.terms import Role
from gongjiang.law.words import Words


@dataclass(frozen=True)
class Post:
    """A role with its scope: a unit, a nominating body, a department, or the whole city."""

    role: Role
    organisation: int | None = None
    body: int | None = None
    department: str = ""


@dataclass(frozen=True)
class Actor:
    """Somebody at the counter or behind it. Four eyes count persons, not accounts."""

    user: int | None
    person: int | None = None
    posts: tuple[Post, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(post.role for post in self.posts)


@dataclass(frozen=True)
class Window:
    """The round's time for nominating."""

    opens: date
    closes: date


@dataclass(frozen=True)
class Quota:
    """Places of the nominating body in this round, and how many it has used."""

    places: int
    used: int


@dataclass(frozen=True)
class Vetoes:
    """What other departments answered: matters never asked, unanswered, stale; hits on the person."""

    unasked: int = 0
    waiting: int = 0
    stale: int = 0
    hits: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Marks:
    """The panel's work on this case. No mark is told before the panel closes."""

    seated: bool = False
    closed: bool = False
    quorum: bool = False
    mark: Decimal | None = None


@dataclass(frozen=True)
class Visit:
    """实地考察: how many inspectors signed, what they concluded, and what is still open."""

    inspectors: int = 0
    conclusion: str = ""
    open_concerns: int = 0
    mark: Decimal | None = None


@dataclass(frozen=True)
class Choice:
    """What the fixed ranking of the round says of this case; None while it is not fixed."""

    shortlisted: bool | None = None
    selected: bool | None = None


@dataclass(frozen=True)
class Notice:
    """社会公示: its last working day, and what stands against this person."""

    closes: date | None = None
    held: bool = False
    upheld: bool = False


@dataclass(frozen=True)
class Referral:
    """转办: the department that has the matter, until when, and how often it was sent back as not theirs."""

    department: str = ""
    due: date | None = None
    bounces: int = 0


@dataclass(frozen=True)
class Resolution:
    """审定发文: its number and day, whether this person is listed, whether the list is the noticed one."""

    document: str = ""
    on: date | None = None
    listed: bool = False
    equal: bool = False


@dataclass(frozen=True)
class Determined:
    """A person's decision where a rule was open; it counts once another hand has confirmed it."""

    rule: str
    verdict: str
    confirmed: bool
    by: int | None = None
    person: int | None = None
