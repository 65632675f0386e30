"""A draw record replays, in the program and alone, and one changed bit is refused by both."""

import copy
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongjiang.law.bundle import Mismatch, Replayed, bundle, bundle_rfc3797, replay
from gongjiang.law.draw import chain
from gongjiang.law.pool import Expert, Pool
from gongjiang.law.standalone import replay_draw
from gongjiang.law.words import Problem

LINKS = chain("a secret of the test", 4)
EXPERTS = {f"E{n:02}": Expert("焊接" if n % 2 else "数控", f"O{n % 5}") for n in range(14)}
POOL = Pool(
    EXPERTS,
    {"焊接": 2, "数控": 2},
    recused=frozenset({"E01", "E02", "E03"}),
    org_cap=1,
    context="2031|",
    source="double lottery, issue 31001",
    source_time="2031-01-02T21:15+08:00",
    commitment=LINKS[-1],
)
HASH_SORT = bundle(POOL, "7.9.16.20.25.31.4./", LINKS[-2])
RFC = bundle_rfc3797([f"E{n}" for n in range(9)], [[9, 3, 5], ["12.50"]], 4, "lottery", "2031-01-02")
RECORDS = pytest.mark.parametrize("record", [HASH_SORT, RFC], ids=["hash-sort", "rfc3797"])


def alone(record: object, folder: Path) -> int:
    """The exit status of the stand-alone program."""
    path = folder / "record.json"
    path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    return subprocess.run([sys.executable, "-I", replay_draw.__file__, path], capture_output=True).returncode


@RECORDS
def test_a_record_survives_json_and_replays_to_the_same_order(record):
    found = replay(json.loads(json.dumps(record)))

    assert found == Replayed(tuple(record["result"]["order"]))


@RECORDS
def test_the_stand_alone_program_accepts_a_true_record(record, tmp_path):
    assert alone(record, tmp_path) == 0


ALTERED = [
    (("version",), 2, "version"),
    (("version",), True, "version"),
    (("mode",), "rfc3797", "pool"),
    (("mode",), "other", "mode"),
    (("pool", "org_cap"), 2, "pool_commitment"),
    (("pool", "alternates"), 2.0, "pool"),
    (("pool", "recused"), ["E01", "E02"], "pool_commitment"),
    (("pool_commitment",), "0" * 64, "pool_commitment"),
    (("public", "source"), "another", "public.source"),
    (("public", "value"), "1./", "tickets.数控.E00"),
    (("one_time_code",), LINKS[-2].upper(), "one_time_code"),
    (("one_time_code",), LINKS[-1], "one_time_code"),
    (("one_time_code",), LINKS[-3], "chain_step"),
    (("chain_step",), 2, "chain_step"),
    (("tickets", "焊接", "E05"), "0" * 64, "tickets.焊接.E05"),
    (("result", "order"), [], "result.order"),
    (("result", "panel", "焊接"), ["E05"], "result.panel.焊接"),
    (("skips",), [], "skips"),
    (("extra",), 1, "extra"),
]


@pytest.mark.parametrize(("path", "value", "field"), ALTERED)
def test_an_altered_record_is_refused_naming_the_field(path, value, field, tmp_path):
    record = copy.deepcopy(HASH_SORT)
    held = record
    for key in path[:-1]:
        held = held[key]
    held[path[-1]] = value

    found = replay(record)

    assert isinstance(found, Mismatch)
    assert found.field == field
    assert alone(record, tmp_path) == 1


@pytest.mark.parametrize("record", [None, [], {}, {"format": "gongjiang-draw"}, {"format": "\ud800"}])
def test_anything_else_is_refused(record, tmp_path):
    assert isinstance(replay(record), Mismatch)
    assert replay_draw.fault(str(written(tmp_path, json.dumps(record).encode())))


def written(folder: Path, content: bytes) -> Path:
    path = folder / "record.json"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("record", [HASH_SORT, RFC], ids=["hash-sort", "rfc3797"])
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_one_changed_bit_anywhere_is_refused_by_both(record, data, tmp_path_factory):
    content = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
    place = data.draw(st.integers(0, len(content) - 1))
    bit = data.draw(st.integers(0, 7))
    changed = content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :]

    path = written(tmp_path_factory.mktemp("bit"), changed)

    assert replay_draw.fault(str(path))
    assert refused(changed)


def refused(content: bytes) -> bool:
    try:
        record = json.loads(content)
    except ValueError:
        return True
    return isinstance(replay(record), Mismatch)


def test_a_record_rewritten_throughout_is_refused_against_the_published_commitment(tmp_path):
    rewritten = bundle(replace(POOL, recused=frozenset()), "7.9.16.20.25.31.4./", LINKS[-2])
    published = HASH_SORT["pool_commitment"]
    path = written(tmp_path, json.dumps(rewritten).encode())

    assert isinstance(replay(rewritten), Replayed)
    assert replay(rewritten, published).field == "pool_commitment"
    assert (replay_draw.fault(str(path)), replay_draw.fault(str(path), published)) == ("", "pool_commitment")


def test_a_code_outside_the_chain_makes_no_record():
    assert isinstance(bundle(POOL, "R", LINKS[-1]), Problem)


def test_the_stand_alone_program_needs_nothing_of_ours():
    source = Path(replay_draw.__file__).read_text("utf-8")

    assert "gongjiang." not in source
    assert len(source.splitlines()) <= 120
