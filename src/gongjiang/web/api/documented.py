"""What an operation answers: its own shape, and the problems that may come instead."""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any, TypeVar

from django.http import HttpRequest
from ninja.errors import HttpError

from gongjiang.office.clerk.tokens import ACT_CASES, READ_CASES, READ_MONEY
from gongjiang.web.api.shapes import Problem

View = TypeVar("View", bound=Callable[..., Any])
SCOPE_OF = {"cases": READ_CASES, "acts": ACT_CASES, "money": READ_MONEY, "token": "any"}
"""What the operations under a heading ask of a token."""
ALWAYS, WITH_TOKEN = (422, 429), (401, 403)


def refusing(shape: Any, *statuses: int) -> dict[int, Any]:
    return {200: shape, **dict.fromkeys((*statuses, *ALWAYS), Problem)}


def with_token(shape: Any, *statuses: int) -> dict[int, Any]:
    return refusing(shape, *statuses, *WITH_TOKEN)


def acting(shape: Any, *statuses: int) -> dict[int, Any]:
    """What writes may be refused in words, or because the clock of the house is wrong."""
    return with_token(shape, 400, 404, 409, *statuses, 503)


def strict(view: View) -> View:
    """Around every operation: a question in the address that it does not know is refused, not passed over.
    The questions it knows are those that may be left out.
    """
    held = signature(view).parameters.values()
    known = {one.name for one in held if one.default is not one.empty}

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if set(request.GET) - known:
            raise HttpError(422, "")
        return view(request, *args, **kwargs)

    return checked  # type: ignore[return-value]
