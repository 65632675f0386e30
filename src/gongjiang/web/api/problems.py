"""What went wrong, as problem+json (RFC 9457), in the language that was asked for."""

import errno
import json
import sys
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views import defaults
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from gongjiang.law.words import Words
from gongjiang.office.clerk.by_token import KeyUsed
from gongjiang.office.clerk.refused import Refused
from gongjiang.web.api.forms import LONGEST, Unfilled
from gongjiang.web.limits import left, now
from gongjiang.web.replies import in_words

HERE = "/api/"
TYPE = "application/problem+json"
SAID = {
    400: Words("请求读不懂", "The request cannot be read"),
    401: Words("须持有效令牌", "A valid token is needed"),
    403: Words("令牌没有这项权限", "The token does not have this scope"),
    404: Words("没有这个对象", "There is no such thing"),
    405: Words("不支持这个方法", "This method is not supported"),
    409: Words("未予办理", "Refused"),
    413: Words("请求太大", "The request is too large"),
    422: Words("所填不合要求", "What was sent is not as it should be"),
    429: Words("请求过于频繁，请稍后再试", "Too many requests: try again later"),
    500: Words("系统出错", "Something went wrong here"),
    503: Words("时钟早于已有记录，校正之前不受理办理", "The clock is behind the record: nothing is taken"),
}


AWAY = Words("暂时无法读取或保存", "Nothing can be read or saved for now")
UNSAVED = Words(
    "所发内容可能没有保存，请稍后核对再试", "What was sent may not have been saved: look, then try again"
)
GONE = (InterfaceError, OperationalError)
"""The connection lost, the disk full, somebody else holding on to what is wanted for too long."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
SOON = "5"


def problem(
    request: HttpRequest, status: int, detail: str = "", errors: Sequence[dict[str, Any]] = (),
    title: Words | None = None,
) -> HttpResponse:  # fmt: skip
    told: dict[str, Any] = {
        "type": "about:blank",
        "title": in_words(request, title or SAID.get(status, SAID[400])),
        "status": status,
    }
    if detail:
        told["detail"] = detail
    if errors:
        told["errors"] = list(errors)
    answer = HttpResponse(json.dumps(told, ensure_ascii=False), status=status, content_type=TYPE)
    if status == 401:
        answer["WWW-Authenticate"] = "Bearer"
    if status == 429:
        answer["Retry-After"] = str(left(now()))
    answer["Cache-Control"] = "no-store"
    return answer


def told_of(error: dict[str, Any]) -> dict[str, Any]:
    """Where it is wrong and how; never what was sent."""
    return {"where": [str(part)[:LONGEST] for part in error["loc"]], "what": str(error["type"])[:LONGEST]}


def answers(api: NinjaAPI) -> None:
    """How every expected fault is answered."""
    for kind in (Http404, PermissionDenied, HttpError, Refused, Unfilled, ValidationError):
        api.add_exception_handler(kind, told_as_problem)


def told_as_problem(request: HttpRequest, fault: Any) -> HttpResponse:
    if isinstance(fault, Refused):
        return problem(request, 422 if isinstance(fault, KeyUsed) else 409, in_words(request, fault.said))
    if isinstance(fault, Unfilled):
        return problem(request, 409, errors=fault.errors)
    if isinstance(fault, ValidationError):
        return problem(request, 422, errors=[told_of(one) for one in fault.errors])
    if isinstance(fault, HttpError):
        return problem(request, fault.status_code)
    return problem(request, 404 if isinstance(fault, Http404) else 403)


def lost(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What is not there: to programmes as a problem, to people as a page."""
    if request.path.startswith(HERE):
        return problem(request, 404)
    return defaults.page_not_found(request, exception)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours; or the database is away, which whoever asks again in a moment may not notice."""
    fault = sys.exc_info()[1]
    if isinstance(fault, GONE) or (isinstance(fault, OSError) and fault.errno in FULL):
        return away(request)
    return problem(request, 500) if request.path.startswith(HERE) else defaults.server_error(request)


def away(request: HttpRequest) -> HttpResponse:
    if request.path.startswith(HERE):
        told = problem(request, 503, in_words(request, UNSAVED), title=AWAY)
    else:
        told = HttpResponse(render_to_string("away.html"), status=503)
    told["Retry-After"] = SOON
    told["Cache-Control"] = "no-store"
    return told
