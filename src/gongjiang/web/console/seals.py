"""The seal of a certificate's file, told in words; whose certificates count is said from outside."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cryptography.x509 import Certificate, load_pem_x509_certificates

from gongjiang.law.words import Problem, Words, problem
from gongjiang.web.as_data import both

PDF = b"%PDF-"
BAD = ("broken", "added", "other_issuer")
SEALS = {
    "holds": Words("签名有效，签发后未作任何改动", "The seal holds, and nothing was added after it"),
    "added": Words(
        "签名之后又追加了 {} 字节：文件不是签发时的原件",
        "{} bytes were added after the seal: this is not the file as issued",
    ),
    "broken": Words("签名无效：文件被改动过", "The seal does not hold: the file was changed"),
    "other_issuer": Words("签名不是本签发者的", "Somebody else sealed this file, not this issuer"),
    "none": Words("文件没有电子签名", "The file bears no seal"),
}


def contents(path: Path) -> bytes | Problem:
    try:
        data = path.read_bytes()
    except OSError as error:
        return problem(f"读不出文件：{path}", f"Cannot read {path}: {error.strerror}")
    if not data.startswith(PDF):
        return problem(f"不是 PDF 文件：{path}", f"Not a PDF: {path}")
    return data


def sealed(data: bytes, issuers: Sequence[Certificate]) -> dict[str, Any]:
    from gongjiang.office.honours.seal_check import seal_of  # noqa: PLC0415

    seal = seal_of(data, issuers)
    said = SEALS[seal.word]
    told = Words(said.zh.format(seal.added), said.en.format(seal.added))
    return {"word": seal.word, "added": seal.added, **both(told)}


def certificates(path: Path) -> list[Certificate] | Problem:
    """What the issuer publishes at issuer.pem."""
    try:
        return load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError):
        return problem(f"不是签发证书文件：{path}", f"Not a file of issuing certificates: {path}")


def registered() -> list[Certificate]:
    from gongjiang.office.honours.issuing import paper  # noqa: PLC0415
    from gongjiang.office.honours.models import IssuingKey  # noqa: PLC0415

    return [paper(row) for row in IssuingKey.objects.all()]
