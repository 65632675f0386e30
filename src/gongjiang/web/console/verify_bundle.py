"""gongjiang-verify BUNDLE.zip: is this record what it was? Offline, with public keys alone."""

import argparse
import sys
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from gongjiang.law.journal.checking import Asked, checked
from gongjiang.law.journal.note import Head, copied
from gongjiang.law.journal.parts import Verdict
from gongjiang.law.words import Words
from gongjiang.web.as_data import both
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.verdict_words import WORDS


def main() -> int:
    return run(sys.argv[1:])


def run(arguments: list[str]) -> int:
    command = argparse.ArgumentParser(prog="gongjiang-verify", description="check a bundle of the record")
    command.add_argument("bundle", type=Path)
    command.add_argument("--since", default="", help="SIZE:ROOT of a head you know, or a file with it")
    command.add_argument("--witness", type=Path, help="a file of heads that were copied earlier")
    command.add_argument("--head", default="", help="SIZE:ROOT as printed on a certificate")
    command.add_argument("--key", default="", help="the house's name, as published: gongjiang/…")
    command.add_argument("--json", action="store_true")
    asked = command.parse_args(arguments)
    try:
        data, since = asked.bundle.read_bytes(), _since(asked.since)
        witness = asked.witness.read_text("utf-8") if asked.witness else ""
        head = _since(asked.head) if asked.head else ""
        witness += "\n" * bool(witness and head) + head
    except (OSError, UnicodeDecodeError) as error:
        return _answer(Verdict(2, str(error), "unreadable"), None, asked.json)
    if asked.head and not copied(head):
        return _answer(Verdict(2, "--head", "form"), None, asked.json)
    return _answer(*checked(data, signed, Asked(asked.key, since, witness)), asked.json)


def signed(public: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _since(told: str) -> str:
    return Path(told).read_text("utf-8") if told and Path(told).is_file() else told.replace(":", " ", 1)


def said(verdict: Verdict) -> Words:
    words = WORDS[verdict.word]
    where = f"（{verdict.part}）" if verdict.part else ""
    at_zh = f"，自第 {verdict.record} 条起" if verdict.record else ""
    at_en = f", at record {verdict.record}" if verdict.record else ""
    part = f" ({verdict.part})" if verdict.part else ""
    return Words(f"{words.zh}{where}{at_zh}", f"{words.en}{part}{at_en}")


def _answer(verdict: Verdict, head: Head | None, json: bool) -> int:
    if json:
        end = {"size": head.size, "root": head.root.hex(), "origin": head.origin} if head else None
        told = both(said(verdict)) if verdict.code else {}
        as_json({"code": verdict.code, "part": verdict.part, "fault": verdict.word,
                 "record": verdict.record or None, "head": end, **told})  # fmt: skip
        return verdict.code
    if head is None:
        words = said(verdict)
        zh, en = ("已被改动", "ALTERED") if verdict.code == 1 else ("无法核验", "UNUSABLE")
        return fault(Words(f"{zh}：{words.zh}", f"{en}: {words.en}"), verdict.code)
    print(
        "完好：每条记录、每个链首、每个签名都相符\nGOOD: every record, every head and every signature holds"
    )
    print(f"{head.size} {head.root.hex()} {head.origin}")
    return 0
