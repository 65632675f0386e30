"""What an operation answers: its own shape, and the problems that may come instead."""

from typing import Any

from gongjiang.office.clerk.tokens import ACT_CASES, READ_CASES, READ_MONEY
from gongjiang.web.api.shapes import Problem

SCOPE_OF = {"cases": READ_CASES, "acts": ACT_CASES, "money": READ_MONEY, "token": "any"}
"""What the operations under a heading ask of a token."""
ALWAYS, WITH_TOKEN = (422, 429), (401, 403)


def refusing(shape: Any, *statuses: int) -> dict[int, Any]:
    return {200: shape, **dict.fromkeys((*statuses, *ALWAYS), Problem)}


def with_token(shape: Any, *statuses: int) -> dict[int, Any]:
    return refusing(shape, *statuses, *WITH_TOKEN)
