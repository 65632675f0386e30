"""Uploads: an allow-list, the size before the bytes, the content before the name, pictures written anew;
served as attachments alone.
"""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from django.conf import settings
from django.core.files.base import File
from django.http import FileResponse, Http404

from gongjiang.law.words import Problem, Words
from gongjiang.office.registry import files
from gongjiang.web.apart import no
from gongjiang.web.apart.asking import looked_into
from gongjiang.web.given_names import shown_name

BIGGEST = 10 * 1024 * 1024
KINDS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
NOTHING = Words("请选择文件（不能为空文件）", "Choose a file (it must not be empty)")
TOO_BIG = Words("文件超过 10 MB", "The file is larger than 10 MB")
OTHER = Words("只接受 PDF、PNG、JPEG 文件", "Only PDF, PNG and JPEG files are taken")
WHY = {
    no.ACTS: Words("PDF 含脚本、附件、加密或其他会动作的内容",
                   "The PDF holds scripts, attachments, encryption or something else that acts"),
    no.UNREADABLE: Words("文件不完整或已损坏，无法读完",
                         "The file is cut off or damaged: it cannot be read to its end"),
    no.PIXELS: Words("图片像素过多，请缩小后再传", "The picture has too many pixels: make it smaller first"),
    no.PAGES: Words("PDF 页数或对象过多（至多 500 页）",
                    "The PDF has too many pages or objects (at most 500 pages)"),
    no.SWOLLEN: Words("PDF 展开后过大", "The PDF is too large when it is unpacked"),
}  # fmt: skip


@dataclass(frozen=True)
class Inert:
    """A file that may be kept: its name to show, its bytes, its type, and the SHA-256 of what was sent."""

    name: str
    body: bytes
    media_type: str
    sent: str


def inert(file: "File[bytes] | None", side: int = 0) -> Inert | Problem:  # noqa: UP037
    """Opened in a process of its own, or refused in words; a picture no longer than `side`, if told one."""
    if file is None or not file.size:
        return Problem(NOTHING)
    if file.size > BIGGEST:
        return Problem(TOO_BIG)
    body = file.read()
    kind = media_type(body)
    if kind is None:
        return Problem(OTHER)
    try:
        kept = looked_into(body, kind, settings.PICTURE_PIXELS, side)
    except no.NotTakenError as why:
        return Problem(WHY.get(str(why), WHY[no.UNREADABLE]))
    return Inert(shown_name(file.name or "", kind), kept, kind, sha256(body).hexdigest())


def media_type(body: bytes) -> str | None:
    """By the first bytes, never by the name."""
    return next((kind for sign, kind in KINDS.items() if body.startswith(sign)), None)


def keep(body: bytes) -> tuple[str, str]:
    """The name it is kept under, and its SHA-256."""
    return files.keep(files.EVIDENCE, body)


def attachment(stored: str, name: str, kind: str) -> FileResponse:
    """Served after an access check, if kept still: an attachment, never inline or sniffed, in a sandbox."""
    body = files.kept(files.EVIDENCE, stored)
    if body is None:
        raise Http404
    answer = FileResponse(BytesIO(body), as_attachment=True, filename=name, content_type=kind)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "no-store"
    return answer
