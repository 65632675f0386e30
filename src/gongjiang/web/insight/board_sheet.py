"""The board as a sheet: a row for each clause and scheme, the figures of the day."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gongjiang.law.money import shown
from gongjiang.office.ledger.budget import summaries
from gongjiang.plans import plans
from gongjiang.web.insight.board import Card, columns, counted
from gongjiang.web.replies import in_words
from gongjiang.web.sheets import sheet, workbook
from gongjiang.web.visitor import actor, allowed


@require_GET
@allowed("insight.see")
def export(request: HttpRequest) -> HttpResponse:
    works, lines, me = counted(), summaries(), actor(request)
    cards = [card for plan in plans() for column in columns(plan, works, lines, me) for card in column.cards]
    rows = [row for card in cards for row in rows_of(request, card)]
    return sheet("board.xlsx", workbook(_("计划总览"), headings(), rows))


def headings() -> list[str]:
    figures = [_("办件"), _("超期"), _("获评"), _("预算"), _("已支付"), _("应付未付")]
    return [_("条款"), _("名称"), _("事项"), *figures]


def rows_of(request: HttpRequest, card: Card) -> list[list[object]]:
    """The clause with its money first, then what stands behind it."""
    own: list[object] = [card.clause.id, in_words(request, card.clause.said), "", "", "", ""]
    money: list[object] = [shown(card.appropriated), shown(card.paid), shown(card.owed)]
    schemes: list[list[object]] = [
        [card.clause.id, "", in_words(request, work.scheme.said), work.cases, work.late, work.titled]
        for work in card.works
    ]
    others: list[list[object]] = [
        [card.clause.id, "", in_words(request, one.said), one.number] for one in card.behind
    ]
    return [own + money, *schemes, *others]
