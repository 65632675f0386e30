"""Where the money of a year stands, for those who may see it."""

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Query, Router

from gongjiang.law.policy import may
from gongjiang.office.clerk.tokens import READ_MONEY
from gongjiang.office.ledger.budget import summaries
from gongjiang.web.api import shapes
from gongjiang.web.api.auth import Bearer
from gongjiang.web.api.documented import with_token
from gongjiang.web.visitor import actor, today

router = Router(tags=["money"], auth=Bearer(READ_MONEY))
SUMS = tuple(name for name in shapes.LineTold.model_fields if name not in ("fund", "year", "line"))


@router.get("/budget", response=with_token(list[shapes.LineTold], 404), summary="Budget lines of a year")
def budget(
    request: HttpRequest, year: Annotated[int | None, Query(ge=2000, le=2999)] = None
) -> list[dict[str, Any]]:
    if not may(actor(request), "money.see"):
        raise Http404
    return [
        {"fund": one.line.fund, "year": one.line.year, "line": one.line.line}
        | {name: getattr(one, name) for name in SUMS}
        for one in summaries(year or today().year)
    ]
