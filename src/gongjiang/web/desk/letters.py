"""The outbox: letters are read by a person before they go."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gongjiang.office.clerk.letters import send_letters
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.post.models import Letter
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now


@require_http_methods(["GET", "POST"])
@allowed("letter.send")
def letters(request: HttpRequest) -> HttpResponse:
    held = Letter.objects.filter(state=Letter.State.WAITING).select_related("person", "case__round")
    if ref := request.GET.get("round"):
        held = held.filter(case__round__ref=ref)
    if request.method == "POST":
        try:
            sent = send_letters(
                request.POST.getlist("letter"), request.POST.get("act") == "hold", actor(request), now()
            )
            messages.success(request, _("已处理 %(n)s 封") % {"n": sent})
        except Refused as no:
            refused(request, no.said)
        return redirect(request.get_full_path())
    return render(
        request,
        "desk/letters.html",
        {"face": "rounds", "page": Paginator(held, 50).get_page(request.GET.get("page"))},
    )
