"""Cases as their owner may see them: what the pages show, and nothing that they do not."""

from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest
from ninja import Path, Query, Router

from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, LogRow
from gongjiang.office.clerk.gathering import log_of, may_see
from gongjiang.office.clerk.tokens import READ_CASES
from gongjiang.plans import plan_of
from gongjiang.web.api import shapes
from gongjiang.web.api.auth import Bearer
from gongjiang.web.api.documented import with_token
from gongjiang.web.api.paging import paged
from gongjiang.web.api.public import Cursor, Limit, Ref
from gongjiang.web.case_logs import logs_of
from gongjiang.web.desk.cases import filtered, seen
from gongjiang.web.dossier import CasePage, case_page
from gongjiang.web.visitor import actor, today

router = Router(tags=["cases"], auth=Bearer(READ_CASES))
Name = Annotated[str, Path(pattern=shapes.NAME)]
Word = Annotated[str, Query(pattern=r"^[A-Za-z0-9_\-]{0,40}$")]
Text = Annotated[str, Query(max_length=60)]


@router.get("/cases", response=with_token(shapes.Cases, 404), summary="Cases, by the filters of the desk")
def cases(
    request: HttpRequest, scheme: Word = "", state: Word = "", round: Word = "", q: Text = "",
    late: Literal["", "1"] = "", cursor: Cursor = "", limit: Limit = 50,
) -> dict[str, Any]:  # fmt: skip
    """Newest first. `q` looks in name, number and unit; `late=1` asks for those past their time."""
    found, then = paged(filtered(request), cursor, limit)
    return {"items": [brief(one) for one in found], "next": then}


def brief(held: Case) -> dict[str, Any]:
    return {
        "ref": held.ref, "number": held.number, "scheme": held.scheme, "state": held.state,
        "person": held.person.name, "unit": held.employer.name if held.employer else "",
        "round": held.round.ref if held.round else None, "opened_on": held.opened_on, "due_on": held.due_on,
        "version": held.version,
    }  # fmt: skip


@router.get("/cases/{ref}", response=with_token(shapes.CaseWhole, 404), summary="One case")
def case(request: HttpRequest, ref: Ref) -> dict[str, Any]:
    """Its facts with their sources, what the rules find, its history, its documents and its logs."""
    held, me = seen(request, ref), actor(request)
    page = case_page(held, me, today())
    logs = [log.name for log in plan_of(held.scheme)[held.scheme].logs if may_see(held, log, me)]
    return brief(held) | {
        "facts": [{"said": f.said, "values": list(f.values), "source": f.source} for f in page.facts],
        "findings": findings(page),
        "history": list(held.events.order_by("pk").values("step", "source", "target", "on")),
        "documents": list(held.evidence.order_by("pk").values_list("ref", flat=True)),
        "logs": logs,
    }


def findings(page: CasePage) -> list[dict[str, Any]]:
    return [
        {"rule": f.rule, "clause": f.clause, "verdict": f.verdict.value, "said": f.explain()}
        for f in page.brief.findings
    ]


@router.get("/cases/{ref}/steps", response=with_token(list[shapes.Offered], 404), summary="Steps from here")
def steps(request: HttpRequest, ref: Ref) -> list[dict[str, Any]]:
    """Those of one's own roles: what can be taken now, and what cannot with the reason."""
    page = case_page(seen(request, ref), actor(request), today())
    return [offered(one.step.name, one.step.said, one.step.asks, one.refusal)
            for one in (*page.offers, *page.refused)]  # fmt: skip


def offered(name: str, said: Words, asks: Any, refusal: Words | None) -> dict[str, Any]:
    asked = [{"name": ask.name, "said": ask.said, "kind": ask.kind} for ask in asks]
    return {"name": name, "said": said, "asks": asked, "refusal": refusal}


@router.get(
    "/cases/{ref}/logs/{name}", response=with_token(list[shapes.RowTold], 404), summary="Rows of a log"
)
def log(request: HttpRequest, ref: Ref, name: Name) -> list[dict[str, Any]]:
    held, me = seen(request, ref), actor(request)
    kept = log_of(held, name)
    if kept is None or not may_see(held, kept, me):
        raise Http404
    found = next(one for one in logs_of(held, me) if one.log is kept)
    return [row_told(row) for row, _ in found.rows]


def row_told(row: LogRow) -> dict[str, Any]:
    return {"ref": row.ref, "on": row.on, "told": row.told, "confirmed": row.confirmed_on is not None,
            "struck": row.struck_on is not None}  # fmt: skip
