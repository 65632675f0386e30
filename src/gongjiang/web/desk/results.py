"""A contest result at the desk: how it stands, what it fed, its annulment, and the direct route."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gongjiang.law.policy import may
from gongjiang.office.clerk import annulling
from gongjiang.office.clerk.feeding import direct_schemes, holders, open_direct
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import Competitor, Result, ResultRuling
from gongjiang.office.registry.standing_results import PATH
from gongjiang.web.desk.contest_forms import RulingForm
from gongjiang.web.desk.contests import TERMS
from gongjiang.web.replies import in_words, refused
from gongjiang.web.visitor import actor, allowed, now, today

ACTS = {"annul": "result.annul", "reinstate": "result.annul", "grant": "result.decide",
        "decline": "result.decide", "direct": "register.keep"}  # fmt: skip


def _held(ref: str) -> Result:
    rows = Result.objects.select_related(
        "entry__trade__edition__contest", "entry__body", "filed_by", "verified_by", "published_by"
    )
    return get_object_or_404(rows, ref=ref)


@require_GET
@allowed("round.see")
def result(request: HttpRequest, ref: str) -> HttpResponse:
    return _page(request, _held(ref), RulingForm())


def _page(request: HttpRequest, held: Result, form: RulingForm) -> HttpResponse:
    rows = list(held.entry.competitors.select_related("person", "employer", *PATH).order_by("pk"))
    rulings = list(held.rulings.select_related("prepared_by", "decided_by").order_by("-pk"))
    me = actor(request)
    return render(request, "desk/result.html", {
        "face": "contests", "result": held, "entry": held.entry, "edition": held.entry.trade.edition,
        "holders": holders(rows, today()), "rulings": rulings, "form": form,
        "waiting": next((one for one in rulings if one.decided_by_id is None), None),
        "may_annul": may(me, "result.annul"), "may_decide": may(me, "result.decide"),
        "may_open": may(me, "register.keep") and held.stage == "published", **TERMS,
    })  # fmt: skip


@require_POST
@allowed("round.see")
def act(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    held = _held(ref)
    if name not in ACTS or not may(actor(request), ACTS[name]):
        raise Http404
    if name in ResultRuling.Kind.values:
        return _prepare(request, held, name)
    try:
        if name == "direct":
            return _direct(request, held)
        ruling = get_object_or_404(ResultRuling, result=held, decided_by=None)
        annulling.decide(ruling, name == "grant", actor(request), now())
        messages.success(request, _("已审定"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:result", ref)


def _prepare(request: HttpRequest, held: Result, kind: str) -> HttpResponse:
    form = RulingForm(request.POST)
    if form.is_valid():
        try:
            annulling.prepare(held, kind, **form.cleaned_data, actor=actor(request), now=now())
            messages.success(request, _("已提交，待另一人审定"))
            return redirect("desk:result", held.ref)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    return _page(request, held, form)


def _direct(request: HttpRequest, held: Result) -> HttpResponse:
    """开办直接评定: one click for one holder and one scheme."""
    rows = Competitor.objects.filter(entry=held.entry).select_related("person__employer", *PATH)
    row = get_object_or_404(rows, person__ref=request.POST.get("person", "")[:22].replace("\0", ""))
    scheme = next((s for s in direct_schemes() if s.slug == request.POST.get("scheme")), None)
    if scheme is None:
        raise Http404
    case = open_direct(row, scheme, actor(request), now())
    messages.success(request, _("已开办"))
    return redirect("desk:case", case.ref)
