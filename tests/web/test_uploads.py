"""Uploads: judged by what they hold, kept away from every public path, given out as attachments alone."""

import json
import zlib
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Case, Evidence
from gongjiang.office.journal.models import Leaf
from gongjiang.web import uploads
from gongjiang.web.apart.signs import UNPACKED
from tests.paper import pdf, picture, stream
from tests.town import Town

pytestmark = pytest.mark.usefixtures("demo_clock")
PNG, JPEG = picture("PNG"), picture("JPEG")


def with_packed(inside: bytes) -> bytes:
    return pdf(more={4: stream(zlib.compress(inside), b"/Type/ObjStm/N 0/First 0/Filter/FlateDecode")})


REFUSED = {
    "empty": ("letter.pdf", b"", "不能为空"),
    "a web page called a picture": ("photo.png", b"<html><script>alert(1)</script></html>", "只接受"),
    "a drawing called a picture": ("photo.png", b'<svg onload="alert(1)"/>', "只接受"),
    "a program called a document": ("letter.pdf", b"MZ\x90\0" + b"\0" * 64, "只接受"),
    "an archive called a document": ("letter.pdf", b"PK\x03\x04" + b"\0" * 64, "只接受"),
    "words before the document": ("letter.pdf", b"x" + pdf(), "只接受"),
    "a script": ("letter.pdf", pdf(b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "脚本"),
    "a script with an escaped letter": ("letter.pdf", pdf(b"/OpenAction<</S/J#61vaScript/JS(x)>>"), "脚本"),
    "a script among packed objects": ("letter.pdf", with_packed(b"<</S/JavaScript/JS(x)>>"), "脚本"),
    "packed objects without end": ("letter.pdf", with_packed(b"\0" * (UNPACKED + 1)), "脚本"),
    "a program to be started": ("letter.pdf", pdf(b"/OpenAction<</S/Launch/F(cmd.exe)>>"), "脚本"),
    "a file inside": ("letter.pdf", pdf(b"/Names<</EmbeddedFiles 3 0 R>>"), "脚本"),
    "a lock": ("letter.pdf", pdf(trailer=b"/Encrypt 4 0 R"), "脚本"),
    "cut off": ("letter.pdf", pdf()[:-7], "不完整"),
}  # fmt: skip


@pytest.fixture
def case(town: Town) -> Case:
    return town.nominated(1).cases("nominated")[0]


def send(client: Client, case: Case, name: str, body: bytes, kind: str = "letter") -> str:
    """What the page says after the upload."""
    file = SimpleUploadedFile(name, body)
    return client.post(
        reverse("desk:upload", args=(case.ref,)), {"kind": kind, "file": file}, follow=True
    ).content.decode()


def test_what_is_not_plain_paper_or_picture_is_refused_in_words_and_nothing_is_kept(town, case):
    before, officer = (Evidence.objects.count(), Leaf.objects.count()), town.client("officer")

    silent = [
        what for what, (name, body, said) in REFUSED.items() if said not in send(officer, case, name, body)
    ]

    assert silent == []
    assert (Evidence.objects.count(), Leaf.objects.count()) == before


def test_what_is_too_large_is_refused_in_words(town, case, monkeypatch):
    monkeypatch.setattr(uploads, "BIGGEST", 100)

    assert "文件超过" in send(town.client("officer"), case, "letter.pdf", pdf() + b" " * 100)


def test_the_size_is_asked_before_a_byte_is_read():
    class Unread(SimpleUploadedFile):
        def read(self, *args: object) -> bytes:
            raise AssertionError("read")

    file = Unread("letter.pdf", b"")
    file.size = uploads.BIGGEST + 1

    assert isinstance(uploads.inert(file), Problem)


def test_a_file_is_needed(town, case):
    page = town.client("officer").post(
        reverse("desk:upload", args=(case.ref,)), {"kind": "letter"}, follow=True
    )

    assert "请选择文件" in page.content.decode()


def test_the_document_must_be_one_of_the_scheme(town, case):
    before, officer = Evidence.objects.count(), town.client("officer")

    pages = [send(officer, case, "letter.pdf", pdf(), kind) for kind in ("", "nonsense", "<script>")]

    assert all("请选择材料名称" in page for page in pages)
    assert Evidence.objects.count() == before


def test_plain_paper_and_pictures_are_taken(town, case):
    """Three letters that happen to stand in a scan are no script."""
    bodies = [pdf(), PNG, JPEG, with_packed(b"<</Type/Page>>"), pdf(more={4: stream(b"/JS by chance")})]

    for body in bodies:
        send(town.client("officer"), case, "材料.pdf", body)

    kept = list(Evidence.objects.order_by("-pk")[: len(bodies)])[::-1]
    assert [one.media_type for one in kept] == [uploads.media_type(body) for body in bodies]
    leaves = Leaf.objects.filter(kind="evidence.add").order_by("-pk")[: len(bodies)]
    sent = [json.loads(one.body)["sent"] for one in leaves][::-1]
    assert sent == [sha256(body).hexdigest() for body in bodies]


def test_a_name_is_only_a_name(town, case):
    names = ["../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "a\r\nSet-Cookie: x=1.pdf", "长" * 300]
    before = Evidence.objects.count()

    for name in names:
        send(town.client("officer"), case, name, pdf())

    kept = Evidence.objects.order_by("-pk")[: Evidence.objects.count() - before]
    assert len(kept) >= len(names) - 1
    for held in kept:
        assert not {"/", "\\", "\r", "\n"} & set(held.name)
        assert (len(held.name) <= 120, len(held.stored)) == (True, 32)


def test_a_document_is_given_as_an_inert_attachment_to_those_who_see_the_case_alone(town, case):
    assert case.body is not None
    send(town.client("officer"), case, "推荐函.html", pdf())
    held = Evidence.objects.latest("pk")
    url = reverse("desk:evidence", args=(held.ref,))

    answer = town.client("officer").get(url)
    body = b"".join(answer.streaming_content)
    answer.close()

    assert body == pdf()
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "no-store"
    for stranger in ("expert-E0101", "maker", "inspector1", "security"):
        assert town.client(stranger).get(url).status_code == 404
    assert Client().get(url).status_code == 302


def test_nobody_adds_to_a_case_they_do_not_see_or_may_only_look_at(town, case):
    before = Evidence.objects.count()
    file = {"kind": "letter", "file": SimpleUploadedFile("letter.pdf", pdf())}

    for who in ("leader", "auditor", "supervisor", "maker", "expert-E0101"):
        assert town.client(who).post(reverse("desk:upload", args=(case.ref,)), file).status_code == 404

    assert Evidence.objects.count() == before
