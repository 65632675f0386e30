"""The certificate on paper: PDF/A-2a and PDF/UA-1, the same bytes for the same certificate and address."""

import io
import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import segno

from gongjiang.office.honours.models import Certificate
from gongjiang.office.honours.press import pressed
from gongjiang.plans import plan_of

SHEET = Path(__file__).with_name("certificate.typ")
NUMBER = re.compile(rb"<pdf:Keywords>([^<]{1,60})</pdf:Keywords>")
INK = "#1c2024"


def certificate_pdf(certificate: Certificate, base: str, head: str = "") -> bytes:
    """The file, made of the record alone. `base` is the public address of this house,
    without a final slash; `head` the head of the record, to which whoever holds the paper is a witness.
    """
    honour = certificate.honour
    title = plan_of(honour.case.scheme).registers.titles[honour.title].said
    link = check_link(certificate, base)
    said = {
        "heading": f"{title.zh} {certificate.number}",
        "title": title.zh,
        "title_en": title.en,
        "name": certificate.name,
        "number": certificate.number,
        "document": honour.resolution.document,
        "decided": in_chinese(honour.resolution.on),
        "issued": in_chinese(certificate.issued_on),
        "host": urlsplit(base).netloc,
        "code": certificate.code,
        "link": link,
        "head": head,
    }
    return pressed(SHEET, said, certificate.issued_on, qr=_picture(link))


def check_link(certificate: Certificate, base: str) -> str:
    """Where anybody can see whether it is still valid."""
    return f"{base.rstrip('/')}/verify/{certificate.code}/"


def claimed_number(data: bytes) -> str:
    """The number that a certificate file says it has, or nothing: read off its own description."""
    found = NUMBER.search(data)
    return found[1].decode("utf-8", "replace") if found else ""


def in_chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _picture(link: str) -> str:
    """A QR code of medium strength with its quiet zone, as SVG."""
    buffer = io.BytesIO()
    segno.make(link, error="m", micro=False).save(buffer, kind="svg", dark=INK, border=4, xmldecl=False)
    return buffer.getvalue().decode()
