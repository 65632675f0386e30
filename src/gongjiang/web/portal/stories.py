"""工匠故事: what those who hold the title agreed to have told of them."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from gongjiang.law.stories import Medium
from gongjiang.office.stories.models import Story, public_on
from gongjiang.web.portal.roster import highest
from gongjiang.web.visitor import today

PAGE = 30
MEDIA = {medium.value: medium for medium in Medium}


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    found = public_on(today()).select_related("person", "case__honour")
    return render(request, "portal/stories.html", {
        "face": "stories", "page": Paginator(found, PAGE).get_page(request.GET.get("page")), "media": MEDIA,
    })  # fmt: skip


@require_GET
def story(request: HttpRequest, ref: str) -> HttpResponse:
    """One story; where it was taken down because a title fell or consent did, a note and nothing of it."""
    held = public_on(today()).select_related("person", "case__honour").filter(ref=ref).first()
    if held is not None:
        on_roster = held.case.honour.title == highest()
        return render(request, "portal/story.html", {
            "face": "stories", "held": held, "medium": MEDIA[held.medium], "on_roster": on_roster,
        })  # fmt: skip
    get_object_or_404(Story, ref=ref, published_on__isnull=False, down_on__isnull=False)
    answer = render(request, "portal/story_down.html", {"face": "stories"})
    answer.status_code = 410
    return answer
