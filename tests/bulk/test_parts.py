"""However a register was handed in, it is answered part by part: the same answers, in a part's memory."""

import os
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongjiang.law.register import KEY
from gongjiang.office.bulk import again as laid_aside
from gongjiang.office.bulk import making_up
from gongjiang.office.bulk import parts as cutting
from gongjiang.office.bulk.again import again, slices
from gongjiang.office.bulk.engines import ENGINES
from gongjiang.office.bulk.handed_in import find_register
from gongjiang.office.bulk.listing_out import list_entitled
from gongjiang.office.bulk.parts import parts
from gongjiang.plans import plans
from tests.bulk.conftest import PEOPLE
from tests.bulk.test_scanning import ASKED

SMALL = 700


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(cutting, "MOST", SMALL)
    monkeypatch.setattr(laid_aside, "AT_ONCE", SMALL)


def shuffled_in_words(made_up, folder):
    """The same register with its people named in words, in no order."""
    folder.mkdir()
    for path in made_up.glob("*.parquet"):
        frame = pl.read_parquet(path).with_columns((pl.lit("p") + pl.col(KEY).cast(pl.String)).alias(KEY))
        frame.sample(fraction=1, shuffle=True, seed=3).write_parquet(folder / path.name)
    return folder


def people_of(part):
    mine = part.mine(pl.col(KEY))
    rows = pl.scan_parquet(list(part.files["persons"]))
    return (rows if mine is None else rows.filter(mine)).collect()[KEY].to_list()


@pytest.mark.parametrize("words", [False, True], ids=["numbers in order", "words in no order"])
def test_everybody_is_in_one_part_and_no_part_is_large(made_up, tmp_path, words, small_parts):
    folder = shuffled_in_words(made_up, tmp_path / "words") if words else made_up

    held = list(parts(find_register(folder)))

    found = [people_of(part) for part in held]
    assert len(held) == -(-PEOPLE // SMALL)
    assert max(len(keys) for keys in found) < SMALL * 1.1
    assert Counter(key for keys in found for key in keys) == Counter(people_of(cutting.Part(held[0].files)))
    assert [one.end for one in held[:-1]] == [one.first for one in held[1:]]
    assert held[0].first is held[-1].end is None


@pytest.mark.parametrize(("name", "words"), [("polars", False), ("polars", True), ("duckdb", False)])
def test_the_answer_is_the_same_in_parts_as_at_once(made_up, tmp_path, monkeypatch, words, name):
    register = find_register(shuffled_in_words(made_up, tmp_path / "words") if words else made_up)
    outs = [tmp_path / "whole.parquet", tmp_path / "parts.parquet"]
    whole = list_entitled(ENGINES["polars"](), register, [ASKED], outs[0])
    monkeypatch.setattr(cutting, "MOST", PEOPLE // 2)
    monkeypatch.setattr(laid_aside, "AT_ONCE", SMALL)

    cut = list_entitled(ENGINES[name](), register, [ASKED], outs[1])

    assert len(list(parts(register))) == 2
    assert cut == whole
    assert pl.read_parquet(outs[1]).sort(pl.all()).equals(pl.read_parquet(outs[0]).sort(pl.all()))


NUMBER = st.none() | st.integers(0, 12)


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.lists(NUMBER, max_size=9), max_size=4), most=st.integers(1, 6))
def test_what_is_there_again_is_found_whatever_the_stretches(rows, most):
    frames = [pl.DataFrame({"v": held}, {"v": pl.Int64}).lazy() for held in rows]
    told = pl.when(pl.col("v").is_not_null()).then(pl.col("v").hash())

    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(laid_aside, "AT_ONCE", most)
        found = again(stretch.select(told) for frame in frames for stretch in slices(frame))

    twice = [value for value, number in Counter(v for held in rows for v in held).items() if number > 1]
    wanted = pl.Series([value for value in twice if value is not None], dtype=pl.Int64).hash()
    assert sorted(found.to_list()) == sorted(wanted.to_list())


def test_the_ranges_hold_every_hash():
    held = list(laid_aside._ranges(laid_aside.AT_ONCE * 3 + 1))

    assert (held[0][0], held[-1][1], len(held)) == (0, 2**64, 4)
    assert all(before[1] == after[0] for before, after in pairwise(held))


MANY, LIMIT = 1_000_000, 340
"""People, and MB: a scan in parts stays below, the same at once goes above."""
MEASURED = (
    "import sys\nfrom gongjiang.office.bulk.ready import lean\nlean()\n"
    "from gongjiang.office.bulk import parts\nparts.MOST = int(sys.argv.pop())\n"
    "from gongjiang.web.console.scan import run\ncode = run('scan', sys.argv[1:])\n"
    "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')))\nsys.exit(code)"
)
"""The high water of this program alone: what is counted for a process begins with whoever forked it."""


@pytest.fixture
def peak(tmp_path):
    """What a scan takes at most, in MB, in a process of its own; two threads on any machine."""
    folder, home = tmp_path / "register", {"GONGJIANG_HOME": str(tmp_path / "home")}
    threads = {"POLARS_MAX_THREADS": "2", "DJANGO_SETTINGS_MODULE": "gongjiang.config.settings"}
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(making_up, "SHARD", MANY)
        list(making_up.make_up(plans()[0], MANY, 7, folder))

    def measured(most: int, out: Path) -> int:
        asked = [str(folder), "--on", "2026-06-30", "--out", str(out), str(most)]
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, *asked], env={**os.environ, **home, **threads},
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return int(done.stdout.split()[-2]) // 1024

    return measured


@pytest.mark.long
def test_a_million_in_one_file_are_scanned_in_the_memory_of_a_part(peak, tmp_path):
    outs = tmp_path / "parts.parquet", tmp_path / "whole.parquet"

    in_parts, at_once = peak(cutting.MOST, outs[0]), peak(1_000 * MANY, outs[1])

    assert in_parts < LIMIT < at_once
    found = [pl.read_parquet(out).sort(pl.all()) for out in outs]
    assert found[0].equals(found[1])
