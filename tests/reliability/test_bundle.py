"""Two verifiers of one bundle, the second written from the format's page alone: every tampering is found and
named, and both say the same.
"""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from gongjiang.law.journal.checking import Asked, checked
from gongjiang.law.journal.container import PARTS
from gongjiang.law.journal.parts import canonical
from gongjiang.web.console.verdict_words import WORDS
from gongjiang.web.console.verify_bundle import run, signed
from tests.ledger_ground import ROOT
from tests.reliability import bundles
from tests.reliability.bundles import (
    GOOD,
    HOUSE,
    MANY,
    OTHER,
    SIZES,
    flipped,
    forged_head,
    head_of,
    lines,
    of_json,
    own_hash,
    pack,
    resigned,
    rewritten,
    swap,
)

SECOND = bundles.standalone()
Verdict = tuple[int, str, str, int]
FLIPS = 1_000
WHOLE = pack(GOOD)


def verdict(data: bytes, key: str = "", since: str = "", witness: str = "") -> Verdict:
    """What both say: they must not differ."""
    first, _ = checked(data, signed, Asked(key, since, witness))
    second = SECOND.check(data, key, since, witness)
    assert tuple(first) == tuple(second)
    return tuple(first)


def dropped(at: int) -> Callable[[list[str]], None]:
    return lambda held: held.__delitem__(at - 1)


def edited(part: str, old: bytes, new: bytes) -> dict[str, bytes]:
    assert old in GOOD[part]
    return {**GOOD, part: GOOD[part].replace(old, new, 1)}


