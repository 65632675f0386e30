"""docs/api.md, drawn from the OpenAPI document."""

from collections.abc import Iterator
from typing import Any

from gongjiang.law.drawing_docs import NOTE
from gongjiang.office.clerk.tokens import SCOPES
from gongjiang.web.api.documented import SCOPE_OF

HEAD = """# The API

`/api/v1/` answers programmes as the pages answer people: the same queries, the same door, the same policy
table. The document is at `/api/v1/openapi.json` (OpenAPI 3.1). Sums are whole fen, days `YYYY-MM-DD`, words
come as `{"zh": …, "en": …}`.

**Tokens.** A person makes a token for themself on `/desk/tokens/`, with scopes that their own roles allow,
for at most a year. It is shown once, kept as a hash, revoked at any time, and is sent as `Authorization:
Bearer gj_…`. It never allows more than its owner's roles do on the day of the call. What its owner may not
see is not there (404), as on the pages; a scope that it lacks is refused (403); without a token what is not
public answers 401.

**Acts.** Every POST that changes something asks for an `Idempotency-Key` of 8 to 80 letters, digits, `-`
and `_`. Sent again with the same body it gives the same answer and does nothing; with another body it is
refused (422). A refused act uses no key up. A step also asks for the `version` of the case as it was read:
when somebody has acted since, it is refused (409). The record holds which token did it.

**Faults** are `application/problem+json` (RFC 9457), in Chinese or English by `Accept-Language`. 409
carries the reason that the pages would show.

**Pages.** Lists answer `{"items": […], "next": …}`: send `next` as `cursor` for the next page.

**Limits.** `GONGJIANG_API_HOURLY` calls an hour for each token, or for each address without one; then 429.

**Unknown fields** are refused: in a body, in a multipart form and in the address (422), and among the answers
to a step or a form (409, by name). While the clock of the house is behind its record every POST is refused
(503, with `Retry-After`); what is read goes on being read. A database that is away is told so too (503): what
was sent may not have been saved, and sending it again with its key does no harm.
"""


def api_page(document: dict[str, Any]) -> str:
    return "\n".join([NOTE, "", HEAD, *_scopes(), *_operations(document), *_details(document)]) + "\n"


def _scopes() -> Iterator[str]:
    yield from ("## Scopes", "", "| scope | what for |", "|---|---|")
    yield from (f"| `{scope}` | {said.zh}: {said.en} |" for scope, said in SCOPES.items())


def _operations(document: dict[str, Any]) -> Iterator[str]:
    yield from ("", "## Operations", "", "| | address | scope | what |", "|---|---|---|---|")
    for path, methods in document["paths"].items():
        for method, one in methods.items():
            scope = SCOPE_OF[one["tags"][0]] if one.get("security") else "public"
            yield f"| {method.upper()} | `{path}` | {scope} | {one['summary']} |"


def _details(document: dict[str, Any]) -> Iterator[str]:
    for path, methods in document["paths"].items():
        for method, one in methods.items():
            yield from ("", f"### {method.upper()} {path}", "", one.get("description") or one["summary"], "")
            yield from (_parameter(held) for held in one.get("parameters", []))
            if "requestBody" in one:
                yield from _body(document, one["requestBody"])
            yield "- answers: " + ", ".join(str(status) for status in sorted(one["responses"], key=int))


def _parameter(held: dict[str, Any]) -> str:
    told = held["schema"]
    rest = [f"{key} {told[key]}" for key in ("pattern", "minimum", "maximum", "maxLength") if key in told]
    needed = "" if held.get("required") else ", may be left out"
    return f"- `{held['name']}` ({held['in']}{needed}){': `' + '`, `'.join(rest) + '`' if rest else ''}"


def _body(document: dict[str, Any], body: dict[str, Any]) -> Iterator[str]:
    for media, held in body["content"].items():
        shape = held["schema"]
        if "$ref" in shape:
            shape = document["components"]["schemas"][shape["$ref"].rpartition("/")[2]]
        names = [f"`{name}`" + (f" ({part['description']})" if "description" in part else "")
                 for name, part in shape["properties"].items()]  # fmt: skip
        yield f"- body ({media}): " + ", ".join(names)
