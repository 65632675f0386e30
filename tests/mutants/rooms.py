"""What is altered, whose tests are asked, and how much of it has to be noticed (trust.md R51)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Room:
    """Modules beneath `gongjiang`, the tests that guard them, and alterations that change nothing."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    goal: float
    alike: Mapping[str, str] = field(default_factory=dict)
    """By `function`, or `function: what was done`, why it cannot be noticed."""

    def only(self, module: str) -> "Room":
        return replace(self, modules=tuple(one for one in self.modules if one.endswith(f".{module}")))

    def equal(self, verdict: Any) -> bool:
        name = verdict.found.name
        return name in self.alike or f"{name}: {verdict.one.done}" in self.alike


LEDGER = (
    "batches budget carrying_over check closed closing confirming corrections debts folding freezing hands"
    " judging kept lines matches matching owing pending posting recovering replies reply_file reserves"
    " returns rows sampling suspense turn"
)
LENGTH = "a password a few signs longer is as good"
LOADING = "runs once, as its module is loaded: the table it makes is tested"
WIDER = "more is read, and counted alike"


def beneath(folder: str, names: str) -> tuple[str, ...]:
    return tuple(f"{folder}{name}" for name in names.split())


def tests(folder: str, names: str) -> tuple[str, ...]:
    return tuple(f"tests/{folder}/test_{name}.py" for name in names.split())


ROOMS: dict[str, Room] = {
    "permission": Room(
        modules=(
            *beneath("law.", "policy duties standing"),
            *beneath("office.clerk.", "authority staffing appointing nominee_accounts expert_accounts"),
        ),
        tests=(
            *tests("law", "policy duties four_eyes"),
            *tests("clerk", "staffing appointing expert_accounts four_eyes"),
            *tests("web", "keeping"),
        ),
        goal=1.0,
        alike={"_pairs": LOADING, "give_account_to: 12  →  13": LENGTH},
    ),
    "money": Room(
        modules=beneath("office.ledger.", LEDGER),
        tests=(
            *tests("clerk", "ledger_bankfiles ledger_guards ledger_journey ledger_keeping ledger_matching"),
            *tests("clerk", "ledger_reply paying matching revoking"),
            *tests("web", "finance keeping"),
        ),
        goal=1.0,
        alike={
            "times_paid: .filter(person__in={c.person_id for c in cases})  →  .filter()": WIDER,
        },
    ),
    "record": Room(
        modules=(
            *beneath("law.journal.", "checking container leaf note parts tree"),
            *beneath("office.journal.", "models verifying erasing exporting signing"),
        ),
        tests=(
            *tests("reliability", "bundle record tamper"),
            *tests("law", "bundle"),
            *tests("console", "journal"),
            *tests("web", "printed_heads papers"),
        ),
        goal=0.9,
        alike=dict.fromkeys(
            (
                "present: Head.objects.filter(pk=1).first() or Head()  →  Head.objects.filter(pk=1).first()",
                "present: .filter(pk=1)  →  .filter()",
            ),
            "a house has one head, from its first step on",
        ),
    ),
    "draw": Room(
        modules=beneath("law.", "draw stratified substitution pool"),
        tests=(*tests("law", "draw review_vectors"), *tests("clerk", "drawing")),
        goal=0.9,
    ),
    "masking": Room(
        modules=beneath("law.", "identity blanked"),
        tests=(*tests("law", "identity"), *tests("web", "log_lines")),
        goal=0.9,
    ),
    "two hands": Room(
        modules=(
            *beneath("office.clerk.", "proposing disclosing retaining"),
            *beneath("office.ledger.", "hands"),
        ),
        tests=tests("clerk", "four_eyes disclosing retaining rulings revoking ledger_keeping"),
        goal=0.9,
    ),
    "gate": Room(
        modules=(*beneath("law.", "workdays"), *beneath("office.clerk.", "listing correcting objections")),
        tests=(
            *tests("law", "workdays"),
            *tests("clerk", "listing correcting objecting"),
            *tests("web", "gate"),
        ),
        goal=0.9,
    ),
}
