"""Does the seal of a file hold, was anything added after it, and is it ours: by the certificates alone."""

import io
from collections.abc import Sequence
from typing import NamedTuple

from asn1crypto import x509
from asn1crypto.cms import ContentInfo, SignedData
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import NO_CHANGES_DIFF_POLICY
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

SHA256 = bytes.fromhex("300d06096086480165030402010500")
"""The name of the digest as it is written."""
WHOLE = SignatureCoverageLevel.ENTIRE_FILE


class Seal(NamedTuple):
    """`word` says how it stands; `added` counts the bytes after what the seal covers."""

    word: str
    added: int = 0


def seal_of(data: bytes, issuers: Sequence[Certificate]) -> Seal:
    """none, broken, other_issuer, added or holds. What cannot even be read is broken, however it fails."""
    try:
        found = list(PdfFileReader(io.BytesIO(data)).embedded_signatures)
        return _of(found[0], data, issuers) if found else Seal("none")
    except Exception:
        return Seal("broken")


def _of(one: EmbeddedPdfSignature, data: bytes, issuers: Sequence[Certificate]) -> Seal:
    trusted = [x509.Certificate.load(issuer.public_bytes(Encoding.DER)) for issuer in issuers]
    if one.signer_cert.dump() not in [issuer.dump() for issuer in trusted]:
        return Seal("other_issuer")
    since = one.signer_cert["tbs_certificate"]["validity"]["not_before"].native
    context = ValidationContext(trust_roots=trusted, allow_fetching=False, moment=since)
    status = validate_pdf_signature(
        one, signer_validation_context=context, diff_policy=NO_CHANGES_DIFF_POLICY
    )
    if not (status.intact and status.valid and status.trusted and _plain(one, data)):
        return Seal("broken")
    _, _, after, rest = one.byte_range
    if added := len(data) - after - rest:
        return Seal("added", added)
    return Seal("holds" if status.bottom_line and status.coverage is WHOLE else "broken")


def _plain(one: EmbeddedPdfSignature, data: bytes) -> bool:
    """Whether the gap that no signature covers holds the signature in hexadecimal and zeros, nothing else."""
    start, length, after, _ = one.byte_range
    gap = data[start + length : after]
    told = bytes.fromhex(gap[1:-1].decode())
    found = ContentInfo.load(told)["content"]
    if not found.native or {found["version"].native, one.signer_info["version"].native} != {"v1"}:
        return False
    if [name.dump() for name in found["digest_algorithms"]] != [SHA256]:
        return False
    anew = SignedData.load(found.untag().dump(force=True))
    made: bytes = ContentInfo({"content_type": "signed_data", "content": anew}).dump(force=True)
    written = made.hex().upper().encode().ljust(len(gap) - 2, b"0")
    return bool(start == 0 and gap == b"<" + written + b">")
