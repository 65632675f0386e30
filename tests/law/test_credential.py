"""Canonical JSON, multibase, the proof and the list, against the vectors of their specifications."""

import struct
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gongjiang.law.credential import bits
from gongjiang.law.credential.canonical import canonical, read
from gongjiang.law.credential.multibase import decoded, encoded, key_bytes, key_text
from gongjiang.law.credential.proof import holds, proven
from gongjiang.web.console.verify_bundle import signed

KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
SECRET = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
PROOF = "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"
ALUMNI: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"],
    "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": "https://vc.example/issuers/5678",
    "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
}
NUMBERS = (
    ("0000000000000000", "0"), ("8000000000000000", "0"), ("0000000000000001", "5e-324"),
    ("8000000000000001", "-5e-324"), ("7fefffffffffffff", "1.7976931348623157e+308"),
    ("4340000000000000", "9007199254740992"), ("4430000000000000", "295147905179352830000"),
    ("44b52d02c7e14af5", "9.999999999999997e+22"), ("44b52d02c7e14af6", "1e+23"),
    ("444b1ae4d6e2ef4e", "999999999999999700000"), ("444b1ae4d6e2ef50", "1e+21"),
    ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"), ("3eb0c6f7a0b5ed8d", "0.000001"),
    ("41b3de4355555555", "333333333.3333333"), ("becbf647612f3696", "-0.0000033333333333333333"),
    ("43143ff3c1cb0959", "1424953923781206.2"),
)  # fmt: skip
"""Appendix B of RFC 8785."""


@pytest.mark.parametrize(("double", "text"), NUMBERS)
def test_numbers_are_written_as_the_appendix_has_them(double: str, text: str) -> None:
    assert canonical(struct.unpack(">d", bytes.fromhex(double))[0]).decode() == text


def test_names_are_sorted_by_their_utf_16_and_texts_escaped_as_little_as_may_be() -> None:
    names = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}
    text = '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    said = {"string": '\u20ac$\u000f\nA\'B"\\\\"/', "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 1e-27]}

    assert list(read(canonical(names).decode()).values()) == [2, 4, 6, 7, 1, 5, 3]
    assert canonical(said).decode() == text


@pytest.mark.parametrize("text", ['{"a":1,"a":2}', "NaN", "[Infinity]", '"\\ud800"'])
def test_what_has_no_one_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="."):
        canonical(read(text))


def test_the_proof_is_that_of_the_specification() -> None:
    private = Ed25519PrivateKey.from_private_bytes(decoded(SECRET)[2:])
    made = proven(ALUMNI, f"did:key:{KEY}#{KEY}", "2023-02-24T23:36:38Z", private.sign)

    assert key_text(private.public_key().public_bytes_raw()) == KEY
    assert made["proof"]["proofValue"] == PROOF
    assert holds(made, KEY, signed)
    assert not holds({**made, "name": "Alumnus"}, KEY, signed)


def test_bytes_come_back_from_text() -> None:
    for data in (b"\0\0hello", bytes(range(64)), key_bytes(KEY)):
        assert decoded(encoded(data)) == data
    for text in ("", "u123", "z0OIl", "z" * 300, encoded(b"\xed\x01short")):
        with pytest.raises(ValueError, match="."):
            key_bytes(text)


def test_a_bit_is_set_where_it_was_put_and_nowhere_else() -> None:
    held = bits.unpacked(bits.packed([0, 9, 131_071]))

    assert [index for index in range(bits.SIZE) if bits.is_set(held, index)] == [0, 9, 131_071]
    assert held[0] == 0x80
    assert (bits.place(5), bits.place(131_072), bits.keys(2)) == ((1, 5), (2, 0), (131_072, 262_143))
    for text in ("", "zAA", "u!!", bits.packed([])[:40], "uAAAA"):
        with pytest.raises(ValueError, match="."):
            bits.unpacked(text)
