"""Check a bundle of the record, from docs/journal-format.md alone:
python verify_journal.py BUNDLE.zip [--since SIZE:ROOT|FILE] [--witness FILE] [--key ORIGIN].
"""

import argparse
import base64
import hashlib
import json
import os
import re
import struct
import sys
import zlib
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

NAMES = [
    "manifest.json",
    "manifest.sig",
    "keys.json",
    "leaves.txt",
    "checkpoints.json",
    "proofs.json",
    "witnesses.json",
]
FIELDS = ["format", "origin", "parts", "peaks", "root", "size", "start", "version"]
ORIGIN, NUMBER, HEX = "gongjiang/[0-9a-f]{16}", "[1-9][0-9]{0,17}", "[0-9a-f]{64}"
LEAF = rf"({NUMBER}) ([a-z][a-z0-9._-]{{0,39}}) ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}) ({HEX}) ({HEX})"
NOTE = rf"(({ORIGIN})\n({NUMBER})\n([A-Za-z0-9+/]{{43}}=)\ntime [0-9T:.+-]+\n)\n(.*)"


class Stop(Exception):
    """Code, part, word and record: the verdict."""


def need(held: Any, part: str, word: str = "form", record: int = 0, code: int = 1) -> Any:
    if not held:
        raise Stop(code, part, word, record)
    return held


def sha(*data: bytes) -> bytes:
    return hashlib.sha256(b"".join(data)).digest()


def split_file(data: bytes) -> dict[str, bytes]:
    need(data[:4] == b"PK\3\4", "", "not_zip", code=2)
    parts, at = dict[str, bytes](), 0
    for name in NAMES:
        begins = data[at : at + 4] == b"PK\3\4"
        need(begins or len(data) >= at + 30, name, "missing", code=2)
        need(len(data) >= at + 30, name, "truncated", code=2)
        (method,) = struct.unpack_from("<H", data, at + 8)
        size, label, extra = struct.unpack_from("<IHH", data, at + 22)
        need(begins and data[at + 30 : at + 30 + label] == name.encode(), name, "missing", code=2)
        need(not method, name, "compressed", code=2)
        at += 30 + label + extra + size
        parts[name] = data[at - size : at]
        need(at < len(data), name, "truncated", code=2)
    return parts


def whole_file(parts: dict[str, bytes]) -> bytes:
    out, directory = b"", b""
    for name in NAMES:
        size, crc = len(parts[name]), zlib.crc32(parts[name])
        common = struct.pack("<5H3IH", 20, 0, 0, 0, 33, crc, size, size, len(name))
        rest = struct.pack("<4H2I", 0, 0, 0, 0, 0, len(out)) + name.encode()
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + rest
        out += b"PK\3\4" + common + b"\0\0" + name.encode() + parts[name]
    end = struct.pack("<4H2IH", 0, 0, len(NAMES), len(NAMES), len(directory), len(out), 0)
    return out + directory + b"PK\5\6" + end


def value_of(part: str, parts: dict[str, bytes]) -> Any:
    try:
        value = json.loads(parts[part].decode("ascii"))
    except (ValueError, RecursionError):
        raise Stop(1, part, "form", 0) from None
    again = json.dumps(value, sort_keys=True, separators=(",", ":")) + "\n"
    need(again.encode() == parts[part], part)
    return value


def entries(part: str, parts: dict[str, bytes], *names: str) -> list[dict[str, Any]]:
    """A list of objects of exactly these names; hashes and numbers look like such."""
    value = value_of(part, parts)
    need(isinstance(value, list), part)
    for one in value:
        need(isinstance(one, dict) and sorted(one) == sorted(names), part)
    return value


