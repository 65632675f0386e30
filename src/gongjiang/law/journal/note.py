"""Signed heads in the form of C2SP tlog-checkpoint, and heads copied by hand."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

Signed = Callable[[bytes, bytes, bytes], bool]
"""Public key, signature and message: whether the signature holds."""

SIGNATURE = re.compile("— ([!-~]+) ([A-Za-z0-9+/]+={0,2})")
HEAD = re.compile(r"(gongjiang/[0-9a-f]{16})\n([1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\ntime ([0-9T:.+-]+)\n")
COPY = re.compile(r"([1-9][0-9]{0,17}) ([0-9a-f]{64})(?: (gongjiang/[0-9a-f]{16}))?")


class Head(NamedTuple):
    """Where the record ended at some moment."""

    size: int
    root: bytes
    origin: str = ""


class Key(NamedTuple):
    name: str
    id: bytes
    public: bytes


def origin(public: bytes) -> str:
    """The house by its key."""
    return "gongjiang/" + hashlib.sha256(public).hexdigest()[:16]


def key_of(public: bytes) -> Key:
    name = origin(public)
    return Key(name, hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4], public)


def text(head: Head, time: str) -> str:
    root = base64.b64encode(head.root).decode()
    return f"{head.origin}\n{head.size}\n{root}\ntime {time}\n"


def signature_line(key: Key, signature: bytes) -> str:
    return f"— {key.name} {base64.b64encode(key.id + signature).decode()}\n"


def head(note: str) -> tuple[Head, str, str] | None:
    """The head, the text that was signed and the lines of signatures; None where it is no such note."""
    told, _, signatures = note.partition("\n\n")
    found = HEAD.fullmatch(told + "\n")
    if not found:
        return None
    root = base64.b64decode(found[3])
    if base64.b64encode(root).decode() != found[3]:
        return None
    return Head(int(found[2]), root, found[1]), told + "\n", signatures


def signatures(lines: str) -> list[tuple[str, bytes]] | None:
    """Name and bytes of every signature; None where a line is none."""
    found = []
    if not lines.endswith("\n"):
        return None
    for one in lines.removesuffix("\n").split("\n"):
        told = SIGNATURE.fullmatch(one)
        if not told:
            return None
        try:
            signed = base64.b64decode(told[2], validate=True)
        except binascii.Error:
            return None
        if base64.b64encode(signed).decode() != told[2]:
            return None
        found.append((told[1], signed))
    return found


def vouched(
    message: bytes, made: list[tuple[str, bytes]], keys: Mapping[tuple[str, bytes], Key], signed: Signed
) -> bool:
    """At least one signature of a known key, and none of a known key that does not hold."""
    known = [(keys[name, made[:4]], made[4:]) for name, made in made if (name, made[:4]) in keys]
    return bool(known) and all(signed(key.public, signature, message) for key, signature in known)


def copied(text: str) -> list[Head] | None:
    """A file of heads copied by hand; None where a line is none."""
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    found = [COPY.fullmatch(line) for line in lines if line]
    if not all(found):
        return None
    return sorted(Head(int(one[1]), bytes.fromhex(one[2]), one[3] or "") for one in found if one)
