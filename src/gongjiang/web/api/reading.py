"""Reading a body: JSON as the standard has it; like every form, without NUL or halves of characters."""

import json
import math
from typing import Any

from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.parser import Parser


class Sober(Parser):
    def parse_body(self, request: HttpRequest) -> Any:
        try:
            return plain(json.loads(request.body, parse_constant=_refused, parse_float=_number))
        except (ValueError, RecursionError):
            raise HttpError(400, "") from None


def _refused(name: str) -> None:
    raise ValueError(name)


def _number(text: str) -> float:
    if not math.isfinite(number := float(text)):
        raise ValueError(text)
    return number


def plain(told: Any) -> Any:
    if isinstance(told, str):
        return "".join(sign for sign in told if sign != "\0" and not "\ud800" <= sign <= "\udfff")
    if isinstance(told, dict):
        return {plain(key): plain(value) for key, value in told.items()}
    return [plain(one) for one in told] if isinstance(told, list) else told
