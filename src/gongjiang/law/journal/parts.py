"""The parts of a bundle read strictly: what could be written in two ways is refused."""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from gongjiang.law.journal.note import Key, key_of, origin

FORMAT, VERSION = "gongjiang-journal", 1
HASH = re.compile(r"[0-9a-f]{64}")
NAMED = ("format", "origin", "parts", "peaks", "root", "size", "start", "version")


class Verdict(NamedTuple):
    """0 good, 1 altered, 2 unusable; the part, the word for it and the first record in doubt (0 is none)."""

    code: int
    part: str = ""
    word: str = ""
    record: int = 0


class Fault(Exception):
    """Checking ends here."""

    def __init__(self, code: int, part: str, word: str, record: int = 0) -> None:
        super().__init__(part, word)
        self.verdict = Verdict(code, part, word, record)


class Manifest(NamedTuple):
    origin: str
    start: int
    peaks: list[bytes]
    size: int
    root: bytes
    parts: Mapping[str, Any]


def canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def read_json(parts: Mapping[str, bytes], name: str) -> Any:
    try:
        value = json.loads(parts[name].decode("ascii"))
    except (ValueError, RecursionError):
        raise Fault(1, name, "form") from None
    if canonical(value) != parts[name]:
        raise Fault(1, name, "form")
    return value


def read_text(parts: Mapping[str, bytes], name: str) -> str:
    try:
        return parts[name].decode()
    except UnicodeDecodeError:
        raise Fault(1, name, "form") from None


def table(value: Any, names: tuple[str, ...], part: str, record: int = 0) -> dict[str, Any]:
    """An object of exactly these names."""
    if not isinstance(value, dict) or tuple(sorted(value)) != names:
        raise Fault(1, part, "form", record)
    return value


def listed(value: Any, part: str) -> list[Any]:
    if not isinstance(value, list):
        raise Fault(1, part, "form")
    return value


def number(value: Any, part: str) -> int:
    if type(value) is not int or not 0 <= value < 10**18:
        raise Fault(1, part, "form")
    return value


def hashes(value: Any, part: str) -> list[bytes]:
    if not all(isinstance(one, str) and HASH.fullmatch(one) for one in listed(value, part)):
        raise Fault(1, part, "form")
    return [bytes.fromhex(one) for one in value]


def read_keys(parts: Mapping[str, bytes]) -> list[Key]:
    """Every key by its name; the first one names the house."""
    part, keys = "keys.json", []
    for one in listed(read_json(parts, part), part):
        held = table(one, ("algorithm", "id", "name", "public"), part)
        public = hashes([held["public"]], part)[0]
        key = key_of(public)
        if held["algorithm"] != "Ed25519" or not isinstance(held["name"], str):
            raise Fault(1, part, "form")
        if (held["id"], held["name"]) != (key.id.hex(), key.name):
            raise Fault(1, part, "key")
        keys.append(key)
    if not keys:
        raise Fault(1, part, "key")
    return keys


def read_manifest(parts: Mapping[str, bytes], house: Key) -> Manifest:
    part = "manifest.json"
    value = read_json(parts, part)
    if not isinstance(value, dict):
        raise Fault(1, part, "form")
    if (value.get("format"), value.get("version")) != (FORMAT, VERSION):
        raise Fault(2, part, "version")
    held = table(value, NAMED, part)
    if held["origin"] != origin(house.public):
        raise Fault(1, part, "origin")
    start, size = number(held["start"], part), number(held["size"], part)
    peaks, root = hashes(held["peaks"], part), hashes([held["root"]], part)[0]
    if (
        not start <= size
        or not size
        or len(peaks) != start.bit_count()
        or not isinstance(held["parts"], dict)
    ):
        raise Fault(1, part, "form")
    return Manifest(held["origin"], start, peaks, size, root, held["parts"])
