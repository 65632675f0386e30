"""Certificates given out: the first file is kept with its hash, and no other file is ever given for it."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import transaction

from gongjiang.office.clerk.issuing import issuing_key
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.honours.issuing import credential, paper
from gongjiang.office.honours.models import Certificate, CertificateFile
from gongjiang.office.honours.paper import certificate_pdf
from gongjiang.office.honours.sealing import sealed
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.journal.signing import newest_head


@transaction.atomic
def give_certificate(certificate: Certificate, base: str, now: Moment) -> bytes:
    """The PDF. Refused when the title was revoked, and when the kept file is not the one first given out."""
    held = _held(certificate)
    _standing(held)
    kept = CertificateFile.objects.filter(certificate=held).first()
    return _again(held, bytes(kept.data)) if kept else _first(held, base, now)


@transaction.atomic
def give_credential(certificate: Certificate, base: str, now: Moment) -> dict[str, Any]:
    """The title as signed data. Refused when it was revoked."""
    held = _held(certificate)
    _standing(held)
    issuing_key(now)
    return credential(held, base, now.at)


def _standing(held: Certificate) -> None:
    if held.honour.revoked_on:
        raise refuse(
            f"该称号已于 {held.honour.revoked_on} 撤销，不再出具证书",
            f"The title was revoked on {held.honour.revoked_on}: no certificate is given",
        )


def _first(held: Certificate, base: str, now: Moment) -> bytes:
    issuer = issuing_key(now)
    head = newest_head()
    data = sealed(certificate_pdf(held, base, head), settings.SEAL_KEY, paper(issuer))
    held.sha256 = sha256(data).hexdigest()
    held.save(update_fields=["sha256"])
    file = CertificateFile.objects.create(certificate=held, data=data)
    rows = wrote(Certificate.objects.filter(pk=held.pk)), wrote(CertificateFile.objects.filter(pk=file.pk))
    body = {"sha256": held.sha256, "base": base, "key": issuer.key, "head": head}
    record("certificate.print", held.number, body | of_rows(*rows), now.at)
    return data


def _again(held: Certificate, data: bytes) -> bytes:
    if sha256(data).hexdigest() != held.sha256:
        raise refuse(
            f"证书 {held.number} 留存的文件与首次出具时的摘要不一致，不予打印；请核查留存文件与登记内容",
            f"The kept file of certificate {held.number} is not the one first given out: it is not printed. "
            "Check the file and the record",
        )
    return data


def _held(certificate: Certificate) -> Certificate:
    found = Certificate.objects.select_for_update(of=("self",))
    return found.select_related("honour__case", "honour__resolution").get(pk=certificate.pk)
