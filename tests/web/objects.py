"""The same doors with other things behind them: of the same unit, foreign, sealed, or not there at all."""

from collections.abc import Callable, Iterator

from django.urls import reverse

from gongjiang.office.cases.models import Case
from gongjiang.office.review.models import Recusal, Seat
from gongjiang.web.visitor import now
from tests.web.access import DOORS, NOBODY, Allowed, Door, acting, bringing, living, login, named, seeing
from tests.web.alive import Alive

CASES = ("nominated", "other", "draft", "consented", "marked", "waiting", "visited", "certified", "logged",
         "noticed")  # fmt: skip
ROUNDS = ("round", "marking", "inspected", "titled", "public")
OF_CASE: tuple[tuple[str, tuple[str, ...], Callable[[str], Allowed], str], ...] = (
    ("desk:case", (), seeing, "GET"),
    ("desk:step", ("screen",), seeing, "POST"),
    ("desk:upload", (), bringing, "POST"),
    ("desk:trainees", (), seeing, "POST"),
    ("desk:give_account", (), lambda key: seeing(key, "account.give"), "POST"),
)
OF_ROUND = (
    ("desk:round", "round.see", "GET"),
    ("desk:report", "round.see", "GET"),
    ("desk:zero", "zero.declare", "POST"),
    ("desk:file", "case.file", "GET POST"),
    ("desk:import", "case.import", "GET POST"),
    ("desk:visits", "visit.plan", "GET POST"),
    ("desk:resolve", "resolution.enter", "GET POST"),
    ("insight:funnel", "insight.see", "GET"),
)
GONE = "AAAAAAAAAAAAAAAAAAAAAA"
NUMBER = "987654321"
WORDS = frozenset({
    "screen", "ask-vetoes", "services", "confirm", "book", "reward", "verify", "end", "final", "1", "trade",
    "publish", "annul", "experts", "lock", "approve", "talent", "2026", "2.3.1", "group", "summary", "none",
    "skill-upgrade-subsidy", "grant.reject",
})  # fmt: skip


def twice(doors: tuple[Door, ...]) -> set[tuple[str, tuple[str, ...]]]:
    return {(door.name, door.args) for door in doors}


def other_things() -> Iterator[Door]:
    """Every case at every door of a case, every round at every door of a round; each with who may."""
    known = twice(DOORS)
    for name, rest, allowed, methods in OF_CASE:
        for key in CASES:
            if (name, (key, *rest)) not in known:
                yield Door(name, (key, *rest), allowed(key), methods)
    for name, act, methods in OF_ROUND:
        for key in ROUNDS:
            if (name, (key,)) not in known:
                yield Door(name, (key,), acting(act), methods)


def sealed(alive: Alive) -> Iterator[Door]:
    """What is there, and closed: another's seat, a file stepped aside from, a document of another case."""
    mine, case = Seat.objects.get(ref=alive.refs["seat"]), Case.objects.get(ref=alive.refs["marked"])
    number = login(alive, "fellow").removeprefix("expert-")
    fellow = Seat.objects.get(panel=mine.panel, kind="member", expert__number=number)
    Recusal.objects.get_or_create(
        case=case, expert=fellow.expert, defaults={"ground": "declared", "at": now().at}
    )
    alive.refs["fellow-seat"] = fellow.ref
    yield Door("panel:seat", ("fellow-seat",), named("fellow"))
    yield Door("panel:answer", ("fellow-seat",), named("fellow"), "POST")
    yield Door("panel:seal", ("fellow-seat",), named("fellow"), "POST")
    yield Door("panel:score", ("fellow-seat", "marked"), NOBODY, "GET POST")
    yield Door("panel:recuse", ("fellow-seat", "marked"), NOBODY, "POST")
    yield Door("panel:evidence", ("fellow-seat", "shown"), NOBODY)
    yield Door("panel:evidence", ("seat", "paper"), NOBODY)
    yield Door("desk:evidence", ("shown",), seeing("marked"))
    yield Door("desk:person", ("person",), living("waiting"))
    yield Door("desk:person", ("craftsman",), living("certified"))


def absent() -> Iterator[Door]:
    """Every door that leads to a thing, with a thing that is not there: for nobody."""
    for door in DOORS:
        for place, key in enumerate(door.args):
            if key not in WORDS:
                args = (*door.args[:place], GONE, *door.args[place + 1 :])
                yield Door(door.name, args, NOBODY, door.methods)


def where(alive: Alive, door: Door) -> str:
    """The address; a number stands for what is counted."""
    args = [alive.refs.get(key, key) for key in door.args]
    whole = [NUMBER if arg == GONE and isinstance(alive.refs.get(kept), int) else arg
             for arg, kept in zip(args, original(door), strict=True)]  # fmt: skip
    return reverse(door.name, args=whole)


def original(door: Door) -> tuple[str, ...]:
    """The keys that stand where a door's absent thing stands."""
    if GONE not in door.args:
        return door.args
    fits = (one.args for one in DOORS if one.name == door.name and len(one.args) == len(door.args))
    return next(args for args in fits if all(a in (GONE, b) for a, b in zip(door.args, args, strict=True)))
