"""What one department answered about one case: entered with its note, and whom it reaches."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gongjiang.office.cases.models import Veto
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.clerk.vetoes import answer_vetoes
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now


@require_POST
@allowed("veto.answer")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    mine = Veto.objects.filter(case__in=visible_to(actor(request)).values("pk"))
    held = get_object_or_404(mine.select_related("case__round"), pk=pk)
    said, note = request.POST.get("answer", ""), request.POST.get("note", "").strip()[:300]
    try:
        if said not in Veto.Answer.values:
            raise refuse("请选择答复", "Choose the answer")
        answer_vetoes([held], said, note, actor(request), now())
        messages.success(request, _("已登记"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:case", held.case.ref)
