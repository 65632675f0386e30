"""A credential checked without us: each kind of tampering is found, and what it was made from passes."""

import base64
import hashlib
import json
import zlib
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from gongjiang.law.credential import badge, bits
from gongjiang.law.credential.checking import Asked, checked
from gongjiang.law.credential.issuer import Known, issuer_document, method
from gongjiang.law.credential.multibase import key_text
from gongjiang.law.credential.proof import proven
from gongjiang.web.console.commands import run
from gongjiang.web.console.verify_bundle import signed

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
AT = datetime.fromisoformat("2026-11-26T10:00:00+08:00")
LATER = AT + timedelta(days=7)
ROOT = "https://certificates.example.cn"
STATUS = f"{ROOT}/credentials/status/1/"
OURS, THEIRS = (Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32) for seed in (1, 2))
KEY, OTHER = (key_text(one.public_key().public_bytes_raw()) for one in (OURS, THEIRS))
DID = f"did:key:{KEY}"
PLACE = 77
Data = dict[str, Any]


def made(private: Ed25519PrivateKey = OURS, did: str = DID, name: str = "龙𬭎", key: str = KEY) -> Data:
    told = badge.Told(
        f"{ROOT}/verify/code/credential.json", "TEST20260001", name, "能手", "能手 / Expert",
        f"{ROOT}/scheme/one/", "2026-11-25T00:00:00+08:00", STATUS, PLACE,
    )  # fmt: skip
    bare = badge.badge(told, badge.Issuer(did, "计划", ROOT))
    return proven(bare, method(did, key), AT.isoformat(), private.sign)


def listed(
    *revoked: int, link: str = STATUS, private: Ed25519PrivateKey = OURS, did: str = DID, key: str = KEY
) -> Data:
    bare = badge.status_list(link, did, revoked, AT.isoformat(), LATER.isoformat())
    return proven(bare, method(did, key), AT.isoformat(), private.sign)


class Desk:
    """Files in a folder, and the command that reads them."""

    def __init__(self, folder: Path, capsys: Any) -> None:
        self.folder, self.capsys = folder, capsys
        self.issuer = self.file("issuer.json", issuer_document("", [KEY]))

    def file(self, name: str, data: Any) -> Path:
        path = self.folder / name
        path.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False), "utf-8")
        return path

    def check(self, one: Any, told: Any = None, on: datetime = AT, issuer: Path | None = None) -> Any:
        asked = ["verify", "credential", str(self.file("one.json", one)), "--json", "--on", on.isoformat()]
        asked += ["--issuer", str(issuer or self.issuer)]
        asked += [] if told is None else ["--status", str(self.file("list.json", told))]
        code = run(asked)
        out = self.capsys.readouterr().out
        return (code, json.loads(out)["word"] if out else "")


@pytest.fixture
def desk(tmp_path: Path, capsys: Any) -> Desk:
    return Desk(tmp_path, capsys)


