"""Uploads: an allow-list, the size before the bytes, the content before the name;
served as attachments alone.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import chain

from django.core.files.base import File
from django.http import FileResponse

from gongjiang.law.words import Problem, Words
from gongjiang.office.registry import files

BIGGEST = 10 * 1024 * 1024
KINDS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
ACTIVE = re.compile(rb"/(JavaScript|Launch|EmbeddedFile|Encrypt|Rendition|RichMedia)")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
UNPACKED = 64 * 1024 * 1024
"""Bytes of packed objects that are read at most; a file that holds more is refused."""


def fault(file: "File[bytes] | None") -> Problem | None:  # noqa: UP037
    if file is None or not file.size:
        return Problem(Words("请选择文件（不能为空文件）", "Choose a file (it must not be empty)"))
    if file.size > BIGGEST:
        return Problem(Words("文件超过 10 MB", "The file is larger than 10 MB"))
    body = file.read()
    file.seek(0)
    kind = media_type(body)
    if kind is None:
        return Problem(Words("只接受 PDF、PNG、JPEG 文件", "Only PDF, PNG and JPEG files are taken"))
    if kind == "application/pdf" and (b"%%EOF" not in body[-2048:] or active(body)):
        return Problem(
            Words(
                "PDF 含脚本、附件或加密内容，或文件不完整",
                "The PDF holds scripts, attachments or encryption, or is cut off",
            )
        )
    return None


def active(body: bytes) -> bool:
    """Whether a PDF names anything that acts: in the open, with escaped letters, or in packed objects."""
    left = UNPACKED
    for part in chain((body,), packed(body)):
        left -= 0 if part is body else len(part)
        if left <= 0 or ACTIVE.search(ESCAPED.sub(lambda held: bytes([int(held[1], 16)]), part)):
            return True
    return False


def packed(body: bytes) -> Iterator[bytes]:
    """The object streams of a PDF, unpacked one by one."""
    at = body.find(b"/ObjStm")
    while at >= 0:
        start = body.find(b"stream", at)
        end = body.find(b"endstream", start + 6)
        if start < 0 or end < 0:
            return
        try:
            yield zlib.decompressobj().decompress(body[start + 6 : end].lstrip(b"\r\n"), UNPACKED)
        except zlib.error:
            yield b""
        at = body.find(b"/ObjStm", end)


def media_type(body: bytes) -> str | None:
    """By the first bytes, never by the name."""
    return next((kind for sign, kind in KINDS.items() if body.startswith(sign)), None)


def keep(body: bytes) -> tuple[str, str]:
    """The name it is kept under, and its SHA-256."""
    return files.keep(files.EVIDENCE, body)


def attachment(stored: str, name: str, kind: str) -> FileResponse:
    """Served after an access check: an attachment, never inline, never sniffed, in a sandbox."""
    body = files.kept(files.EVIDENCE, stored)
    if body is None:
        raise FileNotFoundError(stored)
    answer = FileResponse(BytesIO(body), as_attachment=True, filename=name, content_type=kind)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "no-store"
    return answer
