"""Credentials of certificates and the list of the revoked: signed with the issuing key, never kept."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509 import Certificate as Paper
from cryptography.x509 import load_pem_x509_certificate
from django.conf import settings

from gongjiang.law.credential import badge, bits
from gongjiang.law.credential.issuer import issuer_document, method, named
from gongjiang.law.credential.multibase import key_text
from gongjiang.law.credential.proof import Document, proven
from gongjiang.office.honours.models import Certificate, IssuingKey
from gongjiang.office.honours.paper import check_link
from gongjiang.office.honours.press import BEIJING
from gongjiang.office.honours.sealing import seal_key
from gongjiang.plans import plan_of, plans

FRESH = timedelta(days=7)
"""How long a list of the revoked may be relied on."""


def private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(settings.ISSUER_KEY)


def public_key() -> str:
    return key_text(private().public_key().public_bytes_raw())


def current() -> IssuingKey | None:
    """The registered keys, where they are the ones this house holds."""
    last = IssuingKey.objects.last()
    return last if last and held(last) else None


def held(row: IssuingKey) -> bool:
    own = seal_key(settings.SEAL_KEY).public_key()
    return row.key == public_key() and paper(row).public_key() == own


def paper(row: IssuingKey) -> Paper:
    return load_pem_x509_certificate(row.certificate.encode())


def keys() -> Sequence[str]:
    """Every public key there ever was, today's first."""
    newest = IssuingKey.objects.order_by("-pk").values_list("key", flat=True)
    return list(dict.fromkeys(newest))


def document() -> dict[str, Any]:
    """What the issuer publishes of itself."""
    return issuer_document(settings.ISSUER, keys())


def credential(certificate: Certificate, base: str, at: datetime) -> dict[str, Any]:
    """The title as data, that anybody can check without us."""
    honour, root = certificate.honour, base.rstrip("/")
    title = plan_of(honour.case.scheme).registers.titles[honour.title].said
    number, index = bits.place(certificate.pk)
    issued = datetime.combine(certificate.issued_on, time(), tzinfo=BEIJING).isoformat()
    told = badge.Told(
        link=f"{check_link(certificate, root)}credential.json",
        number=certificate.number,
        name=certificate.name,
        title=title.zh,
        description=f"{title.zh} / {title.en}",
        achievement=f"{root}/scheme/{honour.case.scheme}/",
        issued=issued,
        status=list_link(number, root),
        place=index,
    )
    return _signed(badge.badge(told, badge.Issuer(_name(), plans()[0].said.zh, root)), at)


def revocations(number: int, base: str, at: datetime) -> dict[str, Any]:
    """One list of the revoked, as it is now."""
    first, last = bits.keys(number)
    fallen = Certificate.objects.filter(pk__range=(first, last)).exclude(honour__revoked_on=None)
    revoked = (bits.place(key)[1] for key in fallen.values_list("pk", flat=True))
    link = list_link(number, base.rstrip("/"))
    return _signed(badge.status_list(link, _name(), revoked, _said(at), _said(at + FRESH)), at)


def list_link(number: int, base: str) -> str:
    return f"{base}/credentials/status/{number}/"


def _name() -> str:
    return named(settings.ISSUER, public_key())


def _signed(bare: Document, at: datetime) -> dict[str, Any]:
    return proven(bare, method(_name(), public_key()), _said(at), private().sign)


def _said(at: datetime) -> str:
    return at.astimezone(BEIJING).isoformat(timespec="seconds")