def is_hash(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(HEX, value) is not None


def is_number(value: Any) -> bool:
    return type(value) is int and 0 <= value < 10**18


class Record:
    """The peaks of the tree at every size from `start` on."""

    def __init__(self, start: int, peaks: list[bytes]) -> None:
        self.start, self.ends = start, [tuple(peaks)]

    def add(self, leaf: bytes) -> None:
        size, top = self.start + len(self.ends) - 1, [*self.ends[-1], leaf]
        while size % 2:
            top[-2:] = [sha(b"\1", top[-2], top[-1])]
            size //= 2
        self.ends.append(tuple(top))

    def root(self, size: int) -> bytes:
        peaks = self.ends[size - self.start] or (sha(),)
        root = peaks[-1]
        for peak in peaks[-2::-1]:
            root = sha(b"\1", peak, root)
        return root


def leads(old: int, new: int, first: bytes, last: bytes, path: list[bytes]) -> bool:
    """Whether an RFC 6962 proof leads from one root to the other: its nodes rebuild both."""

    def rebuilt(m: int, n: int, known: bool) -> tuple[bytes, bytes]:
        if m == n:
            node = first if known else path.pop()
            return node, node
        k = 1 << (n - 1).bit_length() - 1
        right = path.pop() if m <= k else b""
        if right:
            left_old, left_new = rebuilt(m, k, known)
            return left_old, sha(b"\1", left_new, right)
        left = path.pop()
        right_old, right_new = rebuilt(m - k, n - k, False)
        return sha(b"\1", left, right_old), sha(b"\1", left, right_new)

    path = list(path)
    try:
        return rebuilt(old, new, True) == (first, last) and not path
    except IndexError:
        return False


def signatures(lines: str, part: str, record: int) -> list[tuple[str, bytes]]:
    need(lines.endswith("\n"), part, "form", record)
    made = []
    for line in lines[:-1].split("\n"):
        found = need(re.fullmatch("— ([!-~]+) ([A-Za-z0-9+/]+={0,2})", line), part, "form", record)
        try:
            signed = base64.b64decode(found[2], validate=True)
        except ValueError:
            raise Stop(1, part, "form", record) from None
        need(base64.b64encode(signed).decode() == found[2], part, "form", record)
        made.append((found[1], signed))
    return made


def check_signed(text: bytes, made: list[tuple[str, bytes]], keys: Any, part: str, record: int) -> None:
    known = [(keys[name, one[:4]], one[4:]) for name, one in made if (name, one[:4]) in keys]
    try:
        for public, signature in known:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except (InvalidSignature, ValueError):
        known = []
    need(known, part, "signature", record)


def text_of(part: str, parts: dict[str, bytes]) -> str:
    try:
        return parts[part].decode()
    except ValueError:
        raise Stop(1, part, "form", 0) from None


def keys_of(parts: dict[str, bytes]) -> dict[tuple[str, bytes], bytes]:
    part, keys = "keys.json", dict[tuple[str, bytes], bytes]()
    for one in entries(part, parts, "algorithm", "id", "name", "public"):
        need(is_hash(one["public"]) and one["algorithm"] == "Ed25519" and isinstance(one["name"], str), part)
        public = bytes.fromhex(one["public"])
        name = "gongjiang/" + sha(public).hex()[:16]
        key = sha(name.encode(), b"\n\1", public)[:4]
        need((one["id"], one["name"]) == (key.hex(), name), part, "key")
        keys[name, key] = public
    return need(keys, part, "key")


def manifest_of(parts: dict[str, bytes], house: str, asked: str) -> dict[str, Any]:
    part, told = "manifest.json", value_of("manifest.json", parts)
    need(isinstance(told, dict), part)
    need((told.get("format"), told.get("version")) == ("gongjiang-journal", 1), part, "version", code=2)
    need(sorted(told) == FIELDS, part)
    need(told["origin"] == house, part, "origin")
    need(is_number(told["start"]) and is_number(told["size"]) and isinstance(told["parts"], dict), part)
    need(isinstance(told["peaks"], list) and all(map(is_hash, [*told["peaks"], told["root"]])), part)
    need(told["size"] and told["size"] >= told["start"], part)
    need(len(told["peaks"]) == bin(told["start"]).count("1"), part)
    need(asked in ("", house), part, "key")
    return told


def record_of(parts: dict[str, bytes], told: dict[str, Any]) -> Record:
    part, start, size = "leaves.txt", told["start"], told["size"]
    record, lines = (
        Record(start, [bytes.fromhex(one) for one in told["peaks"]]),
        text_of(part, parts).split("\n"),
    )
    need(not lines.pop(), part, "form", start + len(lines) + 1)
    for seq, line in enumerate(lines, start + 1):
        found = need(re.fullmatch(LEAF, line), part, "form", seq)
        need(int(found[1]) == seq, part, "order", seq)
        leaf = sha(b"\0", "\n".join(("gongjiang-leaf/1", *found.groups()[:4], "")).encode())
        need(leaf.hex() == found[5], part, "hash", seq)
        record.add(leaf)
    end = start + len(lines)
    need(end == size, part, "count", min(end, size) + 1)
    need(record.root(size).hex() == told["root"], part, "root", start + 1)
    return record


def check_heads(parts: dict[str, bytes], told: dict[str, Any], record: Record, keys: Any) -> None:
    part, sizes, notes = "checkpoints.json", [told["start"]], value_of("checkpoints.json", parts)
    need(isinstance(notes, list), part)
    for note in notes:
        doubt = sizes[-1] + 1
        found = need(isinstance(note, str) and re.fullmatch(NOTE, note, re.S), part, "form", doubt)
        root = base64.b64decode(found[4])
        need(base64.b64encode(root).decode() == found[4], part, "form", doubt)
        made = signatures(found[5], part, doubt)
        need(found[2] == told["origin"], part, "origin", doubt)
        check_signed(found[1].encode(), made, keys, part, doubt)
        need(sizes[-1] < int(found[3]) <= told["size"], part, "order", doubt)
        need(record.root(int(found[3])) == root, part, "root", doubt)
        sizes.append(int(found[3]))
    need(sizes[-1] == told["size"], part, "count", sizes[-1] + 1)
    part, sizes = "proofs.json", sizes if told["start"] else sizes[1:]
    proofs = entries(part, parts, "from", "path", "to")
    need(all(isinstance(one["path"], list) and all(map(is_hash, one["path"])) for one in proofs), part)
    need(len(proofs) == max(0, len(sizes) - 1), part, "count")
    for old, new, one in zip(sizes, sizes[1:], proofs, strict=False):
        need(is_number(one["from"]) and is_number(one["to"]), part)
        path = [bytes.fromhex(node) for node in one["path"]]
        held = (one["from"], one["to"]) == (old, new) and leads(
            old, new, record.root(old), record.root(new), path
        )
        need(held, part, "proof", old + 1)


def check_outside(part: str, heads: list[tuple[int, str, str]], told: dict[str, Any], record: Record) -> None:
    last = told["start"]
    for size, root, house in sorted(heads):
        need(size and size >= told["start"], part, "early", code=2)
        need(size <= told["size"], part, "shorter", told["size"] + 1)
        need(house in ("", told["origin"]), part, "origin")
        need(record.root(size).hex() == root, part, "fork", last + 1)
        last = size


def heads_of(told: str, part: str) -> list[tuple[int, str, str]]:
    heads = []
    for line in filter(None, (one.partition("#")[0].strip() for one in told.splitlines())):
        found = need(re.fullmatch(f"({NUMBER}) ({HEX})(?: ({ORIGIN}))?", line), part, code=2)
        heads.append((int(found[1]), found[2], found[3] or ""))
    return heads


def check(data: bytes, key: str = "", since: str = "", witness: str = "") -> tuple[int, str, str, int]:
    try:
        parts = split_file(data)
        keys = keys_of(parts)
        made = signatures(text_of("manifest.sig", parts), "manifest.sig", 0)
        check_signed(parts["manifest.json"], made, keys, "manifest.sig", 0)
        told = manifest_of(parts, next(iter(keys))[0], key)
        record = record_of(parts, told)
        check_heads(parts, told, record, keys)
        handed = entries("witnesses.json", parts, "root", "size")
        need(all(is_hash(one["root"]) and is_number(one["size"]) for one in handed), "witnesses.json")
        check_outside("witnesses.json", [(one["size"], one["root"], "") for one in handed], told, record)
        need(sorted(told["parts"]) == sorted(NAMES[2:]), "manifest.json", "digest")
        for name in NAMES[2:]:
            need(told["parts"][name] == sha(parts[name]).hex(), name, "digest")
        need(whole_file(parts) == data, "container", "container")
        check_outside("since", heads_of(since, "since"), told, record)
        check_outside("witness", heads_of(witness, "witness"), told, record)
    except Stop as stop:
        return stop.args  # type: ignore[return-value]
    return 0, "", "", 0


def main() -> int:
    command = argparse.ArgumentParser()
    command.add_argument("bundle")
    for name in ("--since", "--witness", "--key"):
        command.add_argument(name, default="")
    asked = command.parse_args()
    try:
        with open(asked.bundle, "rb") as file:
            data = file.read()
        known = os.path.isfile(asked.since)
        since = open(asked.since).read() if known else asked.since.replace(":", " ", 1)  # noqa: SIM115
        witness = open(asked.witness).read() if asked.witness else ""  # noqa: SIM115
    except (OSError, ValueError) as error:
        code, part, word, record = 2, str(error), "unreadable", 0
    else:
        code, part, word, record = check(data, asked.key, since, witness)
    state = ("完好 GOOD", "已被改动 ALTERED", "无法核验 UNUSABLE")[code]
    print(state, part, word, f"第 {record} 条 at record {record}" if record else "")
    return code


if __name__ == "__main__":
    sys.exit(main())
