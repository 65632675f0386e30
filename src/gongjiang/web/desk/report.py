"""How the list came about: as a page, and as Markdown or a spreadsheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from gongjiang.office.cases.models import Round
from gongjiang.office.clerk.report import markdown, rows, told
from gongjiang.web.sheets import sheet, workbook
from gongjiang.web.visitor import allowed


@require_GET
@allowed("round.see")
def report(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Round, ref=ref)
    kind = request.GET.get("format", "")
    if kind == "md":
        answer = HttpResponse(markdown(held), content_type="text/markdown; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{held.code}.md"'
        return answer
    if kind == "xlsx":
        headings, body = rows(held)
        return sheet(f"{held.code}.xlsx", workbook(held.code, headings, body))
    return render(request, "desk/report.html", {"face": "rounds", "round": held, "told": told(held)})
