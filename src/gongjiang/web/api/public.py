"""What anybody may read, and what anybody may ask the rules: nothing that is asked is kept."""

from datetime import date
from typing import Annotated, Any

from django.db.models import Q
from django.http import Http404, HttpRequest
from ninja import Path, Query, Router

from gongjiang.law.facts import read_facts
from gongjiang.law.plan import Plan
from gongjiang.law.record import Field
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Term
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Round
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.honours.models import Certificate, Honour
from gongjiang.office.journal.models import Checkpoint
from gongjiang.office.notice.models import Notice
from gongjiang.plans import NoSuchScheme, plan_of, plans
from gongjiang.web.api import public_shapes as told
from gongjiang.web.api import shapes
from gongjiang.web.api.documented import refusing
from gongjiang.web.api.paging import MOST, paged
from gongjiang.web.decided import answer
from gongjiang.web.portal.roster import highest
from gongjiang.web.portal.schemes import conditions, grants
from gongjiang.web.visitor import today

router = Router(tags=["public"])
Slug = Annotated[str, Path(pattern=shapes.SLUG)]
Ref = Annotated[str, Path(pattern=shapes.REF)]
Cursor = Annotated[str, Query(pattern=r"^[A-Za-z0-9_\-]{0,40}$")]
Limit = Annotated[int, Query(ge=1, le=MOST)]


def scheme_of(slug: str) -> tuple[Plan, Scheme]:
    try:
        plan = plan_of(slug)
    except NoSuchScheme:
        raise Http404 from None
    return plan, plan[slug]


def brief(scheme: Scheme) -> dict[str, Any]:
    return {"slug": scheme.slug, "said": scheme.said, "clause": scheme.clause}


@router.get("/schemes", response=refusing(list[told.SchemeBrief]), summary="Schemes of every plan")
def schemes(request: HttpRequest) -> list[dict[str, Any]]:
    return [brief(scheme) for plan in plans() for scheme in plan.schemes]


@router.get("/schemes/{slug}", response=refusing(told.SchemeWhole, 404), summary="A scheme and its terms")
def scheme(request: HttpRequest, slug: Slug) -> dict[str, Any]:
    """Its conditions with their clauses, what it grants, its steps, and the facts it asks."""
    plan, held = scheme_of(slug)
    steps = [step for step in held.procedure.steps if step.target in held.procedure.main]
    return brief(held) | {
        "conditions": conditions(held, settings_of(plan), today()),
        "grants": grants(plan, held, settings_of(plan), today()),
        "steps": [{"name": s.name, "said": s.said, "by": s.by.value} for s in steps],
        "facts": [fact(one) for one in held.subject.fields.values() if not one.inside],
        "documents": [{"name": kind, "said": said, "kind": "document"} for kind, said in held.evidence],
    }


def fact(one: Field) -> dict[str, Any]:
    terms: Any = one.kind if issubclass(one.kind, Term) else ()
    kind = "term" if issubclass(one.kind, Term) else one.kind.__name__.lower()
    return {"name": one.name, "said": one.said, "kind": kind, "values": [term.value for term in terms]}


@router.post(
    "/schemes/{slug}/decide", response=refusing(told.Decided, 400, 404, 409, 503), summary="Ask the rules"
)
def decide(request: HttpRequest, slug: Slug, asked: told.Facts) -> dict[str, Any]:
    """Facts in, findings out: each with its clause, and nothing is stored."""
    plan, held = scheme_of(slug)
    day = day_of(asked.on)
    facts = read_facts(held, asked.facts)
    if isinstance(facts, Problem):
        raise Refused(facts.said)
    settings = settings_of(plan)
    found = answer(plan, slug, held.assess(facts.row, day, settings), settings, day)
    return found | {"unused": list(facts.strange)}


def day_of(text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else today()
    except ValueError:
        raise refuse("没有这一天", "There is no such day") from None


@router.get("/rounds", response=refusing(list[told.RoundTold]), summary="Calls, the newest first")
def rounds(request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {"ref": r.ref, "code": r.code, "scheme": r.scheme, "title": {"zh": r.title, "en": r.title_en},
         "opens_on": r.opens_on, "closes_on": r.closes_on, "places": r.places, "ended_on": r.ended_on}
        for r in Round.objects.filter(opens_on__lte=today()).order_by("-pk")[:MOST]
    ]  # fmt: skip


def noticed(held: Notice) -> dict[str, Any]:
    return {
        "ref": held.ref,
        "scheme": held.scheme,
        "title": {"zh": held.title, "en": held.title_en},
        "opens_on": held.opens_on,
        "closes_on": held.closes_on,
        "list_sha256": held.list_sha256,
    }


@router.get("/notices", response=refusing(told.Notices, 404), summary="Public notices")
def notices(request: HttpRequest, cursor: Cursor = "", limit: Limit = 50) -> dict[str, Any]:
    found, then = paged(Notice.objects.filter(opens_on__lte=today()), cursor, limit)
    return {"items": [noticed(one) for one in found], "next": then}


@router.get("/notices/{ref}", response=refusing(told.NoticeWhole, 404), summary="A notice and its list")
def notice(request: HttpRequest, ref: Ref) -> dict[str, Any]:
    held = Notice.objects.filter(ref=ref, opens_on__lte=today()).first()
    if held is None:
        raise Http404
    listed = [
        {"name": e.name, "unit": e.unit, "occupation": e.occupation, "level": e.level, "honours": e.honours,
         "amount_fen": e.amount, "state": "elsewhere" if e.superseded else e.state, "version": e.version,
         "corrected_at": e.corrected_at}
        for e in held.entries.filter(corrected_into=None)
    ]  # fmt: skip
    return noticed(held) | {"entries": listed}


@router.get("/craftsmen", response=refusing(told.Craftsmen, 404), summary="Who holds the title")
def craftsmen(request: HttpRequest, cursor: Cursor = "", limit: Limit = 50) -> dict[str, Any]:
    held = Honour.objects.filter(title=highest(), revoked_on=None)
    rows = held.select_related("person__employer", "certificate")
    found, then = paged(rows, cursor, limit, "person__ref")
    return {"items": [craftsman(one) for one in found], "next": then}


def craftsman(held: Honour) -> dict[str, Any]:
    unit, paper = held.person.employer, getattr(held, "certificate", None)
    return {"ref": held.person.ref, "name": held.person.name, "unit": unit.name if unit else "",
            "title": held.title, "certificate": paper.number if paper else "",
            "conferred_on": held.conferred_on}  # fmt: skip


@router.get("/certificates/{code}", response=refusing(told.Checked, 404), summary="Check a certificate")
def certificate(
    request: HttpRequest, code: Annotated[str, Path(pattern="^[0-9A-Za-z_\\-〔〕（）一-鿿]{1,30}$")]
) -> dict[str, Any]:
    """By its number or by the code that its QR leads to. What is unknown is not there, whatever it is."""
    found = Certificate.objects.filter(Q(number=code) | Q(code=code)).select_related("honour").first()
    if found is None:
        raise Http404
    revoked = found.honour.revoked_on
    return {"number": found.number, "valid": revoked is None, "name": "" if revoked else found.name,
            "issued_on": None if revoked else found.issued_on, "revoked_on": revoked}  # fmt: skip


@router.get("/record/head", response=refusing(told.Head, 404), summary="The newest signed head of the record")
def head(request: HttpRequest) -> Checkpoint:
    held = Checkpoint.objects.last()
    if held is None:
        raise Http404
    return held
