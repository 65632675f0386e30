"""The record for auditors: its head, its last leaves, and the whole of it verified on request."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gongjiang.office.journal.models import Head, Leaf
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.ledger import check
from gongjiang.office.registry.models import ConsoleAct
from gongjiang.web.visitor import allowed

LAST = 50


@require_http_methods(["GET", "POST"])
@allowed("journal.verify")
def audit(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        verify(request)
        return redirect("insight:audit")
    return render(request, "insight/audit.html", {
        "face": "insight", "head": Head.objects.filter(pk=1).first() or Head(),
        "console": ConsoleAct.objects.filter(known_by=None).count(),
        "leaves": Leaf.objects.order_by("-seq").only("seq", "kind", "ref", "at", "leaf_hash")[:LAST],
    })  # fmt: skip


def verify(request: HttpRequest) -> None:
    """Both at once: the chain of the record, and the books against it."""
    broken = first_fault()
    if broken is None:
        messages.success(request, _("记录完整：每一条都与链值相符"))
    else:
        messages.error(request, _("记录有误：第 %(seq)s 条与链值不符") % {"seq": broken})
    debits, credits = check.trial()
    faults = len(check.differences()) + check.unrecorded() + check.guards_missing()
    if faults or debits != credits:
        messages.error(request, _("账目有误：%(number)s 处不符") % {"number": faults})
    else:
        messages.success(request, _("账目相符：借贷相等，分文不差"))
