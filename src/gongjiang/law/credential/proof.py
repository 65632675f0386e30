"""The proof over a document: W3C Data Integrity, eddsa-jcs-2022."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from gongjiang.law.credential.canonical import canonical
from gongjiang.law.credential.multibase import decoded, encoded, key_bytes

Document = Mapping[str, Any]
Sign = Callable[[bytes], bytes]
Signed = Callable[[bytes, bytes, bytes], bool]
"""Public key, signature and message: whether the signature holds."""

KIND = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "proofPurpose": "assertionMethod"}


def proven(document: Document, method: str, created: str, sign: Sign) -> dict[str, Any]:
    """The document with its proof, by the key that `method` names."""
    options = {**KIND, "created": created, "verificationMethod": method}
    if "@context" in document:
        options["@context"] = document["@context"]
    return {**document, "proof": {**options, "proofValue": encoded(sign(_message(document, options)))}}


def holds(document: Document, key: str, signed: Signed) -> bool:
    """Whether its one proof was made by this key over exactly this document."""
    proof = document["proof"]
    options = {name: held for name, held in proof.items() if name != "proofValue"}
    bare = {name: held for name, held in document.items() if name != "proof"}
    if options.get("@context", bare.get("@context")) != bare.get("@context"):
        return False
    try:
        return signed(key_bytes(key), decoded(proof["proofValue"]), _message(bare, options))
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def _message(document: Document, options: Document) -> bytes:
    return sha256(canonical(dict(options))).digest() + sha256(canonical(dict(document))).digest()
