"""The file that a scan leaves behind: part by part, with the signs of risk, then as one Parquet file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from gongjiang.office.bulk.engines import Engine
from gongjiang.office.bulk.handed_in import Register
from gongjiang.office.bulk.parts import parts
from gongjiang.office.bulk.risks import FLAGS, flagged, suspects
from gongjiang.office.bulk.scanning import COLUMNS, Count, Question, Tally, scanned


@dataclass(frozen=True)
class Listed:
    """How it came out: the counts of every scheme, and how often each sign was seen."""

    counts: Mapping[str, Count]
    flags: Mapping[str, int]


def list_entitled(engine: Engine, register: Register, asked: Sequence[Question], out: Path) -> Listed:
    """Everyone who is entitled, or on whom a person must decide, in one file."""
    with TemporaryDirectory(dir=out.parent, prefix=".scan-") as folder:
        tally, found = Tally(), Path(folder) / "found"
        found.mkdir()
        for question in asked:
            scanned(engine, register, question, tally, found)
        _put_together(register, found, Path(folder) / "flagged", asked, out)
    sums = pl.scan_parquet(out).select(pl.col(name).sum() for name in FLAGS).collect().row(0, named=True)
    return Listed(tally.counts, {name: int(number or 0) for name, number in sums.items()})


def _put_together(
    register: Register, found: Path, folder: Path, asked: Sequence[Question], out: Path
) -> None:
    """Flags need the whole register's rows; they are put on a part at a time."""
    folder.mkdir()
    suspect = suspects(register)
    for number, part in enumerate(parts(register)):
        for path in sorted(found.glob(f"{number:05}-*.parquet")):
            flagged(part, pl.scan_parquet(path), suspect, asked[0].day).sink_parquet(folder / path.name)
    frames = [pl.scan_parquet(path) for path in sorted(folder.glob("*.parquet"))]
    whole = pl.concat(frames, how="diagonal_relaxed")
    first = [*COLUMNS, *FLAGS]
    whole.select(*first, pl.exclude(first)).sink_parquet(out)
