"""Papers and pictures made by code, whole: what is wrong with a bad one is only what was put in."""

from collections.abc import Mapping
from io import BytesIO

from PIL import Image

PAGES = {1: b"<</Type/Catalog/Pages 2 0 R%s>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
         3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]%s>>"}  # fmt: skip


def pdf(
    catalogue: bytes = b"", more: Mapping[int, bytes] | None = None, page: bytes = b"", trailer: bytes = b""
) -> bytes:
    """One page, with keys in its catalogue, page or trailer; objects added, or put in place of others."""
    parts = {1: PAGES[1] % catalogue, 2: PAGES[2], 3: PAGES[3] % page, **(more or {})}
    body, places = b"%PDF-1.7\n", {}
    for number, inside in sorted(parts.items()):
        places[number] = len(body)
        body += b"%d 0 obj" % number + inside + b"endobj\n"
    start, size = len(body), max(parts) + 1
    rows = [b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size)]
    body += b"xref\n0 %d\n" % size + b"".join(rows)
    return body + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


def stream(inside: bytes, keys: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n" % (len(inside), keys) + inside + b"\nendstream "


def picture(kind: str = "PNG", size: tuple[int, int] = (30, 20), mode: str = "RGB", **how: object) -> bytes:
    """Left half dark, right half light: it can be told which way up it is."""
    held = Image.new("RGB", size, "white")
    held.paste("black", (0, 0, size[0] // 2, size[1]))
    fresh = BytesIO()
    held.convert(mode).save(fresh, kind, **how)
    return fresh.getvalue()
