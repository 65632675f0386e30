"""单位配套: which employers owe what by when, the rate they keep, and the receipts that show it."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.capital import capital
from gongjiang.law.policy import may
from gongjiang.law.words import Problem
from gongjiang.office.clerk import matching_asks
from gongjiang.office.ledger.matches import rate, standing
from gongjiang.office.ledger.matching import Slip
from gongjiang.office.ledger.models import MatchDue, MatchEvidence, MatchState, PendingAct
from gongjiang.web.finance.fields import DAY, Spoken, YuanField, done_by, sent
from gongjiang.web.finance.words import WORDS, clause_words
from gongjiang.web.replies import in_words
from gongjiang.web.uploads import Inert, attachment, inert, keep
from gongjiang.web.visitor import actor, allowed, now, today

PAGE = 50


class EvidenceForm(Spoken):
    """A bank receipt as it reads, with the file that shows it."""

    payer = forms.CharField(label=gettext_lazy("付款户名"), max_length=120)
    payee = forms.CharField(label=gettext_lazy("收款户名"), max_length=60)
    amount = YuanField(label=gettext_lazy("付款金额（元）"), max_length=20)
    paid_on = forms.DateField(label=gettext_lazy("付款日期"), widget=DAY)
    serial = forms.CharField(label=gettext_lazy("银行流水号"), max_length=60)
    file = forms.FileField(label=gettext_lazy("银行回单（PDF、PNG 或 JPEG）"))

    def clean_file(self) -> Any:
        held = inert(self.cleaned_data["file"])
        if isinstance(held, Problem):
            raise forms.ValidationError(in_words(self.request, held.said))
        return held

    def slip(self) -> Slip:
        told = dict(self.cleaned_data)
        file: Inert = told.pop("file")
        stored, sha256 = keep(file.body)
        return Slip(
            **told, sha256=sha256, stored=stored, name=file.name, media_type=file.media_type, sent=file.sent
        )


class ExemptForm(Spoken):
    basis = forms.CharField(
        label=gettext_lazy("豁免依据"), max_length=300, widget=forms.Textarea({"rows": 2})
    )
    document = forms.CharField(label=gettext_lazy("文号"), max_length=80)


FORMS: dict[str, type[Spoken]] = {"evidence": EvidenceForm, "exempt": ExemptForm}


@require_GET
@allowed("money.see")
def index(request: HttpRequest) -> HttpResponse:
    """Those that are late first. The rate is of all, whatever the filter shows."""
    day, asked = today(), request.GET.get("state", "")
    found = standing(day).select_related("person", "employer", "case").order_by("due_on", "pk")
    if asked in list(MatchState):
        found = found.filter(state=asked)
    if text := request.GET.get("q", "").strip()[:60]:
        found = found.filter(employer__name__contains=text) | found.filter(person__name__contains=text)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "finance/matches.html", {
        "face": "money", "tab": "matches", "page": page, "rate": rate(day), "asked": request.GET,
        "clauses": clause_words(), **WORDS,
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
@allowed("money.see")
def one(request: HttpRequest, ref: str) -> HttpResponse:
    people = ("person", "employer", "case", "exemption__maker", "exemption__checker")
    held = get_object_or_404(standing(today()).select_related(*people), ref=ref)
    enters = may(actor(request), "match.enter")
    if request.method == "POST" and not (enters and request.POST.get("act") in FORMS):
        raise Http404
    given = asked_of(request, held) if request.method == "POST" else {}
    if given is None:
        return sent(request)
    start = {"payer": held.employer.name, "payee": held.person.name}
    return render(request, "finance/match.html", {
        "face": "money", "tab": "matches", "held": held, "capital": capital(held.amount),
        "enters": enters and held.state not in (MatchState.MET, MatchState.EXEMPT),
        "forms": {name: given.get(name, kind(request, initial=start)) for name, kind in FORMS.items()},
        "evidence": held.evidence.select_related("maker", "checker", "pending").order_by("pk"),
        "waiting": PendingAct.objects.filter(due=held, state="waiting").select_related("maker"),
        "clauses": clause_words(), **WORDS,
    })  # fmt: skip


def asked_of(request: HttpRequest, held: MatchDue) -> dict[str, Spoken] | None:
    """The form that was sent, with what is wrong with it; None when it waits for its checker."""
    name, me, moment = request.POST["act"], actor(request), now()
    form = FORMS[name](request, request.POST, request.FILES)

    def act(told: dict[str, Any]) -> None:
        if isinstance(form, EvidenceForm):
            matching_asks.ask_evidence(held, form.slip(), me, moment)
        else:
            matching_asks.ask_exemption(held, told["basis"], told["document"], me, moment)

    return None if done_by(form, act) else {name: form}


@require_GET
@allowed("money.see")  # type: ignore[arg-type]
def receipt(request: HttpRequest, ref: str) -> HttpResponseBase:
    held = get_object_or_404(MatchEvidence, ref=ref)
    if not held.stored:
        raise Http404
    return attachment(held.stored, held.name, held.media_type)
