"""The certificate as a file: the same bytes for ever, read by anybody, and found out when it was changed."""

import io
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404
from django.test import RequestFactory
from pypdf import PdfReader

from gongjiang.office.clerk.papers import give_certificate
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.honours.models import Certificate, CertificateFile, Honour
from gongjiang.office.honours.paper import certificate_pdf, claimed_number
from gongjiang.office.honours.press import STANDARDS
from gongjiang.office.journal.models import Leaf, record
from gongjiang.office.journal.signing import sign_head
from gongjiang.web.console import ledger, rounds, verify
from gongjiang.web.console.commands import run
from gongjiang.web.desk import papers
from tests import append_only
from tests.town import Town
from tests.treasury import TODAY, Treasury
from tests.web.certified import AT, BASE, RARE


def text_of(data: bytes) -> str:
    return PdfReader(io.BytesIO(data)).pages[0].extract_text()


def test_what_is_printed_can_be_read(certificate: Certificate) -> None:
    text = text_of(certificate_pdf(certificate, BASE))

    for part in (
        certificate.number,
        RARE,
        "测试政文〔2026〕9号",
        f"{TODAY.year}年{TODAY.month}月{TODAY.day}日",
    ):
        assert part in text
    assert certificate.code in text


def test_the_head_of_the_record_is_printed_on_the_paper(certificate: Certificate) -> None:
    record("test.leaf", "x", {}, AT.at)
    signed = sign_head(AT.at)
    assert signed is not None

    data = give_certificate(certificate, BASE, AT)

    told = f"{signed.size}:{signed.root}"
    assert (told in text_of(data), len(PdfReader(io.BytesIO(data)).pages)) == (True, 1)
    assert told not in text_of(certificate_pdf(certificate, BASE))


def test_the_same_certificate_gives_the_same_bytes(certificate: Certificate) -> None:
    assert certificate_pdf(certificate, BASE) == certificate_pdf(certificate, BASE)


def test_the_file_says_what_it_is(certificate: Certificate) -> None:
    data = certificate_pdf(certificate, BASE)
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.trailer["/Root"]

    assert len(reader.pages) == 1
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "zh-CN")
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in data
    assert STANDARDS == ["a-2a", "ua-1"]
    assert claimed_number(data) == certificate.number


@pytest.mark.both
def test_the_hash_of_the_first_file_is_kept_with_a_leaf(certificate: Certificate) -> None:
    data = give_certificate(certificate, BASE, AT)

    certificate.refresh_from_db()
    assert certificate.sha256 == sha256(data).hexdigest()
    assert give_certificate(certificate, BASE, AT) == data
    assert Leaf.objects.filter(kind="certificate.print", ref=certificate.number).count() == 1


def test_the_first_file_is_given_again_whatever_the_tools_and_addresses_of_the_day(
    certificate: Certificate,
) -> None:
    first = give_certificate(certificate, BASE, AT)

    assert give_certificate(certificate, "https://elsewhere.invalid", AT) == first


def test_a_kept_file_that_was_changed_is_not_printed(certificate: Certificate) -> None:
    data = give_certificate(certificate, BASE, AT)
    with append_only.lifted():
        CertificateFile.objects.filter(certificate=certificate).update(data=data.replace(b"%PDF", b"%pdf"))

    with pytest.raises(Refused, match="不一致"):
        give_certificate(certificate, BASE, AT)


def test_a_revoked_title_has_no_certificate(certificate: Certificate) -> None:
    Honour.objects.filter(pk=certificate.honour_id).update(revoked_on=TODAY)

    with pytest.raises(Refused, match="撤销"):
        give_certificate(certificate, BASE, AT)


@pytest.fixture
def file(certificate: Certificate, tmp_path: Path) -> Path:
    path = tmp_path / "certificate.pdf"
    path.write_bytes(give_certificate(certificate, BASE, AT))
    return path


def test_a_file_is_checked_by_its_hash(certificate: Certificate, file: Path, capsys: Any) -> None:
    assert run(["verify", "certificate", str(file)]) == 0
    assert "有效" in capsys.readouterr().out


def test_a_changed_file_is_unknown_and_says_why(certificate: Certificate, file: Path, capsys: Any) -> None:
    file.write_bytes(file.read_bytes() + b"\n")

    assert run(["verify", "certificate", str(file)]) == 1
    said = capsys.readouterr().out
    assert "无法查到" in said
    assert certificate.number in said


def test_a_number_is_checked_in_the_register(certificate: Certificate) -> None:
    assert verify.checked(certificate.number)["status"] == "valid"  # type: ignore[index]
    assert verify.checked("NOBODY")["status"] == "unknown"  # type: ignore[index]

    Honour.objects.filter(pk=certificate.honour_id).update(revoked_on=TODAY, revoked_by="测试撤〔2026〕1号")

    assert verify.checked(certificate.number)["status"] == "revoked"  # type: ignore[index]
    assert run(["verify", "certificate", certificate.number]) == 1


def test_what_is_not_a_certificate_file_is_unusable(certificate: Certificate, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"plain text")

    assert run(["verify", "certificate", str(other)]) == 2
    assert run(["verify", "certificate", str(tmp_path / "absent.pdf")]) == 2


def test_the_books_and_the_record_are_checked_from_the_console(treasury: Treasury, capsys: Any) -> None:
    treasury.fund(1_000)
    treasury.owed(1, amount=600)

    assert run(["ledger", "check"]) == 0
    assert run(["journal", "verify", "--json"]) == 0
    assert ledger.checked()["debits_fen"] == ledger.checked()["credits_fen"] > 0


@pytest.mark.usefixtures("demo_clock")
def test_a_round_is_reported_in_three_formats(town: Town, tmp_path: Path, capsys: Any) -> None:
    walk = town.walked("conferred", many=6)
    code = walk.round.code

    assert run(["round", "report", code]) == 0
    assert "## 审定" in capsys.readouterr().out
    for kind, start in (("pdf", b"%PDF-"), ("xlsx", b"PK")):
        path = tmp_path / f"report.{kind}"
        assert rounds.run("round", ["report", code, "--format", kind, "--out", str(path)]) == 0
        assert path.read_bytes().startswith(start)
    assert "评选过程报告" in text_of((tmp_path / "report.pdf").read_bytes())
    assert run(["round", "report", "NONE"]) == 2
    downloads(town, Certificate.objects.filter(honour__case__round=walk.round).latest("pk"))


def downloads(town: Town, held: Certificate) -> None:
    """Whoever sees the case may download its certificate; to others it is not there."""
    ref = held.honour.case.ref

    answer = papers.certificate(asking(town, "officer"), ref)

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == f'attachment; filename="{held.number}.pdf"'
    assert held.number in text_of(answer.content)
    with pytest.raises(Http404):
        papers.certificate(asking(town, "maker"), ref)


def asking(town: Town, who: str) -> Any:
    request = RequestFactory().get("/", headers={"host": "127.0.0.1"})
    request.user = town.cast.users[who]
    return request
