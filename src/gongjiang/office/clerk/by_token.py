"""An act by a token: done once for a key of the caller's, and in the record as done by that token."""

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction

from gongjiang.law.words import Words
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.journal.models import digest, record
from gongjiang.office.registry.models import Token, TokenAct

Answer = dict[str, Any]
ANOTHER = Words("该幂等键已用于另一请求", "This idempotency key was used for another request")


class KeyUsed(Refused):
    """The same key with another question: nothing is done, whatever is asked."""


def once(token: Token, key: str, asked: Any, act: Callable[[], Answer], now: Moment) -> Answer:
    """The act and its key are kept together, or neither. What was refused uses no key up."""
    if (held := _held(token, key)) is not None:
        return _again(held, asked)
    try:
        with transaction.atomic():
            made = TokenAct.objects.create(token=token, key=key, asked_sha256=digest(asked), at=now.at)
            made.answer = answer = act()
            made.save(update_fields=["answer"])
            record(
                "token.act", token.ref, {"key": key, "asked": made.asked_sha256, "by": token.user_id}, now.at
            )
    except IntegrityError:
        if (held := _held(token, key)) is None:
            raise
        return _again(held, asked)
    return answer


def _held(token: Token, key: str) -> TokenAct | None:
    return TokenAct.objects.filter(token=token, key=key).first()


def _again(held: TokenAct, asked: Any) -> Answer:
    if held.asked_sha256 != digest(asked):
        raise KeyUsed(ANOTHER)
    answer: Answer = held.answer
    return answer
