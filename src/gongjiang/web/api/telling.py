"""The page that tells programmers what the API is: its operations are read off the OpenAPI document."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongjiang.law.words import Words
from gongjiang.office.clerk.tokens import SCOPES
from gongjiang.web.api.documented import SCOPE_OF
from gongjiang.web.api.house import api
from gongjiang.web.api.summaries import IN_CHINESE

PUBLIC = "public"


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    scope: str
    said: Words

    @property
    def public(self) -> bool:
        return self.scope == PUBLIC


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/api.html", {
        "face": "api", "operations": operations(), "scopes": SCOPES.items(), "hourly": settings.API_HOURLY,
    })  # fmt: skip


@cache
def operations() -> tuple[Operation, ...]:
    """Every operation with what it asks of a token; in words as the document has them, and in Chinese."""
    return tuple(
        Operation(
            method.upper(), path, SCOPE_OF[one["tags"][0]] if one.get("security") else PUBLIC,
            Words(IN_CHINESE[one["summary"]], one["summary"]),
        )
        for path, methods in api.get_openapi_schema()["paths"].items()
        for method, one in methods.items()
    )  # fmt: skip
