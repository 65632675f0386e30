"""From the register to a check by a stranger: what was altered is found, and a revoked title too."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pyhanko.pdf_utils.generic import NameObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from gongjiang.office.clerk.issuing import adopt_issuing_key, issuing_key
from gongjiang.office.clerk.papers import give_certificate, give_credential
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.honours import paper
from gongjiang.office.honours.models import Certificate, Honour, IssuingKey
from gongjiang.office.journal.models import Leaf
from gongjiang.web.console.commands import run
from gongjiang.web.limits import within
from tests.treasury import TODAY
from tests.web.certified import AT, BASE, RARE


def read(client: Client, name: str, *args: object) -> Any:
    answer = client.get(reverse(f"portal:{name}", args=args))
    assert answer.status_code == 200, name
    return answer


class Stranger:
    """Somebody with the published files and no register."""

    def __init__(self, folder: Path, capsys: Any) -> None:
        self.folder, self.capsys = folder, capsys

    def check(self, what: str, issuer: bytes, one: bytes, told: bytes = b"") -> tuple[int, str]:
        paths = [self.folder / name for name in ("one.pdf", "issuer", "list")]
        for path, data in zip(paths, (one, issuer, told), strict=True):
            path.write_bytes(data)
        asked = ["verify", what, str(paths[0]), "--issuer", str(paths[1]), "--json"]
        code = run([*asked, "--status", str(paths[2])] if told else asked)
        said = json.loads(self.capsys.readouterr().out)
        return code, said["seal"]["word"] if what == "certificate" else said["word"]


@pytest.fixture
def stranger(tmp_path: Path, capsys: Any) -> Stranger:
    return Stranger(tmp_path, capsys)


def update(data: bytes) -> bytes:
    """The file with a later revision that any reader shows instead."""
    writer, out = IncrementalPdfFileWriter(io.BytesIO(data)), io.BytesIO()
    writer.root["/Lang"] = NameObject("/en")
    writer.update_root()
    writer.write(out)
    return out.getvalue()


def test_a_file_is_sealed_when_first_given_and_holds_by_the_published_certificate(
    certificate: Certificate, stranger: Stranger, client: Client
) -> None:
    data = give_certificate(certificate, BASE, AT)
    pem = read(client, "seals").content

    assert data.startswith(paper.certificate_pdf(certificate, BASE))
    assert stranger.check("certificate", pem, data) == (0, "holds")
    assert give_certificate(certificate, "https://elsewhere.invalid", AT) == data
    assert run(["verify", "certificate", str(stranger.folder / "one.pdf")]) == 0
    assert "签发后未作任何改动" in stranger.capsys.readouterr().out


def test_what_was_added_or_changed_is_found_without_the_register(
    certificate: Certificate, stranger: Stranger, client: Client
) -> None:
    data = give_certificate(certificate, BASE, AT)
    plain, pem = paper.certificate_pdf(certificate, BASE), read(client, "seals").content
    half, last = len(plain) // 2, len(data) - 100
    seal = data.rindex(b"/Contents <") + 1200

    assert stranger.check("certificate", pem, data + b"\n") == (1, "added")
    assert stranger.check("certificate", pem, update(data)) == (1, "added")
    assert stranger.check("certificate", pem, plain) == (1, "none")
    envelope = [data.rindex(b"/Contents <") + place for place in (11, 60, 75, 87, 91, 96, 400, 2000)]
    for place in (half, last, seal, *envelope):
        assert stranger.check("certificate", pem, flipped(data, place))[0] == 1
    assert stranger.check("certificate", pem, data[:-30])[1] in ("broken", "none")
    assert stranger.check("certificate", pem, data) == (0, "holds")


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_the_register_also_says_what_was_added(certificate: Certificate, tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(update(give_certificate(certificate, BASE, AT)))

    assert run(["verify", "certificate", str(path)]) == 1
    said = capsys.readouterr().out
    assert certificate.number in said
    assert "bytes were added after the seal" in said


@pytest.mark.both
def test_a_house_with_other_keys_signs_nothing_until_they_are_adopted(
    certificate: Certificate, stranger: Stranger, client: Client, settings: Any
) -> None:
    data, before = give_certificate(certificate, BASE, AT), read(client, "seals").content
    mine = json.dumps(give_credential(certificate, BASE, AT)).encode()
    settings.ISSUER_KEY = settings.SEAL_KEY = bytes(range(32))

    with pytest.raises(Refused, match="不是登记的密钥"):
        give_credential(certificate, BASE, AT)
    assert client.get(reverse("portal:issuer")).status_code == 404
    adopt_issuing_key(AT)
    both = read(client, "issuer").content

    assert stranger.check("certificate", read(client, "seals").content, data) == (0, "holds")
    assert stranger.check("credential", both, mine) == (0, "status_unknown")
    theirs = json.dumps(give_credential(certificate, BASE, AT)).encode()
    assert stranger.check("credential", both, theirs) == (0, "status_unknown")
    latest = IssuingKey.objects.latest("pk").certificate.encode()
    assert (latest in before, stranger.check("certificate", latest, data)) == (False, (1, "other_issuer"))
    assert Leaf.objects.filter(kind="issuer.key").count() == 2
    with pytest.raises(Refused, match="没有变化"):
        adopt_issuing_key(AT)


@pytest.mark.both
def test_a_title_revoked_is_in_the_published_list_and_gives_no_credential(
    certificate: Certificate, stranger: Stranger, client: Client
) -> None:
    issuing_key(AT)
    mine, keys = read(client, "credential", certificate.code).content, read(client, "issuer").content

    assert stranger.check("credential", keys, mine, read(client, "status_list", 1).content) == (0, "valid")
    Honour.objects.filter(pk=certificate.honour_id).update(revoked_on=TODAY)

    assert stranger.check("credential", keys, mine, read(client, "status_list", 1).content) == (1, "revoked")
    assert client.get(reverse("portal:credential", args=(certificate.code,))).status_code == 404
    with pytest.raises(Refused, match="撤销"):
        give_credential(certificate, BASE, AT)


def test_a_credential_says_no_more_than_the_page(certificate: Certificate, client: Client) -> None:
    issuing_key(AT)
    said = json.loads(read(client, "credential", certificate.code).content)
    page = read(client, "verified", certificate.code).content.decode()
    person = certificate.honour.person

    subject = said["credentialSubject"]
    assert subject["identifier"][0]["identityHash"] == RARE
    for part in (RARE, certificate.number, subject["achievement"]["name"], f"{certificate.issued_on}"):
        assert part in page
    assert set(subject) == {"type", "identifier", "licenseNumber", "achievement"}
    assert person.ref not in json.dumps(said)


def test_only_the_code_leads_to_a_credential(certificate: Certificate, client: Client) -> None:
    issuing_key(AT)
    link = reverse("portal:credential", args=(certificate.code,))

    assert link in read(client, "verified", certificate.code).content.decode()
    assert certificate.code not in read(client, "verified", certificate.number).content.decode()
    for unknown in (certificate.number, "nothing"):
        assert client.get(reverse("portal:credential", args=(unknown,))).status_code == 404
    for number in (0, 2, 10**9):
        assert client.get(reverse("portal:status_list", args=(number,))).status_code == 404


def test_guessing_codes_comes_to_an_end(certificate: Certificate, client: Client, rf: Any) -> None:
    while within(rf.get("/"), "verify", 60):
        pass

    assert client.get(reverse("portal:credential", args=(certificate.code,))).status_code == 429


def test_before_the_first_keys_there_is_nothing_to_see(certificate: Certificate, client: Client) -> None:
    for name, args in (("issuer", ()), ("seals", ()), ("status_list", (1,)), ("did", ())):
        assert client.get(reverse(f"portal:{name}", args=args)).status_code == 404


def test_an_issuer_with_a_name_on_the_web_is_found_where_that_name_says(
    certificate: Certificate, client: Client, stranger: Stranger, settings: Any
) -> None:
    settings.ISSUER = "did:web:certificates.example.cn"
    issuing_key(AT)
    told, mine = read(client, "did"), read(client, "credential", certificate.code)

    assert (json.loads(told.content)["id"], json.loads(mine.content)["issuer"]["id"]) == (
        settings.ISSUER,
        settings.ISSUER,
    )
    assert stranger.check("credential", told.content, mine.content) == (0, "status_unknown")
    assert told["Access-Control-Allow-Origin"] == "*"
