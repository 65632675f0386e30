"""The log: a line of JSON an event, for machines to gather, in which nobody is named.

Never a path as it was asked, a query, a body, or the words of an exception: a path is told by its route, an
exception by its kind and the lines it came through. What others' code logs in its own words is blanked.
"""

import json
import logging
import time
import traceback
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.utils import OperationalError, ProgrammingError
from django.http import HttpRequest, HttpResponse

from gongjiang.law.blanked import blanked

HERE: ContextVar[str] = ContextVar("request_id", default="")
SPEAKABLE = (OperationalError, ProgrammingError, ImportError, ImproperlyConfigured)
"""Exceptions that speak of the installation and not of people; of others only the kind is told."""
NOT_TOLD = ("/static/", "/healthz")
told = logging.getLogger("gongjiang.request")


class Lines(logging.Formatter):
    """One line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": HERE.get(),
        }
        request = getattr(record, "request", None)
        line |= getattr(record, "event", None) or said(record, request)
        if record.exc_info and record.exc_info[1] is not None:
            line["fault"] = fault(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=lambda one: type(one).__name__)


def said(record: logging.LogRecord, request: Any) -> dict[str, Any]:
    """Of a request its route and status; of anything else its words, blanked."""
    if isinstance(request, HttpRequest):
        return {
            "method": method(request),
            "route": route(request),
            "status": getattr(record, "status_code", 0),
        }
    return {"said": blanked(worded(record))}


def worded(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        return str(record.msg)


def method(request: HttpRequest) -> str:
    """A method is a word of a few letters; anything else is none."""
    asked = request.method or ""
    return asked if asked.isascii() and asked.isalpha() and len(asked) < 9 else "?"


def route(request: HttpRequest) -> str:
    """The address as the table of addresses has it, never as it was asked."""
    found = request.resolver_match
    return "/" + found.route if found is not None else "?"


def fault(error: BaseException) -> dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)
    held: dict[str, Any] = {
        "kind": f"{type(error).__module__}.{type(error).__qualname__}",
        "through": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }
    if isinstance(error, SPEAKABLE):
        held["said"] = blanked(str(error))
    cause = error.__cause__ or error.__context__
    if cause is not None and cause is not error:
        held["after"] = f"{type(cause).__module__}.{type(cause).__qualname__}"
    return held


def a_name() -> str:
    """Of this one request, by chance; never with so many digits in a row that it looks like a number."""
    held = uuid.uuid4().hex
    return f"{held[:8]}-{held[8:16]}"


class RequestLines:
    """Middleware, outermost: a line for each request, when it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        held, began = HERE.set(a_name()), time.perf_counter()
        try:
            answer = self.get_response(request)
            if not request.path.startswith(NOT_TOLD):
                told.info("", extra={"event": event(request, answer, time.perf_counter() - began)})
            return answer
        finally:
            HERE.reset(held)


def event(request: HttpRequest, answer: HttpResponse, seconds: float) -> dict[str, Any]:
    """Who is told by the number of their account, which the office alone can resolve."""
    user = getattr(request, "user", None) if hasattr(request, "_cached_user") else None
    return {
        "method": method(request), "route": route(request), "status": answer.status_code,
        "ms": round(seconds * 1000), "account": getattr(user, "pk", None),
        "bytes": 0 if answer.streaming else len(answer.content),
    }  # fmt: skip
