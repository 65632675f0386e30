"""Importing a sheet: what each row comes to is shown first; the good rows go in,
the bad ones come back marked.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gongjiang.law.policy import may
from gongjiang.office.cases.models import Round
from gongjiang.office.clerk.importing import check, take_in, vocabulary
from gongjiang.office.clerk.kept_sheets import keep_sheet, kept_sheet
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.sheets.nomination_columns import COLUMNS
from gongjiang.office.registry.sheets.reading import BIGGEST
from gongjiang.office.registry.sheets.returning import with_errors
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, now, today

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
@login_required
def upload(request: HttpRequest, ref: str) -> HttpResponse:
    held = round_of(request, ref)
    file = request.FILES.get("file")
    if request.method == "POST":
        if file is None or isinstance(file, list) or not file.size or file.size > BIGGEST:
            messages.error(request, _("请选择 xlsx 或 csv 文件，至多 20 MB"))
        else:
            request.session["sheet"] = keep_sheet(file.read())[0]
            request.session["sheet_map"] = _renamed(request)
            return redirect("desk:import_check", ref)
    return render(request, "desk/import.html", {"face": "rounds", "round": held, "columns": COLUMNS})


@require_GET
@login_required
def checked(request: HttpRequest, ref: str) -> HttpResponse:
    held = round_of(request, ref)
    try:
        sheet, found = check(_kept(request), vocabulary(), today(), request.session.get("sheet_map"))
    except Refused as no:
        refused(request, no.said)
        return redirect("desk:import", ref)
    return render(
        request, "desk/import_check.html", {"face": "rounds", "round": held, "found": found, "sheet": sheet}
    )


@require_POST
@login_required
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    held = round_of(request, ref)
    try:
        _sheet, found = check(_kept(request), vocabulary(), today(), request.session.get("sheet_map"))
        done = take_in(held, found.good, actor(request), now())
    except Refused as no:
        refused(request, no.said)
        return redirect("desk:import", ref)
    messages.success(
        request,
        _("已建档 %(filed)s 件，并入 %(merged)s 件") % {"filed": len(done.filed), "merged": len(done.merged)},
    )
    for row, said in done.refused[:20]:
        messages.warning(
            request,
            _("第 %(row)s 行：%(said)s")
            % {"row": row, "said": said.en if request.LANGUAGE_CODE == "en" else said.zh},
        )
    return redirect(
        "desk:round" if may(actor(request), "round.see") else "desk:cases",
        *([ref] if may(actor(request), "round.see") else []),
    )


@require_GET
@login_required
def errors(request: HttpRequest, ref: str) -> HttpResponse:
    round_of(request, ref)
    try:
        sheet, found = check(_kept(request), vocabulary(), today(), request.session.get("sheet_map"))
    except Refused as no:
        refused(request, no.said)
        return redirect("desk:import", ref)
    answer = HttpResponse(with_errors(sheet, found), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="errors.xlsx"'
    return answer


def round_of(request: HttpRequest, ref: str) -> Round:
    if not may(actor(request), "case.import"):
        raise Http404
    return get_object_or_404(Round, ref=ref)


def _renamed(request: HttpRequest) -> dict[str, str]:
    """The file's own headings for our columns, where people gave them."""
    pairs = [
        (request.POST.get(f"map-{column.key}", "").strip()[:60], column.headings[0]) for column in COLUMNS
    ]
    return {theirs: ours for theirs, ours in pairs if theirs}


def _kept(request: HttpRequest) -> bytes:
    """The sheet that this session sent."""
    data = kept_sheet(str(request.session.get("sheet", "")))
    if data is None:
        raise Http404
    return data
