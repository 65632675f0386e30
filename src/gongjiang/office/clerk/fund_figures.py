"""资金指标: what a line of a fund is measured by, read from the ledger and the cases; nothing is typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from gongjiang.law.duty import Figure
from gongjiang.law.words import Words
from gongjiang.office.clerk.indicators import INDICATORS, ITEMS, PEOPLE, RATE, Scope
from gongjiang.office.ledger.budget import LineSummary, summaries
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import Payable, PayableState
from gongjiang.plans import plans

FEN_OF_YUAN, YUAN = 100, Words("元", "yuan")


@dataclass(frozen=True)
class FundIndicator:
    key: str
    said: Words
    unit: Words
    more_is_better: bool = True

    @property
    def shows_unit(self) -> bool:
        """People and cases are named by the indicator itself."""
        return self.unit in (RATE, YUAN)


ALL = (
    FundIndicator("executed", Words("预算执行率（已付占可用总额）", "budget spent"), RATE),
    FundIndicator("spent", Words("已支付金额", "paid out"), YUAN),
    FundIndicator("people", Words("已付到的人", "people paid"), PEOPLE),
    FundIndicator("unpaid", Words("应付未付笔数", "payables not paid"), ITEMS, more_is_better=False),
    FundIndicator("returned", Words("退回待重付笔数", "payments returned"), ITEMS, more_is_better=False),
    FundIndicator("titled", Words("条款下获评并保有称号的人", "people titled under the clause"), PEOPLE),
    FundIndicator("opened", Words("条款下受理的办件", "cases under the clause"), ITEMS),
    FundIndicator("matched", Words("单位配套到位率", "matches met"), RATE),
)
FUND_INDICATORS: Mapping[str, FundIndicator] = {one.key: one for one in ALL}
OF_CASES = ("titled", "opened", "matched")


def summary_of(line: Line) -> LineSummary | None:
    return next((one for one in summaries(line.year) if one.line == line), None)


def figures(line: Line, day: date) -> dict[str, Figure]:
    """Every figure of a line's year up to the day, in so many queries whatever there is."""
    held = summary_of(line)
    counted = payables(line)
    own = {
        "executed": Figure(held.paid if held else 0, held.whole if held else 0),
        "spent": Figure((held.paid if held else 0) // FEN_OF_YUAN),
        "people": Figure(counted["people"]),
        "unpaid": Figure(counted["unpaid"]),
        "returned": Figure(counted["returned"]),
    }
    scope = of_clause(line, day)
    return own | {key: INDICATORS[key].count(scope) for key in OF_CASES}


def payables(line: Line) -> dict[str, int]:
    paid, returned = Q(state=PayableState.PAID), Q(state=PayableState.RETURNED)
    open_still = Q(state__in=(PayableState.OWED, PayableState.BATCHED))
    found: dict[str, int] = Payable.objects.filter(
        fund=line.fund, year=line.year, line=line.line
    ).aggregate(
        people=Count("person", filter=paid, distinct=True), unpaid=Count("pk", filter=open_still),
        returned=Count("pk", filter=returned),
    )  # fmt: skip
    return found


def of_clause(line: Line, day: date) -> Scope:
    """The programme line is named after the clause it serves."""
    plan = next((plan.slug for plan in plans() if line.line in plan.by_clause), "")
    last = min(day, date(line.year, 12, 31))
    return Scope(plan, line.line, date(line.year, 1, 1), max(last, date(line.year, 1, 1)))
