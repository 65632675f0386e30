"""定稿与导出: making an owner's year final, and the scores of a year as a spreadsheet."""

from collections.abc import Iterator

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gongjiang.office.clerk.indicators import INDICATORS
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.target_years import finish_year
from gongjiang.office.duty.models import YearScore
from gongjiang.office.duty.visible import seen_by
from gongjiang.plans import plans
from gongjiang.web.insight.owners import owner_of
from gongjiang.web.replies import in_words, refused
from gongjiang.web.sheets import sheet, workbook
from gongjiang.web.templatetags.house import owner as owner_name
from gongjiang.web.visitor import actor, allowed, now

EARLIEST, LATEST = 2000, 2100


@require_POST
@allowed("target.finish")
def finish(request: HttpRequest, year: int, owner: str) -> HttpResponse:
    whose = owner_of(owner)
    if whose is None or not EARLIEST <= year <= LATEST:
        raise Http404
    try:
        finish_year(plans()[0], whose, year, actor(request), now())
        messages.success(request, _("已定稿"))
    except Refused as no:
        refused(request, no.said)
    return redirect(f"{reverse('insight:targets')}?year={year}")


@require_GET
@allowed("duty.see")
def export(request: HttpRequest, year: int) -> HttpResponse:
    """A row for each target of each final year, from what was frozen; never read anew."""
    if not EARLIEST <= year <= LATEST:
        raise Http404
    heads = [_("责任单位"), _("年度得分"), _("条款"), _("指标"), _("起"), _("止"), _("目标值"), _("权重"),
             _("完成数"), _("分母"), _("取数日期"), _("得分"), _("定稿日期"), _("数据摘要")]  # fmt: skip
    held = seen_by(actor(request), YearScore.objects.filter(year=year)).select_related("body")
    return sheet(f"scores-{year}.xlsx", workbook(_("年度得分"), heads, rows(request, held)))


def rows(request: HttpRequest, held: "QuerySet[YearScore]") -> Iterator[list[object]]:
    for score in held:
        for one in score.snapshot:
            known = INDICATORS.get(one["indicator"])
            said = in_words(request, known.said) if known else one["indicator"]
            yield [owner_name(score), score.total / 100, one["clause"], said, one["from"], one["to"],
                   one["planned"], one["weight"], one["number"], one["of"], one["read_on"], one["score"],
                   score.on.isoformat(), score.sha256]  # fmt: skip
