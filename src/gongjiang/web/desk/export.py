"""The list as a spreadsheet: what the filter shows, and no more."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case
from gongjiang.plans import scheme
from gongjiang.web.desk.cases import filtered
from gongjiang.web.replies import in_words
from gongjiang.web.sheets import sheet, workbook

MOST = 20_000


@require_GET
@login_required
def export(request: HttpRequest) -> HttpResponse:
    found = filtered(request)[:MOST]
    rows = (row(request, case) for case in found.iterator(2000))
    return sheet("cases.xlsx", workbook(_("办件"), headings(), rows))


def headings() -> list[str]:
    who = [_("办件号"), _("姓名"), _("单位"), _("职业（工种）"), _("推荐单位")]
    return [*who, _("事项"), _("批次"), _("状态"), _("办理时限")]


def row(request: HttpRequest, case: Case) -> list[object]:
    unit, body = case.employer.name if case.employer else "", case.body.name if case.body else ""
    who: list[object] = [case.number, case.person.name, unit, case.occupation, body]
    code, due = case.round.code if case.round else "", case.due_on.isoformat() if case.due_on else ""
    said, state = in_words(request, scheme(case.scheme).said), in_words(request, State(case.state).said)
    return [*who, said, code, state, due]
