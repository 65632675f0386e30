"""Public notices in stroke order, the objection form, and the records of draws that anyone can replay."""

import json
from importlib.resources import files

from django import forms
from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.office.clerk.objections import LONGEST
from gongjiang.office.clerk.objections import object_to as receive
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.journal.signing import first_head_since
from gongjiang.office.notice.models import Entry, Notice, Objection
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.office.review.models import Draw, Panel
from gongjiang.plans import scheme
from gongjiang.web.limits import told_when, within
from gongjiang.web.measuring import bounded
from gongjiang.web.portal.home import workdays_left
from gongjiang.web.replies import in_words
from gongjiang.web.visitor import now, today

PAGE = 500
LATE = "late"
COLUMNS = ("unit", "occupation", "level", "issued_on", "amount", "honours")


class ObjectionForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("方式"),
        choices=[
            ("person", gettext_lazy("个人实名")),
            ("unit", gettext_lazy("单位盖章")),
            ("anonymous", gettext_lazy("匿名（仅作线索）")),
            ("own", gettext_lazy("本人对结果有意见（复核请求）")),
        ],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=gettext_lazy("异议内容（事实与依据）"), max_length=LONGEST, widget=forms.Textarea
    )
    who = forms.CharField(label=gettext_lazy("姓名（或单位名称）与联系方式"), max_length=200, required=False)


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    page = Paginator(Notice.objects.filter(opens_on__lte=today()), 30).get_page(request.GET.get("page"))
    return render(request, "portal/notices.html", {"face": "notices", "page": page, "today": today()})


@require_GET
def notice(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Notice, ref=ref, opens_on__lte=today())
    running = held.closes_on >= today()
    page = Paginator(held.entries.filter(corrected_into=None), PAGE).get_page(request.GET.get("page"))
    return render(request, "portal/notice.html", {
        "face": "notices", "notice": held, "page": page, "running": running, "today": today(),
        "scheme": scheme(held.scheme), "columns": {name for name in COLUMNS if any_has(page, name)},
        "left": workdays_left(calendar(), held.closes_on) if running else None,
        "head": first_head_since(held.published_at), "contact": held.contact or settings.CONTACT,
    })  # fmt: skip


def any_has(page: Page[Entry], name: str) -> bool:
    """A column that nobody on the page has anything in is not shown."""
    return any(getattr(entry, name) not in ("", None) for entry in page)


@require_http_methods(["GET", "POST"])
def object_to(request: HttpRequest, ref: str, entry: int) -> HttpResponse:
    standing = Entry.objects.filter(superseded=False, notice__opens_on__lte=today()).select_related("notice")
    held = get_object_or_404(standing, case__entries=entry, notice__ref=ref)
    form = ObjectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (made := _received(request, held, form)):
        return redirect("portal:received", made.ref)
    shown = {"face": "notices", "entry": held, "form": form, "today": today()}
    late = form.has_error(NON_FIELD_ERRORS, LATE)
    answer = render(request, "portal/object.html", shown, status=429 if late else 200)
    return told_when(answer) if late else answer


def _received(request: HttpRequest, held: Entry, form: ObjectionForm) -> Objection | None:
    """The objection as it was taken; None with the reason in the form."""
    if not within(request, "objection", settings.HOURLY["objection"]):
        bounded("objection")
        form.add_error(None, ValidationError(_("提交过于频繁，请一小时后再试"), LATE))
        return None
    told = form.cleaned_data
    try:
        return receive(held, told["kind"], told["text"], told["who"], now())
    except Refused as no:
        form.add_error(None, in_words(request, no.said))
        return None


@require_GET
def received(request: HttpRequest, ref: str) -> HttpResponse:
    """A receipt that says how it was taken, and nothing of what it says."""
    return render(
        request,
        "portal/received.html",
        {"face": "notices", "objection": get_object_or_404(Objection, ref=ref)},
    )


@require_GET
def draws(request: HttpRequest) -> HttpResponse:
    held = Draw.objects.exclude(pool_sha256="").select_related("round").order_by("-committed_at", "-pk")[:50]
    return render(request, "portal/draws.html", {"face": "notices", "draws": held, "ready": _published()})


def _published() -> set[int]:
    """Rounds all of whose panels have closed: until then who sits is nobody's business."""
    waiting = set(Panel.objects.exclude(state=Panel.State.CLOSED).values_list("round", flat=True))
    return set(Panel.objects.values_list("round", flat=True)) - waiting


@require_GET
def draw(request: HttpRequest, code: str, attempt: int) -> HttpResponse:
    held = get_object_or_404(Draw, round__code=code, attempt=attempt)
    if not held.bundle or held.round_id not in _published():
        raise Http404
    answer = HttpResponse(
        json.dumps(held.bundle, ensure_ascii=False, indent=1), content_type="application/json"
    )
    answer["Content-Disposition"] = f'attachment; filename="draw-{held.pk}.json"'
    return answer


@require_GET
def script(request: HttpRequest) -> HttpResponse:
    """The replay script, of the standard library alone."""
    text = files("gongjiang.law.standalone").joinpath("replay_draw.py").read_text("utf-8")
    answer = HttpResponse(text, content_type="text/x-python; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="replay_draw.py"'
    return answer
