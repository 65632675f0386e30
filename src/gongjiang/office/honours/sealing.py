"""The seal on a certificate's file: PAdES, certified, no change allowed; without any network."""

import io
from datetime import datetime, timedelta

from asn1crypto import keys, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import (
    BasicConstraints,
    Certificate,
    CertificateBuilder,
    KeyUsage,
    Name,
    NameAttribute,
    SubjectKeyIdentifier,
    random_serial_number,
)
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

FIELD = "Seal"
YEARS = 30
P256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The order of the group: what a private key is below."""


def seal_key(secret: bytes) -> ec.EllipticCurvePrivateKey:
    """The key that 32 random bytes make."""
    return ec.derive_private_key(int.from_bytes(secret, "big") % (P256 - 1) + 1, ec.SECP256R1())


def seal_certificate(secret: bytes, name: str, at: datetime) -> Certificate:
    """The house's own issuing certificate, signed by itself: what anybody checks a file with."""
    key = seal_key(secret)
    who = Name([NameAttribute(NameOID.COMMON_NAME, name)])
    built = CertificateBuilder(
        issuer_name=who,
        subject_name=who,
        public_key=key.public_key(),
        serial_number=random_serial_number(),
        not_valid_before=at - timedelta(days=1),
        not_valid_after=at.replace(year=at.year + YEARS, day=min(at.day, 28)),
    )
    use = KeyUsage(True, True, False, False, False, False, False, False, False)
    for extension in (BasicConstraints(False, None), use):
        built = built.add_extension(extension, critical=True)
    built = built.add_extension(SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    return built.sign(key, hashes.SHA256())


def sealed(data: bytes, secret: bytes, certificate: Certificate) -> bytes:
    """The file with the seal at its end. It is certified: any later change breaks it."""
    private = seal_key(secret).private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = SimpleSigner(
        signing_cert=x509.Certificate.load(certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    told = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.PADES,
    )
    made = PdfSigner(told, signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)))
    return bytes(made.getvalue())
