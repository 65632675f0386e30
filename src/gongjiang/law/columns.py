"""The second reading of a rule: a column over a whole register, in whatever engine holds it.

A register maps "subject" to a frame with a column for each fact of the subject, and each list (honours,
contest_results...) to a frame with a column for each fact of the child. All have the key column; all are of
one engine. Null is unknown: what a stated absence means (`Field.absent`), the frame already holds.
"""

from collections.abc import Mapping
from datetime import date
from functools import reduce
from operator import and_
from typing import Any

import narwhals as nw

from gongjiang.law.columns_aggregate import Reading, held
from gongjiang.law.columns_lower import Lowering
from gongjiang.law.scheme import Outcome, Scheme
from gongjiang.law.settings import Settings


def scan(
    scheme: Scheme, register: Mapping[str, Any], day: date, settings: Settings, key: str = "person"
) -> Any:
    """A native frame, lazy if given so: the key, a nullable column for every rule, `priority`, `outcome`."""
    rules, preferences = scheme.every_rule[: len(scheme.rules)], scheme.every_rule[len(scheme.rules) :]
    frames = {name: nw.from_native(frame) for name, frame in register.items()}
    asked = [rule.expr for rule in scheme.every_rule]
    read = held(Reading(frames, Lowering(day, settings), key), asked)
    met = [read.lower(rule.expr).alias(rule.name) for rule in rules]
    preferred = [read.lower(rule.expr).fill_null(False) for rule in preferences] or [nw.lit(False)]
    found = read.subject.select(key, *met, preferred[0].alias("priority"))
    return nw.to_native(found.with_columns(outcome=_outcome([rule.name for rule in rules])))


def _outcome(names: list[str]) -> nw.Expr:
    """All met, in the logic of three values: one failure decides, then an open question."""
    met: nw.Expr = reduce(and_, (nw.col(name) for name in names))
    settled = nw.when(met).then(nw.lit(Outcome.ELIGIBLE.value)).otherwise(nw.lit(Outcome.NOT_ELIGIBLE.value))
    return nw.when(met.is_null()).then(nw.lit(Outcome.NEEDS_PERSON.value)).otherwise(settled)
