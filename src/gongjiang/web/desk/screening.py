"""免申即享: the register is scanned for those who are owed something; cases wait for them to agree."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from gongjiang.law.money import Fen
from gongjiang.law.terms import EXITS
from gongjiang.law.words import Words
from gongjiang.office.bulk.owed import Owed, owed
from gongjiang.office.bulk.scanning import Question, answerable
from gongjiang.office.cases.models import Case
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.screening import Found, offer
from gongjiang.office.registry.models import Person
from gongjiang.plans import plans
from gongjiang.plans import scheme as scheme_of
from gongjiang.web.replies import in_words, refused
from gongjiang.web.visitor import actor, allowed, now, today

SHOWN = 100
SIGNS = {
    "shared_account": gettext_lazy("与他人共用账号"),
    "shared_contact": gettext_lazy("与他人共用电话和住址"),
    "perfect_class": gettext_lazy("所在班次全员通过"),
    "impossible_dates": gettext_lazy("日期不合理"),
}


@require_http_methods(["GET", "POST"])
@allowed("screening.offer")
def screening(request: HttpRequest) -> HttpResponse:
    """Who shows a sign of risk is listed and left to the officer: no case is prepared of its own accord."""
    found = scanned()
    if found and isinstance(found[0], Words):
        messages.error(request, in_words(request, found[0]))
    rows = waiting([one for one in found if isinstance(one, Owed)])
    clean = [one for one in rows if not one.flags]
    if request.method == "POST" and _offered(request, clean):
        return redirect("desk:screening")
    people = Person.objects.in_bulk([one.person for one in rows[:SHOWN]], field_name="ref")
    return render(request, "desk/screening.html", {
        "face": "claims", "clean": clean, "total": _total(clean), "flagged": len(rows) - len(clean),
        "rows": [(people[one.person], one, [SIGNS[flag] for flag in one.flags]) for one in rows[:SHOWN]
                 if one.person in people],
    })  # fmt: skip


def scanned() -> list[Owed] | list[Words]:
    plan = plans()[0]
    return owed(Question(plan, answerable(plan), today(), settings_of(plan)))


def waiting(rows: list[Owed]) -> list[Owed]:
    """Without those for whom a case stands already, prepared or claimed."""
    schemes = {one.scheme for one in rows}
    live = Case.objects.filter(scheme__in=schemes).exclude(state__in=EXITS).only("scheme", "answers")
    taken = {(case.scheme, case.answers.get("certificate_number")) for case in live}
    return [one for one in rows if (one.scheme, one.certificate) not in taken]


def _offered(request: HttpRequest, clean: list[Owed]) -> bool:
    if not clean or request.POST.get("count", "").strip() != str(len(clean)):
        messages.error(request, _("请准确填写件数"))
        return False
    made = 0
    try:
        for slug in sorted({one.scheme for one in clean}):
            found = [Found(o.person, o.certificate, o.amount) for o in clean if o.scheme == slug]
            made += offer(scheme_of(slug), found, actor(request), now())
    except Refused as no:
        refused(request, no.said)
        return False
    said = ngettext("已为 %(n)s 人备好办件和告知信", "已为 %(n)s 人备好办件和告知信", made)
    messages.success(request, said % {"n": made})
    return True


def _total(rows: list[Owed]) -> Fen:
    return sum(one.amount for one in rows)
