"""The keys certificates are signed with: registered once, and another only when somebody says so."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from django.db import transaction

from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.honours.issuing import held, public_key
from gongjiang.office.honours.models import IssuingKey
from gongjiang.office.honours.sealing import seal_certificate
from gongjiang.office.journal.models import record
from gongjiang.plans import plans

LONGEST = 60


@transaction.atomic
def issuing_key(now: Moment) -> IssuingKey:
    """Today's keys, registered at first use. Refused when the house holds others than the registered ones."""
    last = IssuingKey.objects.last()
    if last is None:
        return _registered(now)
    if not held(last):
        raise refuse(
            "签发密钥不是登记的密钥：请恢复 secrets/issuer 与 secrets/seal，"
            "确需更换的请运行 gongjiang issuer adopt",
            "The issuing keys are not the registered ones: put secrets/issuer and secrets/seal back, "
            "or, to change them, run gongjiang issuer adopt",
        )
    return last


@transaction.atomic
def adopt_issuing_key(now: Moment) -> IssuingKey:
    """The keys the house holds now are today's from now on; earlier ones stay published."""
    last = IssuingKey.objects.last()
    if last and held(last):
        raise refuse("签发密钥没有变化", "The issuing keys are the registered ones already")
    return _registered(now)


def _registered(now: Moment) -> IssuingKey:
    paper = seal_certificate(settings.SEAL_KEY, plans()[0].said.zh[:LONGEST], now.at)
    made = IssuingKey.objects.create(
        key=public_key(), certificate=paper.public_bytes(Encoding.PEM).decode(), since=now.at
    )
    record("issuer.key", made.key, {"seal_sha256": paper.fingerprint(SHA256()).hex()}, now.at)
    return made