def zipped(method: int = zipfile.ZIP_DEFLATED, without: str = "", comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.comment = comment
        for name in PARTS:
            if name != without:
                file.writestr(zipfile.ZipInfo(name), GOOD[name], method)
    return out.getvalue()


def commented() -> bytes:
    out = io.BytesIO(WHOLE)
    with zipfile.ZipFile(out, "a") as file:
        file.comment = b"checked by me"
    return out.getvalue()


def appended() -> bytes:
    out = io.BytesIO(WHOLE)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr("readme.txt", "trust me")
    return out.getvalue()


def root_of(at: int) -> bytes:
    return bytes.fromhex(head_of(GOOD, at).split()[1])


FIRST_LINE = GOOD["leaves.txt"].splitlines(keepends=True)[0]
HEADS = "checkpoints.json"
TAMPERED: dict[str, tuple[Callable[[], bytes], Verdict]] = {
    "a leaf dropped": (lambda: pack(lines(dropped(12))), (1, "leaves.txt", "order", 12)),
    "the first leaf dropped": (lambda: pack(lines(dropped(1))), (1, "leaves.txt", "order", 1)),
    "the last leaf dropped": (lambda: pack(lines(dropped(MANY))), (1, "leaves.txt", "count", MANY)),
    "a leaf twice": (
        lambda: pack(lines(lambda h: h.insert(12, h[11]))), (1, "leaves.txt", "order", 13)),
    "two leaves swapped": (lambda: pack(lines(lambda h: swap(h, 4, 5))), (1, "leaves.txt", "order", 5)),
    "a leaf put in at the end": (
        lambda: pack(lines(lambda h: h.append(h[-1].replace("41", "42", 1)))),
        (1, "leaves.txt", "hash", 42)),
    "a kind changed": (
        lambda: pack(lines(lambda h: h.__setitem__(8, h[8].replace("submit", "refuse")))),
        (1, "leaves.txt", "hash", 9)),
    "a day changed": (
        lambda: pack(lines(lambda h: h.__setitem__(8, h[8].replace("03-02", "03-01")))),
        (1, "leaves.txt", "hash", 9)),
    "a leaf rewritten with its own hash": (
        lambda: pack(lines(lambda h: own_hash(h, 9))), (1, "leaves.txt", "root", 1)),
    "line ends of another system": (
        lambda: pack(lines(lambda h: h.__setitem__(0, h[0].replace("\n", "\r\n")))),
        (1, "leaves.txt", "form", 1)),
    "no last line end": (
        lambda: pack({**GOOD, "leaves.txt": GOOD["leaves.txt"][:-1]}), (1, "leaves.txt", "form", MANY)),
    "leaves emptied": (lambda: pack({**GOOD, "leaves.txt": b""}), (1, "leaves.txt", "count", 1)),
    "a leading zero": (
        lambda: pack({**GOOD, "leaves.txt": b"0" + GOOD["leaves.txt"]}), (1, "leaves.txt", "form", 1)),
    "a head dropped": (
        lambda: pack(of_json(HEADS, lambda n: n.pop(2))), (1, "proofs.json", "count", 0)),
    "the last head dropped": (
        lambda: pack(of_json(HEADS, lambda n: n.pop())), (1, HEADS, "count", 34)),
    "two heads swapped": (lambda: pack(of_json(HEADS, lambda n: swap(n, 1, 3))), (1, HEADS, "order", 21)),
    "a head twice": (lambda: pack(of_json(HEADS, lambda n: n.insert(2, n[2]))), (1, HEADS, "order", 9)),
    "a head signed by nobody": (
        lambda: pack(of_json(HEADS, lambda n: n.__setitem__(3, resigned(n[3])))), (1, HEADS, "signature", 9)),
    "a head without signature": (
        lambda: pack(of_json(HEADS, lambda n: n.__setitem__(3, n[3].partition("\n\n")[0] + "\n\n"))),
        (1, HEADS, "form", 9)),
    "a head of another root, signed by a stranger": (
        lambda: pack(forged_head(20, b"x" * 32, OTHER)), (1, HEADS, "signature", 9)),
    "a head of another root, signed by the house": (
        lambda: pack(forged_head(20, b"x" * 32)), (1, HEADS, "root", 9)),
    "a head's time changed": (
        lambda: pack(of_json(HEADS, lambda n: n.__setitem__(3, n[3].replace("T08", "T09")))),
        (1, HEADS, "signature", 9)),
    "a proof dropped": (
        lambda: pack(of_json("proofs.json", lambda p: p.pop(1))), (1, "proofs.json", "count", 0)),
    "two proofs swapped": (
        lambda: pack(of_json("proofs.json", lambda p: swap(p, 1, 2))), (1, "proofs.json", "proof", 8)),
    "a proof shortened": (
        lambda: pack(of_json("proofs.json", lambda p: p[3]["path"].pop())), (1, "proofs.json", "proof", 21)),
    "a proof of other hashes": (
        lambda: pack(of_json("proofs.json", lambda p: p[3]["path"].__setitem__(0, "00" * 32))),
        (1, "proofs.json", "proof", 21)),
    "a witness's head changed": (
        lambda: pack(of_json("witnesses.json", lambda w: w[1].update(root="00" * 32))),
        (1, "witnesses.json", "fork", 9)),
    "a witness's head made larger": (
        lambda: pack(of_json("witnesses.json", lambda w: w[1].update(size=99))),
        (1, "witnesses.json", "shorter", 42)),
    "a witness dropped": (
        lambda: pack(of_json("witnesses.json", lambda w: w.pop())), (1, "witnesses.json", "digest", 0)),
    "the key replaced": (
        lambda: pack({**GOOD, "keys.json": OTHER.keys()}), (1, "manifest.sig", "signature", 0)),
    "the key's id changed": (
        lambda: pack(of_json("keys.json", lambda k: k[0].update(id="00000000"))), (1, "keys.json", "key", 0)),
    "the keys taken out": (
        lambda: pack(of_json("keys.json", lambda k: k.clear())), (1, "keys.json", "key", 0)),
    "a stranger's key added": (
        lambda: pack(of_json("keys.json", lambda k: k.extend(json.loads(OTHER.keys())))),
        (1, "keys.json", "digest", 0)),
    "the manifest's size lowered": (
        lambda: pack(edited("manifest.json", b'"size":41', b'"size":40')),
        (1, "manifest.sig", "signature", 0)),
    "the manifest signed by a stranger": (
        lambda: pack({**OTHER.sealed(GOOD), "keys.json": HOUSE.keys()}), (1, "manifest.sig", "signature", 0)),
    "the manifest of another origin, signed": (
        lambda: pack(HOUSE.sealed(GOOD, origin=OTHER.key.name)), (1, "manifest.json", "origin", 0)),
    "the manifest with another root, signed": (
        lambda: pack(HOUSE.sealed(GOOD, root="00" * 32)), (1, "leaves.txt", "root", 1)),
    "the manifest with more than there is, signed": (
        lambda: pack(HOUSE.sealed(GOOD, size=50)), (1, "leaves.txt", "count", 42)),
    "the manifest's digests taken out, signed": (
        lambda: pack(HOUSE.sealed(GOOD, parts={})), (1, "manifest.json", "digest", 0)),
    "spaces in the manifest": (
        lambda: pack(edited("manifest.json", b",", b", ")), (1, "manifest.sig", "signature", 0)),
    "a signature taken out": (lambda: pack({**GOOD, "manifest.sig": b""}), (1, "manifest.sig", "form", 0)),
    "a form of later days": (
        lambda: pack(HOUSE.sealed(GOOD, version=2)), (2, "manifest.json", "version", 0)),
    "a comment on the file": (commented, (1, "container", "container", 0)),
    "one more part in the file": (appended, (1, "container", "container", 0)),
    "bytes behind the file": (lambda: WHOLE + b"\0", (1, "container", "container", 0)),
    "another date on the parts": (lambda: zipped(zipfile.ZIP_STORED), (1, "container", "container", 0)),
    "packed anew": (lambda: zipped(), (2, "manifest.json", "compressed", 0)),
    "a part missing": (
        lambda: zipped(zipfile.ZIP_STORED, "proofs.json"), (2, "proofs.json", "missing", 0)),
    "cut in the middle": (lambda: WHOLE[: len(WHOLE) // 2], (2, "leaves.txt", "truncated", 0)),
    "cut behind the parts": (
        lambda: WHOLE[: WHOLE.index(b"PK\1\2")], (2, "witnesses.json", "truncated", 0)),
    "cut by one byte": (lambda: WHOLE[:-1], (1, "container", "container", 0)),
    "no zip file at all": (lambda: b"hello", (2, "", "not_zip", 0)),
    "an empty file": (lambda: b"", (2, "", "not_zip", 0)),
}  # fmt: skip
WITNESSED = {
    "rewritten with the key": (lambda: rewritten(9), (1, "witness", "fork", 9)),
    "cut back with the key": (
        lambda: HOUSE.bundle([f"body {n}" for n in range(20)], [20]), (1, "witness", "shorter", 21)),
    "made anew by a stranger": (lambda: rewritten(9, house=OTHER), (1, "witness", "origin", 0)),
}  # fmt: skip


def test_a_good_bundle_is_good_to_both() -> None:
    assert verdict(WHOLE) == (0, "", "", 0)
    assert verdict(WHOLE, HOUSE.key.name, head_of(GOOD, 7), head_of(GOOD, 20)) == (0, "", "", 0)


@pytest.mark.parametrize("start", [1, 7, 8, 20, 33, 41])
def test_what_came_after_a_known_head_is_good_to_both(start: int) -> None:
    after = [size for size in SIZES if size > start]
    parts = HOUSE.bundle([f"body {n}" for n in range(MANY)], after, start)

    assert verdict(pack(parts), since=head_of(GOOD, start)) == (0, "", "", 0)
    assert verdict(pack(parts), since=f"{start} {'00' * 32}") == (1, "since", "fork", start + 1)
    if start > 1:
        assert verdict(pack(parts), since=head_of(GOOD, 1)) == (2, "since", "early", 0)


@pytest.mark.parametrize("name", TAMPERED)
def test_every_tampering_is_found_and_named_by_both(name: str) -> None:
    made, wanted = TAMPERED[name]

    found = verdict(made())

    assert found == wanted
    assert found[2] in WORDS


@pytest.mark.parametrize("name", WITNESSED)
def test_what_the_key_can_forge_a_witness_finds(name: str) -> None:
    made, wanted = WITNESSED[name]
    data = pack(made())

    assert verdict(data) == (0, "", "", 0)
    assert (
        verdict(data, witness=f"# kept by the auditor\n{head_of(GOOD, 8)}\n{head_of(GOOD, 33)}\n") == wanted
    )


def test_a_bundle_of_another_house_is_told_by_its_name() -> None:
    assert verdict(pack(rewritten(9, house=OTHER)), HOUSE.key.name) == (1, "manifest.json", "key", 0)


def test_a_file_that_has_no_heads_is_no_witness() -> None:
    assert verdict(WHOLE, witness="all is well") == (2, "witness", "form", 0)


def test_a_signature_of_an_unknown_kind_is_passed_over() -> None:
    more = "— gongjiang/sm2 AAAAAAAA\n".encode()
    parts = {**GOOD, "manifest.sig": GOOD["manifest.sig"] + more}

    assert verdict(pack(parts)) == (0, "", "", 0)


def test_a_thousand_flipped_bits_anywhere_are_all_found() -> None:
    dice, missed = Random(5), []
    for _ in range(FLIPS):
        at, bit = dice.randrange(len(WHOLE)), dice.randrange(8)
        if verdict(flipped(WHOLE, at, bit))[0] == 0:
            missed.append((at, bit))

    assert missed == []


@pytest.mark.parametrize("part", PARTS)
def test_a_flipped_bit_in_a_part_is_an_alteration(part: str) -> None:
    dice, codes = Random(part), set()
    for _ in range(40):
        data = GOOD[part]
        codes.add(
            verdict(pack({**GOOD, part: flipped(data, dice.randrange(len(data)), dice.randrange(8))}))[0]
        )

    assert codes == {1}


def test_a_flipped_bit_in_a_leaf_names_the_leaf() -> None:
    dice = Random(3)
    held = GOOD["leaves.txt"].splitlines(keepends=True)
    for _ in range(200):
        seq = dice.randint(1, MANY)
        line = flipped(held[seq - 1], dice.randrange(len(held[seq - 1]) - 1), dice.randrange(7))
        if b"\n" in line[:-1]:
            continue
        parts = {**GOOD, "leaves.txt": b"".join([*held[: seq - 1], line, *held[seq:]])}
        assert verdict(pack(parts))[::3] == (1, seq)


def test_the_command_answers_by_its_code_and_in_both_languages(tmp_path: Path, capsys) -> None:
    good, bad, none = tmp_path / "good.zip", tmp_path / "bad.zip", tmp_path / "none.zip"
    good.write_bytes(WHOLE)
    bad.write_bytes(pack(lines(dropped(12))))

    assert [run([str(path)]) for path in (good, bad, none)] == [0, 1, 2]
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == "完好：每条记录、每个链首、每个签名都相符"
    assert said.err.splitlines()[:2] == [
        "已被改动：次序不对：有缺漏、重复或颠倒（leaves.txt），自第 12 条起",
        "ALTERED: out of order: something is missing, twice or moved (leaves.txt), at record 12",
    ]
    assert run([str(bad), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["code"], told["part"], told["fault"], told["record"]) == (1, "leaves.txt", "order", 12)


def test_a_head_that_was_printed_on_paper_is_of_this_history_or_is_not(tmp_path: Path, capsys) -> None:
    path, size = tmp_path / "good.zip", 8
    path.write_bytes(WHOLE)
    other = bytes([root_of(size)[0] ^ 1]) + root_of(size)[1:]

    printed = [f"{size}:{root.hex()}" for root in (root_of(size), other)]

    assert [run([str(path), "--head", one]) for one in printed] == [0, 1]
    assert run([str(path), "--head", f"{10**6}:{other.hex()}"]) == 1
    assert run([str(path), "--head", "nothing of the kind"]) == 2
    assert "witness" in capsys.readouterr().err


def test_the_second_verifier_runs_alone(tmp_path: Path) -> None:
    codes = []
    for name, data in {"good": WHOLE, "bad": pack(lines(dropped(12))), "none": b""}.items():
        (tmp_path / name).write_bytes(data)
        command = [sys.executable, "-I", str(ROOT / "docs" / "verify_journal.py"), str(tmp_path / name)]
        codes.append(subprocess.run(command, capture_output=True, check=False).returncode)

    assert codes == [0, 1, 2]


def test_the_second_verifier_knows_nothing_of_the_first() -> None:
    source = (ROOT / "docs" / "verify_journal.py").read_text("utf-8")

    assert "import gongjiang" not in source
    assert "from gongjiang" not in source
    assert len(source.splitlines()) <= 400


def test_json_that_could_be_written_in_two_ways_is_refused() -> None:
    parts = {**GOOD, "proofs.json": GOOD["proofs.json"].replace(b'"from"', b'"\\u0066rom"', 1)}

    assert verdict(pack(parts)) == (1, "proofs.json", "form", 0)
    assert canonical(json.loads(GOOD["proofs.json"])) == GOOD["proofs.json"]
