"""Certificates given out: the hash of the first file is kept, and no other file is ever given for it."""

from hashlib import sha256

from django.db import transaction

from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.honours.models import Certificate
from gongjiang.office.honours.paper import certificate_pdf
from gongjiang.office.journal.models import record


@transaction.atomic
def give_certificate(certificate: Certificate, base: str, now: Moment) -> bytes:
    """The PDF. Refused when the title was revoked, and when the file would not be the one first given out."""
    held = _held(certificate)
    if held.honour.revoked_on:
        raise refuse(
            f"该称号已于 {held.honour.revoked_on} 撤销，不再出具证书",
            f"The title was revoked on {held.honour.revoked_on}: no certificate is given",
        )
    data = certificate_pdf(held, base)
    digest = sha256(data).hexdigest()
    if held.sha256 and held.sha256 != digest:
        raise refuse(
            f"证书 {held.number} 现生成的文件与首次出具时的摘要不一致，不予打印；请核对登记内容与查验网址",
            f"Certificate {held.number} would not be the file first given out: it is not printed. "
            "Compare its record and the address for checking",
        )
    if not held.sha256:
        held.sha256 = digest
        held.save(update_fields=["sha256"])
        record("certificate.print", held.number, {"sha256": digest, "base": base}, now.at)
    return data


def _held(certificate: Certificate) -> Certificate:
    found = Certificate.objects.select_for_update(of=("self",))
    return found.select_related("honour__case", "honour__resolution").get(pk=certificate.pk)
