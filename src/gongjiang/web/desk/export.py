"""The list as a spreadsheet: what the filter shows, and no more."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.plans import scheme
from gongjiang.web.desk.cases import filtered
from gongjiang.web.replies import in_words
from gongjiang.web.sheets import sheet, workbook

MOST = 20_000


@require_GET
@login_required
def export(request: HttpRequest) -> HttpResponse:
    headings = [
        _("办件号"),
        _("姓名"),
        _("单位"),
        _("职业（工种）"),
        _("推荐单位"),
        _("事项"),
        _("批次"),
        _("状态"),
        _("办理时限"),
    ]
    names: dict[str, Words] = {}

    def row(case: Case) -> list[object]:
        said = names.setdefault(case.scheme, scheme(case.scheme).said)
        return [
            case.number,
            case.person.name,
            case.employer.name if case.employer else "",
            case.person.occupation,
            case.body.name if case.body else "",
            in_words(request, said),
            case.round.code if case.round else "",
            in_words(request, State(case.state).said),
            case.due_on.isoformat() if case.due_on else "",
        ]

    found = filtered(request)[:MOST]
    return sheet("cases.xlsx", workbook(_("办件"), headings, (row(case) for case in found.iterator(2000))))
