"""Drawing a panel by strata with recusals, an organisation cap and ordered alternates."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from gongjiang.law.draw import code_bytes, ordered, tickets
from gongjiang.law.pool import Pool, fault_in
from gongjiang.law.words import Problem, problem

RECUSED = "recused"
CAPPED = "org_cap"
USED = "used"


@dataclass(frozen=True, slots=True)
class Draw:
    """What was drawn: stratum -> labels in order, every ticket, and who was passed over and why.

    `short_of_alternates` names the strata that could not give as many alternates as were announced;
    `departed` are those who have left since, who may not come back by a later code.
    """

    panel: Mapping[str, tuple[str, ...]]
    alternates: Mapping[str, tuple[str, ...]]
    skipped: tuple[tuple[str, str], ...]
    tickets: Mapping[str, Mapping[str, str]]
    short_of_alternates: tuple[str, ...]
    departed: tuple[str, ...] = ()


@dataclass(slots=True)
class Walk:
    """One walk down the tickets of all strata; the organisation cap counts panel seats across strata."""

    pool: Pool
    barred: Mapping[str, str]
    orgs: Counter[str] = field(default_factory=Counter)
    skipped: list[tuple[str, str]] = field(default_factory=list)

    def take(self, order: tuple[str, ...], seats: int) -> tuple[list[str], list[str]]:
        """Panel and alternates of one stratum, by ticket."""
        panel: list[str] = []
        spare: list[str] = []
        for label in order:
            if len(panel) == seats and len(spare) == self.pool.alternates:
                break
            reason = self.reason(label)
            if reason:
                self.skipped.append((label, reason))
            elif len(panel) < seats:
                panel.append(label)
                self.orgs[self.pool.experts[label].org] += 1
            else:
                spare.append(label)
        return panel, spare

    def reason(self, label: str) -> str | None:
        """Why a label is passed over, if it is."""
        full = self.pool.org_cap is not None and self.orgs[self.pool.experts[label].org] >= self.pool.org_cap
        return self.barred.get(label) or (CAPPED if full else None)


def stratified(pool: Pool, randomness: str, one_time_code: str) -> Draw | Problem:
    """Draw the panel of every stratum, strata in code-point order (review method, section 2.3).

    A stratum that cannot fill its seats is a problem to be escalated; nobody is moved from another family.
    """
    fault = fault_in(pool) or (None if code_bytes(one_time_code) else malformed_code())
    if fault:
        return fault
    walk = Walk(pool, dict.fromkeys(pool.recused, RECUSED))
    panel, spare, drawn = {}, {}, {}
    for stratum in sorted(pool.seats):
        drawn[stratum] = stratum_tickets(pool, stratum, randomness, one_time_code)
        chosen, others = walk.take(ordered(drawn[stratum]), pool.seats[stratum])
        if len(chosen) < pool.seats[stratum]:
            return short(stratum, len(chosen), pool.seats[stratum])
        panel[stratum], spare[stratum] = tuple(chosen), tuple(others)
    wanting = tuple(stratum for stratum in spare if len(spare[stratum]) < pool.alternates)
    return Draw(panel, spare, tuple(walk.skipped), drawn, wanting)


def stratum_tickets(pool: Pool, stratum: str, randomness: str, code: str) -> dict[str, str]:
    """The tickets of one stratum; the text hashed is context, stratum, bar, label."""
    labels = [label for label, expert in pool.experts.items() if expert.stratum == stratum]
    return tickets(randomness, code, labels, f"{pool.context}{stratum}|")


def malformed_code() -> Problem:
    """The one-time code is not 32 bytes of lower-case hex."""
    return problem("一次性码应为 64 位小写十六进制", "the one-time code must be 64 lower-case hex digits")


def short(stratum: str, found: int, wanted: int) -> Problem:
    """A stratum that cannot fill its seats."""
    return problem(
        f"专业组“{stratum}”需要 {wanted} 人，回避和单位上限之后只有 {found} 人",
        f"stratum {stratum} needs {wanted} and has {found} after recusals and the organisation cap",
    )
