"""The hash-sort draw: a chain of one-time codes, a ticket for every label, an order."""

import hmac
from collections.abc import Iterable, Mapping
from hashlib import sha256

# Far more redraws than a round can need; a search for a code must end somewhere.
LONGEST_CHAIN = 1_000


def chain(secret: str | bytes, n: int) -> tuple[str, ...]:
    """H(secret), H²(secret) ... Hⁿ(secret) as hex, H being SHA-256.

    The last is the commitment to publish; the one before it is the first one-time code, and so on
    backwards. Source: draft-thomson-elegy-vrs.
    """
    if not 1 <= n <= LONGEST_CHAIN:
        raise ValueError("a chain has between 1 and 1000 links")
    links = [sha256(secret.encode() if isinstance(secret, str) else secret).digest()]
    while len(links) < n:
        links.append(sha256(links[-1]).digest())
    return tuple(link.hex() for link in links)


def chain_step(one_time_code: str, commitment: str, limit: int = LONGEST_CHAIN) -> int | None:
    """How many hashes lead from the code to the commitment (1 for the first code), or None.

    A code counts only in lower-case hex of 32 bytes: two spellings of one code would be two records of
    one draw.
    """
    link = code_bytes(one_time_code)
    if link is None:
        return None
    for step in range(1, limit + 1):
        link = sha256(link).digest()
        if link.hex() == commitment:
            return step
    return None


def code_bytes(one_time_code: str) -> bytes | None:
    """The 32 bytes of a one-time code, or None when it is not spelt as one."""
    try:
        link = bytes.fromhex(one_time_code)
    except ValueError:
        return None
    return link if len(link) == sha256().digest_size and link.hex() == one_time_code else None


def tickets(
    randomness: str | bytes, one_time_code: str, labels: Iterable[str], context: str = ""
) -> dict[str, str]:
    """A ticket (64 hex digits) for each label.

    PRK = HMAC-SHA256(key=code, msg=randomness); ticket = HMAC-SHA256(PRK, context+label || 0x01), which is
    HKDF with one block. `one_time_code` is hex; it raises ValueError when it is not, because every caller
    has checked it against the chain.
    """
    message = randomness.encode() if isinstance(randomness, str) else randomness
    prk = hmac.digest(bytes.fromhex(one_time_code), message, "sha256")
    return {
        label: hmac.digest(prk, f"{context}{label}".encode() + b"\x01", "sha256").hex() for label in labels
    }


def ordered(tickets_by_label: Mapping[str, str]) -> tuple[str, ...]:
    """The labels by ticket, lowest first."""
    return tuple(sorted(tickets_by_label, key=lambda label: (tickets_by_label[label], label)))
