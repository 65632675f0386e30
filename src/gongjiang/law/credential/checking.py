"""The check of a credential, step by step as docs/credentials.md has it: no network, database or clock."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from gongjiang.law.credential import badge, bits
from gongjiang.law.credential.canonical import read
from gongjiang.law.credential.issuer import KEY_DID, Known, method
from gongjiang.law.credential.proof import KIND, Signed, holds

UNUSABLE = 2


class Verdict(NamedTuple):
    """0 valid, 1 altered or revoked, 2 unusable; the word says which."""

    code: int
    word: str = ""
    document: dict[str, Any] | None = None


class Asked(NamedTuple):
    """What is checked it against: the issuer, the moment, and the list of the revoked where there is one."""

    issuer: Known
    at: datetime
    status: str | None = None


class _Fault(Exception):
    """What does not hold, as a word."""


def checked(text: str, signed: Signed, asked: Asked) -> Verdict:
    """The verdict. Without a list, whether it was revoked is not known."""
    try:
        document, told = _document(text), None if asked.status is None else _document(asked.status)
    except ValueError:
        return Verdict(UNUSABLE, "unreadable")
    try:
        _sound(document, badge.BADGE, signed, asked)
        if told is None:
            return Verdict(0, "status_unknown", document)
        _sound_list(told, document, signed, asked)
        if _revoked(told, document):
            return Verdict(1, "revoked", document)
    except _Fault as fault:
        return Verdict(1, str(fault), document)
    return Verdict(0, "valid", document)


def _document(text: str) -> dict[str, Any]:
    try:
        found = read(text)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def _sound(document: dict[str, Any], types: Sequence[str], signed: Signed, asked: Asked) -> None:
    """One proof of the kind we make, by a key of the issuer it names, over what it says; and in time."""
    proof = document.get("proof")
    if not isinstance(proof, dict):
        raise _Fault("no_proof")
    if any(proof.get(name) != value for name, value in KIND.items()):
        raise _Fault("other_suite")
    key = _key(document, proof, asked.issuer)
    if not holds(document, key, signed):
        raise _Fault("altered")
    if document.get("type") != [*types]:
        raise _Fault("other_kind")
    _in_time(document, asked.at)


def _key(document: dict[str, Any], proof: dict[str, Any], known: Known) -> str:
    issuer = issuer_of(document)
    key = str(proof.get("verificationMethod", "")).rpartition("#")[2]
    if key not in known.keys:
        raise _Fault("other_key")
    if proof["verificationMethod"] != method(issuer, key):
        raise _Fault("other_issuer")
    own = issuer == KEY_DID + key
    if not own and (issuer.startswith(KEY_DID) or (known.names and issuer not in known.names)):
        raise _Fault("other_issuer")
    return key


def issuer_of(document: dict[str, Any]) -> str:
    told = document.get("issuer")
    return str(told.get("id", "") if isinstance(told, dict) else told)


def _in_time(document: dict[str, Any], at: datetime) -> None:
    try:
        since = datetime.fromisoformat(document["validFrom"])
        until = datetime.fromisoformat(document["validUntil"]) if "validUntil" in document else None
        if at < since:
            raise _Fault("not_yet")
        if until is not None and at > until:
            raise _Fault("expired")
    except (KeyError, TypeError, ValueError) as error:
        raise _Fault("times") from error


def _sound_list(told: dict[str, Any], document: dict[str, Any], signed: Signed, asked: Asked) -> None:
    """The list that the credential names, by the same issuer's keys, and still in force."""
    try:
        _sound(told, badge.LIST, signed, asked)
    except _Fault as fault:
        raise _Fault(f"list_{fault}") from fault
    entry, subject = document.get("credentialStatus"), told.get("credentialSubject")
    if not isinstance(entry, dict) or not isinstance(subject, dict):
        raise _Fault("no_status")
    if told.get("id") != entry.get("statusListCredential"):
        raise _Fault("other_list")
    if not entry.get("statusPurpose") == subject.get("statusPurpose") == badge.REVOCATION:
        raise _Fault("other_list")


def _revoked(told: dict[str, Any], document: dict[str, Any]) -> bool:
    try:
        index = int(document["credentialStatus"]["statusListIndex"])
        return bits.is_set(bits.unpacked(told["credentialSubject"]["encodedList"]), index)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise _Fault("no_status") from error
