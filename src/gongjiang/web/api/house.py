"""The API put together, and its OpenAPI document as it truly answers."""

from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from gongjiang.web.api import acts, cases, me, money, problems, public
from gongjiang.web.api.auth import Hourly
from gongjiang.web.api.documented import strict
from gongjiang.web.api.reading import Sober

ABOUT = (
    "工匠计划的接口：与网页同一套查询、同一道门。 The same queries and the same door as the pages. "
    "Sums are whole fen, days are YYYY-MM-DD, words come in Chinese and English. "
    "Faults are application/problem+json in the language of Accept-Language."
)


class Api(NinjaAPI):
    def get_openapi_schema(self, **how: Any) -> OpenAPISchema:
        document = super().get_openapi_schema(**how)
        for path in document["paths"].values():
            for operation in path.values():
                tidy(operation)
        return document


def tidy(operation: dict[str, Any]) -> None:
    """Problems are of their own media type; a form has the parts that are named, and no others."""
    for media, body in operation.get("requestBody", {}).get("content", {}).items():
        if media.startswith("multipart/"):
            body["schema"]["additionalProperties"] = False
            body["schema"]["properties"]["file"]["minLength"] = 1
    for status, answer in operation["responses"].items():
        if int(status) >= 400 and "application/json" in answer.get("content", {}):
            answer["content"][problems.TYPE] = answer["content"].pop("application/json")


api = Api(
    title="工匠 Gongjiang",
    version="1",
    description=ABOUT,
    docs_url=None,
    urls_namespace="api",
    parser=Sober(),
    throttle=[Hourly()],
)
api.add_decorator(strict, mode="operation")
problems.answers(api)
for held in (public, cases, acts, money, me):
    api.add_router("", held.router)


def lost(request: HttpRequest, rest: str = "") -> Any:
    return problems.problem(request, 404)
