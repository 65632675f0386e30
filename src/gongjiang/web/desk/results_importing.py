"""Importing a sheet of results into an edition: every row's faults are shown first; the good rows go in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gongjiang.office.clerk.kept_sheets import keep_sheet, kept_sheet
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.results_importing import check, known_editions, take_in
from gongjiang.office.registry.models import Edition
from gongjiang.office.registry.sheets.contest_columns import COLUMNS
from gongjiang.office.registry.sheets.contests import CheckedResults
from gongjiang.office.registry.sheets.reading import BIGGEST, Sheet
from gongjiang.office.registry.sheets.returning import with_errors
from gongjiang.web.desk.contests import TERMS
from gongjiang.web.desk.importing import XLSX
from gongjiang.web.replies import in_words, refused
from gongjiang.web.visitor import actor, allowed, now, today

KEPT = "results_sheet"
TOLD = 20


def _edition(ref: str) -> Edition:
    return get_object_or_404(Edition.objects.select_related("contest"), ref=ref)


@require_http_methods(["GET", "POST"])
@allowed("register.keep")
def upload(request: HttpRequest, ref: str) -> HttpResponse:
    held, file = _edition(ref), request.FILES.get("file")
    if request.method == "POST":
        if file is None or isinstance(file, list) or not file.size or file.size > BIGGEST:
            messages.error(request, _("请选择 xlsx 或 csv 文件，至多 20 MB"))
        else:
            request.session[KEPT] = keep_sheet(file.read())[0]
            return redirect("desk:results_check", ref)
    shown = {"face": "contests", "edition": held, "columns": COLUMNS}
    return render(request, "desk/results_import.html", shown)


@require_GET
@allowed("register.keep")
def checked(request: HttpRequest, ref: str) -> HttpResponse:
    held = _edition(ref)
    try:
        sheet, found = _checked(request, held)
    except Refused as no:
        refused(request, no.said)
        return redirect("desk:results_import", ref)
    shown = {"face": "contests", "edition": held, "found": found, "sheet": sheet, **TERMS}
    return render(request, "desk/results_check.html", shown)


@require_POST
@allowed("register.keep")
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    held = _edition(ref)
    try:
        _sheet, found = _checked(request, held)
        done = take_in(found.good, actor(request), now())
    except Refused as no:
        refused(request, no.said)
        return redirect("desk:results_import", ref)
    counted = {"filed": done.filed, "unchanged": done.unchanged}
    messages.success(request, _("已登记 %(filed)s 项，未变 %(unchanged)s 项") % counted)
    for row, said in done.refused[:TOLD]:
        told = {"row": row, "said": in_words(request, said)}
        messages.warning(request, _("第 %(row)s 行：%(said)s") % told)
    return redirect("desk:edition", ref)


@require_GET
@allowed("register.keep")
def errors(request: HttpRequest, ref: str) -> HttpResponse:
    try:
        sheet, found = _checked(request, _edition(ref))
    except Refused as no:
        refused(request, no.said)
        return redirect("desk:results_import", ref)
    answer = HttpResponse(with_errors(sheet, found), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="errors.xlsx"'
    return answer


def _checked(request: HttpRequest, held: Edition) -> tuple[Sheet, CheckedResults]:
    """The sheet that this session sent, read against the register."""
    data = kept_sheet(str(request.session.get(KEPT, "")))
    if data is None:
        raise Http404
    return check(data, known_editions(held), today())
