"""Rounds: the list, a new one, its board, and the acts that are done on it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gongjiang.law.words import Words
from gongjiang.office.cases.models import Round, Veto
from gongjiang.office.clerk import drawing, listing, marking, rounds, vetoes
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import NominatingBody
from gongjiang.office.review.models import Draw, Panel
from gongjiang.plans import plan_of, plans
from gongjiang.web.desk.board import board
from gongjiang.web.replies import in_words, refused
from gongjiang.web.visitor import actor, allowed, now, today


class RoundForm(forms.Form):
    """What a round announces. The weights, panel and vetoes come from the scheme."""

    scheme = forms.ChoiceField(label=gettext_lazy("事项"))
    code = forms.CharField(label=gettext_lazy("批次号"), max_length=20)
    title = forms.CharField(label=gettext_lazy("名称"), max_length=80)
    title_en = forms.CharField(label=gettext_lazy("英文名称"), max_length=120)
    opens = forms.DateField(
        label=gettext_lazy("开始受理"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    closes = forms.DateField(
        label=gettext_lazy("推荐截止"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    places = forms.IntegerField(label=gettext_lazy("名额（约）"), min_value=1, max_value=500)
    fill = forms.ChoiceField(
        label=gettext_lazy("补位规则"),
        choices=[("walk", gettext_lazy("按名次依次，名额可空")), ("lookahead", gettext_lazy("前瞻补满"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = [scheme for plan in plans() for scheme in plan.schemes if scheme.in_rounds]
        self.fields["scheme"].choices = [(s.slug, in_language(s.said)) for s in held]  # type: ignore[attr-defined]


def in_language(said: Words) -> str:
    from django.utils.translation import get_language  # noqa: PLC0415

    return said.en if get_language() == "en" else said.zh


@require_GET
@allowed("round.see")
def index(request: HttpRequest) -> HttpResponse:
    page = Paginator(Round.objects.all(), 30).get_page(request.GET.get("page"))
    return render(request, "desk/rounds.html", {"face": "rounds", "page": page, "today": today()})


@require_http_methods(["GET", "POST"])
@allowed("round.open")
def new(request: HttpRequest) -> HttpResponse:
    form = RoundForm(request.POST or None, initial={"places": 20, "opens": today()})
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        terms = replace(plan_of(asked["scheme"])[asked["scheme"]].round_terms, fill=asked["fill"])
        try:
            opened = rounds.open_round(
                asked["scheme"],
                asked["code"],
                Words(asked["title"], asked["title_en"]),
                asked["opens"],
                asked["closes"],
                asked["places"],
                terms,
                actor(request),
                now(),
            )
            return redirect("desk:round", opened.ref)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    return render(request, "desk/round_new.html", {"face": "rounds", "form": form})


@require_GET
@allowed("round.see")
def round(request: HttpRequest, ref: str) -> HttpResponse:
    return _board(request, get_object_or_404(Round, ref=ref), 200)


def _board(request: HttpRequest, held: Round, status: int) -> HttpResponse:
    bodies = NominatingBody.objects.exclude(quotas__round=held)
    return render(
        request,
        "desk/round.html",
        {"face": "rounds", "round": held, "bodies": bodies, "today": today(), **board(held, actor(request))},
        status=status,
    )


@require_POST
@allowed("round.see")
def act(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """One act on the round as a whole; the clerk tests the right to it."""
    held = get_object_or_404(Round, ref=ref)
    if name not in ACTS:
        raise Http404
    try:
        ACTS[name](request, held)
    except Refused as no:
        refused(request, no.said)
        return _board(request, held, 409)
    messages.success(request, _("已办理"))
    return redirect("desk:round", ref)


def _text(request: HttpRequest, name: str) -> str:
    return str(request.POST.get(name, "")).strip()[:300]


def _number(request: HttpRequest, name: str) -> int:
    text = _text(request, name)
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        raise Refused(Words("请填写数字", "Give a number"))
    return int(text)


def _quota(request: HttpRequest, held: Round) -> None:
    body = get_object_or_404(NominatingBody, code=_text(request, "body"))
    rounds.set_quota(held, body, _number(request, "places"), actor(request), now())


def _ask_vetoes(request: HttpRequest, held: Round) -> None:
    vetoes.ask_vetoes(vetoes.to_ask(held), actor(request), now())


def _clear_vetoes(request: HttpRequest, held: Round) -> None:
    """All open questions answered as clear; a hit is entered on the case itself, with its note."""
    rows = list(Veto.objects.filter(case__round=held, answer="").select_related("case__round"))
    vetoes.answer_vetoes(rows, Veto.Answer.CLEAR, "", actor(request), now())


def _commit(request: HttpRequest, held: Round) -> None:
    drawing.commit_draw(held, _text(request, "source"), _text(request, "source_time"), actor(request), now())


def _standing(held: Round) -> Draw:
    return get_object_or_404(Draw.objects.exclude(state=Draw.State.VOID), round=held)


def _draw(request: HttpRequest, held: Round) -> None:
    drawing.draw_panels(
        _standing(held), _text(request, "value"), _text(request, "witness"), actor(request), now()
    )


def _void(request: HttpRequest, held: Round) -> None:
    drawing.void_draw(_standing(held), _text(request, "reason"), actor(request), now())


def _panel(request: HttpRequest, held: Round) -> Panel:
    return get_object_or_404(Panel, round=held, group__code=_text(request, "group"))


def _open_panel(request: HttpRequest, held: Round) -> None:
    marking.open_panel(_panel(request, held), actor(request), now())


def _close_panel(request: HttpRequest, held: Round) -> None:
    marking.close_panel(_panel(request, held), actor(request), now())


def _rank(request: HttpRequest, held: Round) -> None:
    listing.fix_ranking(held, _text(request, "stage"), _text(request, "fill"), actor(request), now())


ACTS: dict[str, Callable[[HttpRequest, Round], None]] = {
    "quota": _quota,
    "ask-vetoes": _ask_vetoes,
    "clear-vetoes": _clear_vetoes,
    "commit": _commit,
    "draw": _draw,
    "void": _void,
    "open-panel": _open_panel,
    "close-panel": _close_panel,
    "rank": _rank,
}
