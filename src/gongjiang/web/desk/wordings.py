"""信函模板: the text of each occasion, as it stands, as it was, and as it would read."""

from dataclasses import asdict

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.office.clerk import wordings as clerk
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.post.models import Template
from gongjiang.web.desk.letters import TextForm
from gongjiang.web.replies import in_words
from gongjiang.web.visitor import actor, allowed, now


@require_GET
@allowed("letter.word")
def wordings(request: HttpRequest) -> HttpResponse:
    found = clerk.occasions()
    held = clerk.in_force(found)
    rows = [(occasion, held.get(key)) for key, occasion in found.items()]
    return render(request, "desk/wordings.html", {"face": "todo", "rows": rows})


@require_http_methods(["GET", "POST"])
@allowed("letter.word")
def wording(request: HttpRequest, key: str) -> HttpResponse:
    occasion = clerk.occasions().get(key)
    if occasion is None:
        raise Http404
    standing = clerk.in_force([key]).get(key)
    text = clerk.text_of(standing) if standing else occasion.default
    form, preview = TextForm(request.POST or None, initial=asdict(text)), None
    if request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("act") != "preview":
                clerk.write_template(occasion, form.text, actor(request), now())
                messages.success(request, _("已启用，以后写成的信函用此文字"))
                return redirect("desk:wording", key)
            preview = clerk.filled(clerk.checked(form.text), clerk.MADE_UP)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    return render(request, "desk/wording.html", {
        "face": "todo", "occasion": occasion, "form": form, "preview": preview, "standing": standing,
        "places": clerk.PLACES.items(),
        "versions": Template.objects.filter(occasion=key).select_related("by").order_by("-version"),
    })  # fmt: skip
