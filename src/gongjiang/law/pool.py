"""The frozen pool of a draw, and the hash that holds everybody to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from gongjiang.law.words import Problem, problem

# Procurement practice demands at least two substitutes, in order.
ALTERNATES = 2

Plain = str | int | None | Sequence["Plain"] | Mapping[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Expert:
    """One label in the pool; never a name."""

    stratum: str
    org: str


@dataclass(frozen=True, slots=True)
class Pool:
    """All that is fixed before the public value exists.

    `experts` label -> stratum and organisation; `seats` stratum -> number; `commitment` is Hⁿ(secret) in
    hex; `source` and `source_time` say which public value will be used and when it appears.
    """

    experts: Mapping[str, Expert]
    seats: Mapping[str, int]
    recused: frozenset[str] = frozenset()
    alternates: int = ALTERNATES
    org_cap: int | None = None
    context: str = ""
    source: str = ""
    source_time: str = ""
    commitment: str = ""


def fault_in(pool: Pool) -> Problem | None:
    """Why a pool cannot be drawn from, if it cannot."""
    names = [*pool.experts, *pool.seats, *(expert.stratum for expert in pool.experts.values())]
    if any("|" in name or not name for name in names):
        # The ticket's text joins stratum and label with this sign; inside a name it would let two collide.
        return problem("标签或专业组为空或含有“|”", "a label or stratum is empty or contains '|'")
    if not pool.recused <= pool.experts.keys():
        return problem("回避名单中有名单以外的标签", "the recusal list names a label outside the pool")
    numbers = (*pool.seats.values(), pool.alternates, 1 if pool.org_cap is None else pool.org_cap)
    if min(numbers) < 0 or not pool.seats:
        return problem("席位、候补或单位上限不合理", "seats, alternates or organisation cap make no sense")
    return None


def plain(pool: Pool) -> dict[str, Plain]:
    """The pool as JSON holds it, every list in one order."""
    return {
        "experts": {label: {"stratum": e.stratum, "org": e.org} for label, e in sorted(pool.experts.items())},
        "seats": dict(sorted(pool.seats.items())),
        "recused": sorted(pool.recused),
        "alternates": pool.alternates,
        "org_cap": pool.org_cap,
        "context": pool.context,
        "source": pool.source,
        "source_time": pool.source_time,
        "commitment": pool.commitment,
    }


def pool_commitment(pool: Pool) -> str:
    """SHA-256 (hex) over the canonical bytes of the pool; the order in which it was typed does not matter."""
    return sha256(canonical(plain(pool))).hexdigest()


def canonical(value: Plain) -> bytes:
    """Bytes that no other value has: every part carries its type and its length in bytes."""
    if isinstance(value, Mapping):
        parts = [part for key in sorted(value) for part in (canonical(key), canonical(value[key]))]
        return framed(b"d", b"".join(parts))
    if isinstance(value, str):
        return framed(b"s", value.encode())
    if isinstance(value, Sequence):
        return framed(b"l", b"".join(map(canonical, value)))
    return framed(b"n", b"") if value is None else framed(b"i", b"%d" % value)


def framed(tag: bytes, body: bytes) -> bytes:
    """Tag, length, body."""
    return tag + str(len(body)).encode() + b":" + body
