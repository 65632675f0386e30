"""What finance and audit take away: spreadsheets of inert cells, accounts by their last digits."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gongjiang.law.words import Words
from gongjiang.office.ledger.budget import summaries
from gongjiang.office.ledger.debts import debts, with_moves
from gongjiang.office.ledger.matches import standing
from gongjiang.office.ledger.models import Account, BatchRow, Payable, Recovery, Transfer
from gongjiang.office.ledger.models.payable import PAID_TO
from gongjiang.web.finance.bars import PARTS
from gongjiang.web.finance.home import chosen
from gongjiang.web.finance.rows import CELLS, Row, Speaker
from gongjiang.web.finance.words import WORDS
from gongjiang.web.replies import in_words
from gongjiang.web.sheets import sheet, workbook
from gongjiang.web.visitor import allowed, today

CHUNK = 2000


@dataclass(frozen=True)
class Export:
    """One spreadsheet: what it is called, its headings, and its rows of a budget year."""

    name: str
    said: Words
    note: Words
    headings: Callable[[Speaker], list[str]]
    rows: Callable[[int, Speaker], Iterable[Row]]


def _summary(year: int, say: Speaker) -> Iterator[Row]:
    for one in summaries(year):
        money = [one.appropriated, one.carried_in, *(getattr(one, name) for name, _said in PARTS)]
        yield [
            say(WORDS["funds"][one.line.fund]),
            one.line.year,
            one.line.line,
            *(fen / 100 for fen in money),
        ]


def _summary_heads(say: Speaker) -> list[str]:
    heads = [_("资金来源"), _("预算年度"), _("项目"), _("下达"), _("上年结转")]
    return [*heads, *(say(said) for _name, said in PARTS)]


def _transfers(year: int, say: Speaker) -> Iterator[Row]:
    of_year = Q(debit__year=year) | Q(credit__year=year)
    parts = ("debit", "credit", "case", "payable", "maker", "checker")
    found = Transfer.objects.filter(of_year).select_related(*parts).order_by("pk")
    return (CELLS["transfers"](one, say) for one in found.iterator(CHUNK))


def _payables(year: int, say: Speaker) -> Iterator[Row]:
    """By state, so that each stands together."""
    found = Payable.objects.filter(year=year).select_related(*PAID_TO).order_by("state", "pk")
    return (CELLS["payables"](one, say) for one in found.iterator(CHUNK))


def _batches(year: int, say: Speaker) -> Iterator[Row]:
    parts = ("batch__maker", "batch__checker", "batch__approver", "payable")
    found = BatchRow.objects.filter(batch__year=year).select_related(*parts).order_by("batch", "seq")
    return (CELLS["batches"](one, say) for one in found.iterator(CHUNK))


def _recoveries(year: int, say: Speaker) -> Iterator[Row]:
    found = with_moves(Recovery.objects.filter(payable__year=year).order_by("pk"))
    return (CELLS["recoveries"](one, say) for one in debts(found, today()))


def _matches(year: int, say: Speaker) -> Iterator[Row]:
    parts = ("person", "employer", "case", "exemption")
    found = standing(today()).filter(decided_on__year=year).select_related(*parts).order_by("due_on", "pk")
    return (CELLS["matches"](one, say) for one in found)


def _heads(name: str) -> Callable[[Speaker], list[str]]:
    return lambda say: [say(said) for said in CELLS[name].headings]


EXPORTS = {
    export.name: export
    for export in (
        Export(
            "summary",
            Words("资金汇总", "Summary"),
            Words("按资金、年度、项目", "by fund, year and line"),
            _summary_heads,
            _summary,
        ),
        Export(
            "transfers",
            Words("全部分录", "Ledger"),
            Words("每一笔转账，含经办与复核", "every transfer, with its two people"),
            _heads("transfers"),
            _transfers,
        ),
        Export(
            "payables",
            Words("应付款", "Payables"),
            Words("按状态排列", "by state"),
            _heads("payables"),
            _payables,
        ),
        Export(
            "batches",
            Words("批次明细", "Batches"),
            Words("账号只列末四位", "accounts by their last four digits"),
            _heads("batches"),
            _batches,
        ),
        Export(
            "recoveries",
            Words("追缴", "Recoveries"),
            Words("已还、逾期与核销", "repaid, overdue and written off"),
            _heads("recoveries"),
            _recoveries,
        ),
        Export(
            "matches",
            Words("单位配套", "Matches"),
            Words("按审定年度", "by the year of the decision"),
            _heads("matches"),
            _matches,
        ),
    )
}


@require_GET
@allowed("money.export")
def index(request: HttpRequest) -> HttpResponse:
    years = list(Account.objects.order_by("-year").values_list("year", flat=True).distinct())
    year = chosen(request.GET.get("year", ""), years)
    moved = Transfer.objects.filter(Q(debit__year=year) | Q(credit__year=year))
    return render(request, "finance/exports.html", {
        "face": "money", "tab": "exports", "years": years, "year": year, "exports": EXPORTS.values(),
        "transfers": moved.count(), "sum": moved.aggregate(sum=Sum("amount"))["sum"] or 0,
    })  # fmt: skip


@require_GET
@allowed("money.export")
def download(request: HttpRequest, name: str, year: int) -> HttpResponse:
    export = EXPORTS.get(name)
    if export is None or not 2000 <= year <= 2100:
        raise Http404

    def say(said: Words) -> str:
        return in_words(request, said)

    body = workbook(say(export.said), export.headings(say), export.rows(year, say))
    return sheet(f"{name}-{year}.xlsx", body)
