"""The credential of a title (Open Badges 3.0, Verifiable Credentials 2.0) and the list of the revoked."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from gongjiang.law.credential.bits import packed

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
BADGE = ["VerifiableCredential", "OpenBadgeCredential"]
LIST = ["VerifiableCredential", "BitstringStatusListCredential"]
REVOCATION = "revocation"


class Issuer(NamedTuple):
    did: str
    name: str
    url: str


class Told(NamedTuple):
    """What a credential says: no more than the certificate's public page."""

    link: str
    number: str
    name: str
    title: str
    description: str
    achievement: str
    issued: str
    status: str
    place: int


def badge(told: Told, issuer: Issuer) -> dict[str, Any]:
    return {
        "@context": [CREDENTIALS, BADGES],
        "id": told.link,
        "type": [*BADGE],
        "issuer": {"id": issuer.did, "type": ["Profile"], "name": issuer.name, "url": issuer.url},
        "validFrom": told.issued,
        "name": f"{told.title} {told.number}",
        "credentialSubject": _subject(told),
        "credentialStatus": {
            "id": f"{told.status}#{told.place}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": REVOCATION,
            "statusListIndex": str(told.place),
            "statusListCredential": told.status,
        },
    }


def _subject(told: Told) -> dict[str, Any]:
    """The holder by name alone, and what was achieved."""
    name = {"type": "IdentityObject", "hashed": False, "identityHash": told.name, "identityType": "name"}
    achievement = {
        "id": told.achievement,
        "type": ["Achievement"],
        "achievementType": "Award",
        "name": told.title,
        "description": told.description,
        "criteria": {"id": told.achievement},
    }
    return {
        "type": ["AchievementSubject"],
        "identifier": [name],
        "licenseNumber": told.number,
        "achievement": achievement,
    }


def status_list(link: str, issuer: str, revoked: Iterable[int], since: str, until: str) -> dict[str, Any]:
    return {
        "@context": [CREDENTIALS],
        "id": link,
        "type": [*LIST],
        "issuer": issuer,
        "validFrom": since,
        "validUntil": until,
        "credentialSubject": {
            "id": f"{link}#list",
            "type": "BitstringStatusList",
            "statusPurpose": REVOCATION,
            "encodedList": packed(revoked),
        },
    }
