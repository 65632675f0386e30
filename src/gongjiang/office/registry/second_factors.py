"""The secrets of second factors at rest: sealed for an account, opened in its row alone."""

import base64
import secrets

from allauth.mfa.models import Authenticator
from cryptography.exceptions import InvalidTag
from django.db.models import Q

from gongjiang.office.registry.seal import seal, unseal

SEALED = "sealed:"
SECRETS = ("secret", "seed")
"""Where a factor keeps what must not be known: of the device, and of the recovery codes."""


def sealed_for(user: int, secret: str) -> str:
    return SEALED + base64.b64encode(seal(secret, f"factor|{user}")).decode()


def opened(told: str) -> str:
    """The secret. In another account's row, in two rows at once or altered it opens to nothing: a secret made
    up on the spot, for which nobody has a code.
    """
    held = Authenticator.objects.filter(Q(data__secret=told) | Q(data__seed=told))[:2]
    try:
        (row,) = held
        return opened_for(row.user_id, told)
    except (ValueError, InvalidTag):
        return base64.b32encode(secrets.token_bytes(20)).decode()


def opened_for(user: int, told: str) -> str:
    return unseal(sealed_factor(told), f"factor|{user}")


def sealed_factor(told: str) -> bytes:
    if not told.startswith(SEALED):
        raise ValueError("a second factor's secret lies open")
    return base64.b64decode(told.removeprefix(SEALED))
