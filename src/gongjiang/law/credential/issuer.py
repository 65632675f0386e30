"""Who issued: the issuer's name, its keys, and the document that says both."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from gongjiang.law.credential.canonical import read
from gongjiang.law.credential.multibase import key_bytes

KEY_DID = "did:key:"


class Known(NamedTuple):
    """What a checker knows of an issuer from outside: its keys, and the names it goes by (none: any)."""

    keys: frozenset[str]
    names: frozenset[str] = frozenset()


def method(issuer: str, key: str) -> str:
    return f"{issuer}#{key}"


def named(given: str, key: str) -> str:
    """The issuer's own name where it has one, or its key as a name."""
    return given or KEY_DID + key


def issuer_document(given: str, keys: Sequence[str]) -> dict[str, Any]:
    """The DID document; keys newest first. Earlier keys stay: what they signed can still be checked."""
    name = named(given, keys[0])
    methods = [
        {"id": method(name, key), "type": "Multikey", "controller": name, "publicKeyMultibase": key}
        for key in keys
    ]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": name,
        "alsoKnownAs": [KEY_DID + key for key in keys if KEY_DID + key != name],
        "verificationMethod": methods,
        "assertionMethod": [one["id"] for one in methods],
    }


def known(text: str) -> Known:
    """A file of keys: the issuer's document, or keys one a line. ValueError for anything else."""
    if not text.lstrip().startswith("{"):
        return Known(_keys(text.split()))
    try:
        told = read(text)
        names = {told["id"], *told.get("alsoKnownAs", [])}
        return Known(
            _keys([one["publicKeyMultibase"] for one in told["verificationMethod"]]), frozenset(names)
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not an issuer's document") from error


def _keys(texts: Sequence[str]) -> frozenset[str]:
    for text in texts:
        key_bytes(text)
    if not texts:
        raise ValueError("no key")
    return frozenset(texts)
