"""The roster of craftsmen: those who hold the title, by round; a page each for those who have one."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from gongjiang.law.strokes import stroke_key
from gongjiang.office.honours.models import Honour
from gongjiang.office.stories.models import public_on
from gongjiang.plans import plans
from gongjiang.web.visitor import today


def highest() -> str:
    """The plan's highest title: the roster is of those."""
    return max(plans()[0].registers.titles.values(), key=lambda title: title.rank).slug


@require_GET
def roster(request: HttpRequest) -> HttpResponse:
    held = Honour.objects.filter(title=highest(), revoked_on=None).select_related(
        "person__employer", "case__round", "certificate"
    )
    people = sorted(held, key=lambda honour: (-honour.conferred_on.year, stroke_key(honour.person.name)))
    return render(
        request,
        "portal/roster.html",
        {
            "face": "roster",
            "page": Paginator(people, 60).get_page(request.GET.get("page")),
            "told": set(public_on(today()).values_list("person", flat=True)),
        },
    )


@require_GET
def craftsman(request: HttpRequest, ref: str) -> HttpResponse:
    honour = get_object_or_404(
        Honour.objects.select_related("person__employer", "case__round", "certificate"),
        person__ref=ref,
        title=highest(),
    )
    if honour.revoked_on:
        raise Http404
    honours = honour.person.held_honours.select_related("entry").order_by("given_on", "pk")
    stories = public_on(today()).filter(case=honour.case)
    return render(request, "portal/craftsman.html", {
        "face": "roster", "honour": honour, "honours": honours, "stories": stories,
    })  # fmt: skip
