"""The second reading of a rule: a column over a whole register, in whatever engine holds it.

A register maps "subject" to a frame with a column for each fact of the subject, and each list (honours,
contest_results...) to a frame with a column for each fact of the child. All have the key column, the person;
all are of one engine. Null is unknown: what a stated absence means (`Field.absent`), the frame already holds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add, and_
from typing import Any

import narwhals as nw

from gongjiang.law.columns_aggregate import Reading, conjuncts, held, standing_alone, unsettled
from gongjiang.law.columns_lower import Lowering
from gongjiang.law.effect import PayBy
from gongjiang.law.expression import Expr, lift
from gongjiang.law.scheme import Outcome, Scheme
from gongjiang.law.settings import Settings

AMOUNT, PRIORITY, OUTCOME = "amount_fen", "priority", "outcome"


@dataclass(frozen=True)
class Keys:
    """The column that says whose a row is, and the one that tells a person's subjects apart: where the
    subject is the person, they are one and the same."""

    person: str = "person"
    own: str = ""

    @property
    def subject(self) -> str:
        return self.own or self.person

    @property
    def all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.person, self.subject)))


def scan(
    scheme: Scheme,
    register: Mapping[str, Any],
    day: date,
    settings: Settings,
    key: str = "person",
    own: str = "",
    keep: tuple[str, ...] = (),
    settle: Callable[[Any], Any] | None = None,
) -> Any:
    """A native frame, lazy if given so: the keys, what is to be kept, a nullable column for every rule,
    `priority`, `outcome`, and `amount_fen`, what the scheme pays whoever is eligible (null: not known).

    With `settle`, which computes a native frame of the engine and holds it, the refused are left out: those
    who fail a rule about their own facts before any records are joined.
    """
    keys = Keys(key, own)
    rules, preferences = scheme.every_rule[: len(scheme.rules)], scheme.every_rule[len(scheme.rules) :]
    frames = {name: nw.from_native(frame) for name, frame in register.items()}
    sums = [(grant.when, lift(grant.amount)) for grant in scheme.grants if isinstance(grant, PayBy)]
    asked = [rule.expr for rule in scheme.every_rule] + [e for pair in sums for e in pair if e is not None]
    lower = Lowering(day, settings, durations=frames["subject"].implementation.is_polars())
    read = Reading(frames, lower, key, keys.subject, settle or unsettled)
    if settle is not None:
        read = read.having([rule.expr for rule in rules])
    read = held(read, asked)
    met = [read.lower(rule.expr).alias(rule.name) for rule in rules]
    preferred = [read.lower(rule.expr).fill_null(False) for rule in preferences] or [nw.lit(False)]
    paid = reduce(add, [_sum(read.lower, *pair) for pair in sums], nw.lit(0, dtype=nw.Int64))
    last = preferred[0].alias(PRIORITY), paid.cast(nw.Int64).alias(AMOUNT)
    found = read.subject.select(*keys.all, *keep, *met, *last)
    found = found.with_columns(_outcome([rule.name for rule in rules]).alias(OUTCOME))
    return nw.to_native(
        found if settle is None else found.filter(nw.col(OUTCOME) != Outcome.NOT_ELIGIBLE.value)
    )


def narrowed(
    scheme: Scheme, lists: Mapping[str, Any], day: date, settings: Settings, key: str = "person"
) -> Any | None:
    """The keys of all who have a record that a rule cannot do without, in a native frame; None where there
    is no such rule. Whoever is not among them is refused, whatever else is known of them.
    """
    lower, keys = Lowering(day, settings), None
    for part in (part for rule in scheme.every_rule[: len(scheme.rules)] for part in conjuncts(rule.expr)):
        if part.op == "agg" and part.args[0] == "any" and standing_alone(part):
            might = nw.from_native(lists[part.args[1]]).filter(lower(part.args[3]).fill_null(True))
            mine = might.select(key).unique()
            keys = mine if keys is None else keys.join(mine, on=key, how="semi")
    return None if keys is None else nw.to_native(keys)


def _sum(lower: Lowering, when: Expr | None, amount: Expr) -> nw.Expr:
    worth = lower(amount).cast(nw.Int64)
    nothing = nw.lit(0, dtype=nw.Int64)
    return worth if when is None else nw.when(lower(when).fill_null(False)).then(worth).otherwise(nothing)


def _outcome(names: list[str]) -> nw.Expr:
    """All met, in the logic of three values: one failure decides, then an open question."""
    met: nw.Expr = reduce(and_, (nw.col(name) for name in names))
    settled = nw.when(met).then(nw.lit(Outcome.ELIGIBLE.value)).otherwise(nw.lit(Outcome.NOT_ELIGIBLE.value))
    return nw.when(met.is_null()).then(nw.lit(Outcome.NEEDS_PERSON.value)).otherwise(settled)
