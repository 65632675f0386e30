"""The logs of a case: rows with what they tell, a form for one more, a sheet for many."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from gongjiang.law.identity import identity
from gongjiang.law.log import Log
from gongjiang.law.words import Problem, Words
from gongjiang.office.cases.models import Case, LogRow
from gongjiang.office.clerk.gathering import (
    add_rows,
    confirm_row,
    log_of,
    may_see,
    strike_row,
)
from gongjiang.office.clerk.people import Named
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.sheets.log_rows import columns, rows
from gongjiang.office.registry.sheets.reading import BIGGEST, read_sheet
from gongjiang.web.case_logs import logs_of
from gongjiang.web.desk.cases import seen
from gongjiang.web.fact_fields import field_of, plain
from gongjiang.web.replies import in_words, refused, said
from gongjiang.web.visitor import actor, now, today

TOLD = 20


class PersonForm(forms.Form):
    person_name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    person_id_number = forms.CharField(label=gettext_lazy("身份证号"), max_length=40)

    def clean_person_id_number(self) -> str:
        found = identity(self.cleaned_data["person_id_number"], today())
        if isinstance(found, Problem):
            raise forms.ValidationError(said(found.said))
        return found.number


def form_of(log: Log) -> type[forms.Form]:
    fields = {name: field_of(fact) for name, fact in log.fields.items()}
    return type("RowForm", (PersonForm,) if log.names_person else (forms.Form,), fields)


def kept(request: HttpRequest, ref: str, name: str) -> tuple[Case, Log]:
    case = seen(request, ref)
    log = log_of(case, name)
    if log is None or not may_see(case, log, actor(request)):
        raise Http404
    return case, log


@require_http_methods(["GET", "POST"])
@login_required
def log(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    case, kept_log = kept(request, ref, name)
    form = form_of(kept_log)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = plain(form.cleaned_data)
        person = named(told.pop("person_name", ""), told.pop("person_id_number", ""))
        try:
            add_rows(case, kept_log, [(told, person)], actor(request), now())
            messages.success(request, _("已登记"))
            return redirect("desk:log", ref, name)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    found = next(held for held in logs_of(case, actor(request)) if held.log is kept_log)
    heads = [said(words) for words in heads_of(kept_log)]
    return render(
        request,
        "desk/log.html",
        {"face": "cases", "case": case, "found": found, "form": form, "heads": heads},
    )


def heads_of(log: Log) -> list[Words]:
    """What the columns of a sheet are headed with."""
    person = [Words("姓名", "name"), Words("身份证号", "identity number")] if log.names_person else []
    return [*person, *(fact.said for fact in log.fields.values())]


def named(name: str, number: str) -> Named | None:
    return Named(name, number) if number else None


@require_POST
@login_required
def sheet(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """Many rows at once: all are taken, or none and every fault is told."""
    case, kept_log = kept(request, ref, name)
    file = request.FILES.get("file")
    if file is None or isinstance(file, list) or not file.size or file.size > BIGGEST:
        messages.error(request, _("请选择 xlsx 或 csv 文件，至多 20 MB"))
        return redirect("desk:log", ref, name)
    found = read_sheet(file.read(), columns(kept_log))
    if isinstance(found, Problem):
        refused(request, found.said)
        return redirect("desk:log", ref, name)
    told, faults = rows(kept_log, found, today())
    for fault in faults[:TOLD]:
        refused(request, Words(f"第 {fault.row} 行 {fault.column}：{fault.said.zh}",
                               f"Row {fault.row} {fault.column}: {fault.said.en}"))  # fmt: skip
    if not faults:
        take(request, case, kept_log, [(one.told, named(one.name, one.id_number)) for one in told])
    return redirect("desk:log", ref, name)


def take(request: HttpRequest, case: Case, kept_log: Log, told: list[Any]) -> None:
    try:
        many = len(add_rows(case, kept_log, told, actor(request), now()))
        messages.success(request, ngettext("已登记 %(n)s 行", "已登记 %(n)s 行", many) % {"n": many})
    except Refused as no:
        refused(request, no.said)


@require_POST
@login_required
def act(request: HttpRequest, ref: str, row: str, name: str) -> HttpResponse:
    """Confirm a row, or strike it with a reason."""
    case = seen(request, ref)
    held = get_object_or_404(LogRow, ref=row, case=case)
    kept(request, ref, held.log)
    if name not in ("confirm", "strike"):
        raise Http404
    try:
        if name == "confirm":
            confirm_row(held, actor(request), now())
        else:
            strike_row(held, request.POST.get("reason", "")[:300], actor(request), now())
        messages.success(request, _("已办理"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:log", ref, held.log)
