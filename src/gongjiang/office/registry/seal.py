"""Personal data at rest: AES-256-GCM bound to its row, and a keyed blind index to find it by.

Never a plain hash of an identity number: there are so few of them that it would fall in minutes.
"""

import hashlib
import hmac
import os
from functools import cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12


@cache
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def seal(text: str, bound_to: str) -> bytes:
    """Cipher text that opens only with the same `bound_to` (table, column and row reference)."""
    nonce = os.urandom(NONCE)
    return nonce + _cipher(settings.FIELD_KEY).encrypt(nonce, text.encode(), bound_to.encode())


def unseal(sealed: bytes | memoryview, bound_to: str) -> str:
    raw = bytes(sealed)
    return _cipher(settings.FIELD_KEY).decrypt(raw[:NONCE], raw[NONCE:], bound_to.encode()).decode()


def blind(text: str) -> str:
    """The index of a normalised value: equal values meet, and nothing else can be read from it."""
    return hmac.new(settings.BLIND_KEY, text.encode(), hashlib.sha256).hexdigest()
