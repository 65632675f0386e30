"""The acts on a batch, each by its power; and its file, given out as an attachment."""

from collections.abc import Callable

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gongjiang.law.policy import may
from gongjiang.office.clerk import paying, paying_asks
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.ledger.models import Batch, BatchRow, Payable, PayableState
from gongjiang.web.finance.offers import BY_NAME
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now

BIGGEST = 5 * 1024 * 1024


@require_POST
@allowed("money.see")
def act(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One act; to those whom the table of powers does not name, it is not there."""
    if name not in DONE or not may(actor(request), BY_NAME[name].power):
        raise Http404
    held = get_object_or_404(Batch, pk=pk)
    try:
        DONE[name](request, held)
        messages.success(request, _("已办理") if name not in WAITS else _("已提交，待另一人复核后生效"))
    except Refused as no:
        refused(request, no.said)
    return redirect("finance:batch", pk)


@require_POST
@allowed("batch.make")
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The first download sends the money; every download leaves a leaf and gives the same bytes."""
    held = get_object_or_404(Batch, pk=pk)
    try:
        data = paying.export(held, actor(request), now())
    except Refused as no:
        refused(request, no.said)
        return redirect("finance:batch", pk)
    ending = "csv" if held.format.startswith("csv") else "txt"
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{held.number}.{ending}"'
    answer["Cache-Control"] = "no-store"
    return answer


def _text(request: HttpRequest, name: str) -> str:
    return str(request.POST.get(name, "")).strip()[:300]


def _gather(request: HttpRequest, held: Batch) -> None:
    """Those that were ticked, or all that are owed on the line and have an account."""
    of = {"fund": held.fund, "year": held.year, "line": held.line}
    owed = Payable.objects.filter(state=PayableState.OWED, **of).exclude(account=None).order_by("pk")
    if _text(request, "which") != "all":
        owed = owed.filter(ref__in=request.POST.getlist("payable"))
    if not owed:
        raise refuse("请勾选应付款", "Tick what is to be gathered")
    paying.gather(held, owed, actor(request), now())


def _drop(request: HttpRequest, held: Batch) -> None:
    row = get_object_or_404(BatchRow, batch=held, reference=_text(request, "row"))
    paying.drop(row, actor(request), now())


def _lock(request: HttpRequest, held: Batch) -> None:
    paying.lock(held, actor(request), now())


def _freeze(request: HttpRequest, held: Batch) -> None:
    paying.freeze(held, _text(request, "format"), actor(request), now())


def _check(request: HttpRequest, held: Batch) -> None:
    paying.check(held, _text(request, "sha256"), actor(request), now())


def _approve(request: HttpRequest, held: Batch) -> None:
    paying.approve(held, _text(request, "sha256"), _text(request, "capital"), actor(request), now())


def _reply(request: HttpRequest, held: Batch) -> None:
    given = request.FILES.get("file")
    if not isinstance(given, UploadedFile) or not given.size:
        raise refuse("请选择回盘文件", "Choose the bank's reply")
    if given.size > BIGGEST:
        raise refuse("回盘文件超过 5 MB", "The reply is larger than 5 MB")
    paying_asks.ask_reply(held, given.read(), actor(request), now())


def _close(request: HttpRequest, held: Batch) -> None:
    paying.close(held, actor(request), now())


def _withdraw(request: HttpRequest, held: Batch) -> None:
    paying_asks.ask_withdraw(held, _text(request, "reason"), actor(request), now())


WAITS = ("reply", "withdraw")
DONE: dict[str, Callable[[HttpRequest, Batch], None]] = {
    "gather": _gather,
    "drop": _drop,
    "lock": _lock,
    "freeze": _freeze,
    "check": _check,
    "approve": _approve,
    "reply": _reply,
    "close": _close,
    "withdraw": _withdraw,
}
