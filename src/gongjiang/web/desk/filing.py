"""Filing a nominee by hand, and giving the stated facts: a form read off the scheme."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gongjiang.law.policy import may
from gongjiang.law.scheme import Scheme
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Round
from gongjiang.office.clerk.filing import Told, file_nominee
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import NominatingBody
from gongjiang.plans import plan_of
from gongjiang.web.desk.register_forms import PersonFields
from gongjiang.web.fact_fields import field_of
from gongjiang.web.replies import in_words, said
from gongjiang.web.visitor import actor, now


class PersonForm(PersonFields):
    """Who is nominated, by whom, and where they work."""

    body = forms.ChoiceField(label=gettext_lazy("推荐单位"))
    field_order = ("body",)

    def __init__(self, bodies: list[NominatingBody], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(body.code, said(Words(body.name, body.name_en or body.name))) for body in bodies]
        self.fields["body"].choices = named  # type: ignore[attr-defined]


def form_for(scheme: Scheme) -> type[forms.Form]:
    """The scheme's stated facts as a form: the declaration is the form."""
    fields = {name: field_of(fact) for name, fact in scheme.asked.items()}
    return type("FactsForm", (forms.Form,), fields)


@require_http_methods(["GET", "POST"])
@login_required
def file(request: HttpRequest, ref: str) -> HttpResponse:
    held, me = get_object_or_404(Round, ref=ref), actor(request)
    if not may(me, "case.file"):
        raise Http404
    scheme = plan_of(held.scheme)[held.scheme]
    own = [post.body for post in me.posts if post.body is not None]
    bodies = list(NominatingBody.objects.filter(pk__in=own) if own else NominatingBody.objects.all())
    person, facts = PersonForm(bodies, request.POST or None), form_for(scheme)(request.POST or None)
    if request.method == "POST" and all([person.is_valid(), facts.is_valid()]):
        told = {name: value for name, value in facts.cleaned_data.items() if value is not None}
        try:
            case = file_nominee(held, Told(**person.cleaned_data), told, me, now())
            return redirect("desk:case", case.ref)
        except Refused as no:
            person.add_error(None, in_words(request, no.said))
    return render(
        request, "desk/file.html", {"face": "rounds", "round": held, "person": person, "facts": facts}
    )
