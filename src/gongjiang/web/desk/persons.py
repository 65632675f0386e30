"""A person's page: trainee to craftsman in one line, and what comes next; for themself and the office."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from gongjiang.law.policy import SIGHT, Scope
from gongjiang.office.registry.models import Person
from gongjiang.web.life import life, what_next
from gongjiang.web.visitor import actor, today


@require_GET
@login_required
def person(request: HttpRequest, ref: str) -> HttpResponse:
    held, me = get_object_or_404(Person.objects.select_related("employer"), ref=ref), actor(request)
    office = any(SIGHT.get(role) is Scope.ALL for role in me.roles)
    if not office and me.person != held.pk:
        raise Http404
    shown = {"face": "cases", "person": held, "life": life(held, me), "next": what_next(held, today())}
    return render(request, "desk/person.html", shown)