def leaves(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where every text or flag of a document is."""
    if isinstance(value, dict):
        return [found for name, held in value.items() for found in leaves(held, (*at, name))]
    if isinstance(value, list):
        return [found for place, held in enumerate(value) for found in leaves(held, (*at, place))]
    return [at]


def changed(document: Data, at: tuple[Any, ...], to: Callable[[Any], Any]) -> Data:
    made_of = deepcopy(document)
    held: Any = made_of
    for step in at[:-1]:
        held = held[step]
    held[at[-1]] = to(held[at[-1]])
    return made_of


def other(value: Any) -> Any:
    return (not value) if isinstance(value, bool) else f"{value}x"


def test_a_credential_as_given_is_valid_and_a_list_says_that_it_stands(desk: Desk) -> None:
    assert desk.check(made()) == (0, "status_unknown")
    assert desk.check(made(), listed(PLACE + 1)) == (0, "valid")
    assert desk.check(made(), listed(PLACE)) == (1, "revoked")


def test_each_field_changed_is_found(desk: Desk) -> None:
    whole, places = made(), leaves(made())

    found = {place: desk.check(changed(whole, place, other)) for place in places}

    assert len(places) >= 30
    assert {place: told for place, told in found.items() if told[0] != 1} == {}


def test_each_field_of_the_list_changed_is_found(desk: Desk) -> None:
    whole = listed(PLACE + 1)

    found = {place: desk.check(made(), changed(whole, place, other)) for place in leaves(whole)}

    assert {place: told for place, told in found.items() if told[0] != 1} == {}
    assert all(word.startswith("list_") for _, word in found.values())


def without(document: Data, *names: str) -> Data:
    return {name: held for name, held in document.items() if name not in names}


FORGED: dict[str, tuple[Data, Data | None, str]] = {
    "proof removed": (without(made(), "proof"), None, "no_proof"),
    "two proofs": ({**made(), "proof": [made()["proof"]] * 2}, None, "no_proof"),
    "a field added": ({**made(), "evidence": []}, None, "altered"),
    "a field removed": (without(made(), "credentialStatus"), None, "altered"),
    "signed by another who says so": (made(THEIRS, f"did:key:{OTHER}", key=OTHER), None, "other_key"),
    "signed by another in our name": (made(THEIRS), None, "altered"),
    "another's method under our name": (made(THEIRS, DID, key=OTHER), None, "other_key"),
    "our key under another name": (made(OURS, f"did:key:{OTHER}"), None, "other_issuer"),
    "our key under a web name not ours": (made(OURS, "did:web:elsewhere.example"), None, "other_issuer"),
    "method of another document": (
        {**made(), "proof": {**made()["proof"], "verificationMethod": f"did:key:{OTHER}#{KEY}"}},
        None,
        "other_issuer",
    ),
    "the proof of another credential": ({**made(), "proof": made(name="别人")["proof"]}, None, "altered"),
    "another suite": (
        {**made(), "proof": {**made()["proof"], "cryptosuite": "eddsa-rdfc-2022"}}, None, "other_suite",
    ),
    "another purpose": (
        {**made(), "proof": {**made()["proof"], "proofPurpose": "authentication"}}, None, "other_suite",
    ),
    "a list as a credential": (listed(), None, "other_kind"),
    "a credential as a list": (made(), made(), "list_other_kind"),
    "another list of ours": (made(), listed(link=STATUS.replace("1", "2")), "other_list"),
    "a list by somebody else": (
        made(), listed(private=THEIRS, did=f"did:key:{OTHER}", key=OTHER), "list_other_key",
    ),
    "a list by somebody else in our name": (made(), listed(private=THEIRS), "list_altered"),
    "a list without proof": (made(), without(listed(), "proof"), "list_no_proof"),
    "the bit put out of the list": (
        made(), {**listed(PLACE), "credentialSubject": listed()["credentialSubject"]}, "list_altered",
    ),
    "revoked": (made(), listed(PLACE), "revoked"),
}  # fmt: skip


@pytest.mark.parametrize("kind", FORGED)
def test_a_forgery_is_found_and_named(kind: str, desk: Desk) -> None:
    one, told, word = FORGED[kind]

    assert desk.check(one, told) == (1, word)
    assert desk.check(made(), listed()) == (0, "valid")


def test_of_a_thousand_each_gets_the_right_verdict() -> None:
    known, told = Known(frozenset([KEY])), json.dumps(listed(PLACE))
    free = json.dumps(listed(PLACE + 1))
    for number in range(1000):
        one = made(name=f"工匠{number}")
        kind = number % 3
        text = json.dumps(changed(one, ("name",), other) if kind == 1 else one)
        verdict = checked(text, signed, Asked(known, AT, told if kind == 2 else free))
        assert verdict[:2] == ((0, "valid"), (1, "altered"), (1, "revoked"))[kind]


def test_times_are_kept_to(desk: Desk) -> None:
    assert desk.check(made(), on=AT - timedelta(days=30)) == (1, "not_yet")
    assert desk.check(made(), listed(), on=LATER) == (0, "valid")
    assert desk.check(made(), listed(), on=LATER + timedelta(seconds=1)) == (1, "list_expired")
    assert desk.check(made(), listed(), on=AT - timedelta(hours=1)) == (1, "list_not_yet")


def test_the_order_of_names_and_the_blanks_between_them_change_nothing(desk: Desk) -> None:
    turned = json.dumps(dict(reversed(made().items())), indent=3, ensure_ascii=True)

    assert desk.check(turned) == (0, "status_unknown")


def test_what_an_earlier_key_signed_still_holds_after_a_change_of_keys(desk: Desk) -> None:
    changed_keys = desk.file("both.json", issuer_document("", [OTHER, KEY]))
    now = listed(private=THEIRS, did=f"did:key:{OTHER}", key=OTHER)

    assert desk.check(made(), now, issuer=changed_keys) == (0, "valid")
    assert desk.check(made(), issuer=desk.file("key.txt", f"{KEY}\n")) == (0, "status_unknown")
    assert desk.check(made(), issuer=desk.file("key.txt", OTHER)) == (1, "other_key")


def test_a_name_on_the_web_is_held_to_the_issuers_document(desk: Desk) -> None:
    web = "did:web:certificates.example.cn"
    named = desk.file("web.json", issuer_document(web, [KEY]))

    assert desk.check(made(did=web), issuer=named) == (0, "status_unknown")
    assert desk.check(made(did="did:web:elsewhere.example"), issuer=named) == (1, "other_issuer")


@pytest.mark.parametrize("text", ["", "[]", "not json", '{"a":1,"a":2}', "[" * 5000, '{"proof":NaN}'])
def test_what_cannot_be_read_is_unusable(text: str, desk: Desk) -> None:
    assert desk.check(text)[0] == 2
    assert desk.check(made(), text)[0] == 2


def test_without_knowing_the_issuer_there_is_no_verdict(desk: Desk, tmp_path: Path) -> None:
    assert desk.check(made(), issuer=desk.file("none.json", "{}"))[0] == 2
    assert desk.check(made(), issuer=tmp_path / "absent.json")[0] == 2


def test_a_second_checker_written_from_the_specification_agrees(desk: Desk) -> None:
    """Base58, sorted JSON and Ed25519 alone: nothing of ours but the document."""
    assert plainly(made(), KEY)
    assert plainly(listed(3), KEY)
    assert plainly(made(THEIRS, f"did:key:{OTHER}", key=OTHER), OTHER)
    assert not plainly(made(), OTHER)
    for place in leaves(made()):
        if place[0] != "proof":
            assert not plainly(changed(made(), place, other), KEY), place
    told = listed(3)["credentialSubject"]["encodedList"]
    held = zlib.decompress(base64.urlsafe_b64decode(told[1:] + "=="), 31)
    assert (len(held) * 8, held[0], any(held[1:])) == (bits.SIZE, 0b00010000, False)


def plainly(document: Data, key: str) -> bool:
    proof = dict(document["proof"])
    value = unbase58(proof.pop("proofValue"))
    bare = {name: held for name, held in document.items() if name != "proof"}
    message = b"".join(
        hashlib.sha256(
            json.dumps(one, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        ).digest()
        for one in (proof, bare)
    )
    try:
        Ed25519PublicKey.from_public_bytes(unbase58(key)[2:]).verify(value, message)
    except InvalidSignature:
        return False
    return proof["@context"] == document["@context"]


def unbase58(text: str) -> bytes:
    number = 0
    for letter in text[1:]:
        number = number * 58 + ALPHABET.index(letter)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")
