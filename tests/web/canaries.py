"""Words that stand nowhere else, planted in every private field; and where each of them may sing."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import Model
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from gongjiang.law.policy import SIGHT, Scope
from gongjiang.office.cases.models import (
    Case,
    Event,
    Evidence,
    LogRow,
    Nomination,
    RosterDoubt,
    RosterFault,
    Veto,
)
from gongjiang.office.duty.models import OrderEntry, TargetEntry
from gongjiang.office.journal.models import Leaf
from gongjiang.office.ledger import models as ledger
from gongjiang.office.notice.models import Objection
from gongjiang.office.post.models import Letter
from gongjiang.office.registry.models import Expert, Person
from gongjiang.office.review.models import Concern, Photo, Score, Seat
from gongjiang.office.stories.models import Story
from tests.web.access import STAFF, Allowed, acting, living, login, named, whose
from tests.web.alive import Alive
from tests.web.secrets_held import INSIDE, MONEY, also

SONG = re.compile(rb"cnry[0-9]{5}")
NOBODY = named()
EXPERTS = named("expert", "fellow", "stranger")


def of_case(row: Any) -> Allowed:
    """Who sees the case that a row belongs to."""
    return lambda alive: _seers(alive, row.case_id)


@cache
def _wide() -> frozenset[str]:
    roles = {role.value for role, scope in SIGHT.items() if scope is Scope.ALL}
    return frozenset(who for who, role in STAFF.items() if role in roles)


def _seers(alive: Alive, pk: int) -> frozenset[str]:
    held = alive.refs.setdefault("seers", {})
    assert isinstance(held, dict)
    if pk not in held:
        case = Case.objects.get(pk=pk)
        held[pk] = _wide() | {who for who in STAFF if whose(alive, who, case)}
    return frozenset(held[pk])


def addressee(row: Letter) -> Allowed:
    def rule(alive: Alive) -> frozenset[str]:
        users = alive.town.cast.users
        return frozenset(who for who in STAFF if users[login(alive, who)].person_id == row.person_id)

    return also(INSIDE, rule)


def fixed(rule: Allowed) -> Callable[[Any], Allowed]:
    return lambda row: rule


@dataclass(frozen=True)
class Nest:
    """A field in which a canary sits in every row, and who may hear it."""

    model: type[Model]
    field: str
    heard: Callable[[Any], Allowed]
    most: int = 120


NESTS = (
    Nest(Seat, "reason", fixed(INSIDE)),
    Nest(Veto, "note", fixed(INSIDE)),
    Nest(Event, "note", of_case, 200),
    Nest(Nomination, "opinion", of_case),
    Nest(Evidence, "name", lambda row: also(of_case(row), EXPERTS)),
    Nest(Concern, "text", fixed(also(INSIDE, named("inspector1")))),
    Nest(Photo, "caption", fixed(also(INSIDE, named("inspector1")))),
    Nest(Photo, "name", fixed(also(INSIDE, named("inspector1")))),
    Nest(ledger.Payable, "reason", lambda row: also(of_case(row), MONEY)),
    Nest(ledger.Transfer, "note", fixed(MONEY)),
    Nest(ledger.Recovery, "ground", fixed(MONEY)),
    Nest(ledger.SampleFinding, "note", fixed(MONEY)),
    Nest(ledger.BatchRow, "payee", fixed(MONEY)),
    Nest(ledger.BatchRow, "bank", fixed(MONEY)),
    Nest(ledger.SuspenseItem, "reason", fixed(MONEY)),
    Nest(ledger.PendingAct, "reason", fixed(MONEY)),
    Nest(ledger.MatchEvidence, "payer", fixed(MONEY)),
    Nest(ledger.MatchEvidence, "serial", fixed(MONEY)),
    Nest(Letter, "body", addressee),
    Nest(RosterFault, "zh", fixed(acting("roster.see"))),
    Nest(RosterDoubt, "zh", fixed(acting("roster.see"))),
    Nest(Story, "text", fixed(also(acting("story.take_down"), living("certified")))),
    Nest(OrderEntry, "text", fixed(acting("duty.see"))),
    Nest(TargetEntry, "text", fixed(acting("duty.see"))),
    Nest(Leaf, "body", fixed(NOBODY)),
)


@dataclass
class Cage:
    """Every canary that was planted: where it sits, and who may hear it."""

    alive: Alive
    sits: dict[bytes, tuple[str, Allowed]] = field(default_factory=dict)

    def bird(self, where: str, heard: Allowed) -> str:
        song = f"cnry{len(self.sits):05d}"
        self.sits[song.encode()] = where, heard
        return song

    def escaped(self, who: str, told: bytes) -> set[str]:
        """Those heard by somebody who may not."""
        heard = {song: self.sits[song] for song in set(SONG.findall(told))}
        return {
            f"{where} {song.decode()}" for song, (where, by) in heard.items() if who not in by(self.alive)
        }


def planted(alive: Alive) -> Cage:
    """Past the guards, in every row of every nest, and in what is sealed."""
    cage = Cage(alive)
    for nest in NESTS:
        for row in nest.model._default_manager.order_by("-pk")[: nest.most]:
            song = cage.bird(f"{nest.model.__name__}.{nest.field}", nest.heard(row))
            nest.model._default_manager.filter(pk=row.pk).update(**{nest.field: song})
    _sealed(cage)
    return cage


def _sealed(cage: Cage) -> None:
    experts = set(Expert.objects.values_list("person", flat=True))
    for person in Person.objects.all():
        person.phone = cage.bird("Person.phone", NOBODY)
        if person.pk in experts:
            person.name = cage.bird("Expert's name", also(INSIDE, acting("register.keep"), EXPERTS))
        person.save()
    for held in Objection.objects.all():
        held.put(*(cage.bird(f"Objection.{name}", named("officer2")) for name in ("text", "who")))
        held.save()
    for score in Score.objects.all():
        told = {key: cage.bird("Score.reasons", also(INSIDE, EXPERTS)) for key in score.reasons}
        Score.objects.filter(pk=score.pk).update(reasons=told)
    for row in LogRow.objects.all():
        told = {key: cage.bird("LogRow.told", of_case(row)) if isinstance(value, str) else value
                for key, value in row.told.items()}  # fmt: skip
        LogRow.objects.filter(pk=row.pk).update(told=told)


def opened(told: bytes) -> bytes:
    """What is in a container, its names and its metadata with it."""
    return b"\n".join((told, *inside(told)))


def inside(told: bytes) -> Iterator[bytes]:
    if told[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(told)) as held:
            for name in held.namelist():
                yield name.encode()
                yield opened(held.read(name))
    elif told[:5] == b"%PDF-":
        yield from _pages(told)


def _pages(told: bytes) -> Iterator[bytes]:
    """Words and metadata of a paper; what the tests hand in as one is only its first line."""
    try:
        read = PdfReader(io.BytesIO(told))
    except (PdfReadError, ValueError):
        return
    yield repr(read.metadata).encode()
    yield from (page.extract_text().encode() for page in read.pages)
