"""A line's money as one stacked bar: parts in thousandths of all it ever had, drawn as plain SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongjiang.law.money import Fen
from gongjiang.law.words import Words
from gongjiang.office.ledger.budget import LineSummary

WIDTH = 1000
PARTS: tuple[tuple[str, Words], ...] = (
    ("paid", Words("已支付", "Paid")),
    ("in_transit", Words("银行在途", "With the bank")),
    ("payable", Words("应付", "Payable")),
    ("reserved", Words("预留", "Reserved")),
    ("returned", Words("退回", "Returned")),
    ("suspense", Words("待查", "Suspense")),
    ("receivable", Words("应追回", "To recover")),
    ("written_off", Words("已核销", "Written off")),
    ("carried_out", Words("结转下年", "Carried over")),
    ("available", Words("可用", "Available")),
)


@dataclass(frozen=True)
class Part:
    """One stretch of the bar. `x` and `width` in thousandths; `share` in whole per cent."""

    name: str
    said: Words
    amount: Fen
    x: int
    width: int
    share: int


@dataclass(frozen=True)
class Bar:
    """A line with its parts; `cells` holds every part for the table, the bar draws those above zero."""

    summary: LineSummary
    cells: tuple[Part, ...]

    @property
    def drawn(self) -> tuple[Part, ...]:
        return tuple(part for part in self.cells if part.width)


def bar(summary: LineSummary) -> Bar:
    return Bar(summary, parts([getattr(summary, name) for name, _ in PARTS], summary.whole))


def parts(amounts: Sequence[Fen], whole: Fen) -> tuple[Part, ...]:
    """Edges are rounded, not widths, so that the parts always fill the bar and never overlap."""
    found, before = [], 0
    for (name, said), amount in zip(PARTS, amounts, strict=True):
        x, end = (round(WIDTH * edge / whole) if whole else 0 for edge in (before, before + amount))
        share = round(100 * amount / whole) if whole else 0
        found.append(Part(name, said, amount, x, max(end - x, 0), share))
        before += amount
    return tuple(found)


def totals(bars: Sequence[Bar]) -> tuple[Part, ...]:
    """The bottom row: each part over all lines."""
    whole = sum(one.summary.whole for one in bars)
    sums = [sum(getattr(one.summary, name) for one in bars) for name, _ in PARTS]
    return parts(sums, whole)
