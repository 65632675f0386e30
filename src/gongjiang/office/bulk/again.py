"""Which values a column holds more than once, in little memory however long it is.

Their hashes are laid aside in files, each sorted, and one narrow range of hashes after the other is counted.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

AT_ONCE, GROUP = 250_000, 8_192
ALL = 2**64


def again(columns: Iterable[pl.LazyFrame]) -> pl.Series:
    """The hashes that are there more than once, in all the frames together, each of one column of hashes."""
    with TemporaryDirectory(prefix="gongjiang-") as folder:
        total = sum(_laid(frame, Path(folder) / f"{number:05}") for number, frame in enumerate(columns))
        files = sorted(Path(folder).iterdir())
        found = [_twice(files, *ends) for ends in _ranges(total)]
    return pl.concat(found) if found else pl.Series("hash", [], pl.UInt64)


def slices(frame: pl.LazyFrame) -> Iterator[pl.LazyFrame]:
    """The frame in stretches of rows, which are read one after the other."""
    total = int(frame.select(pl.len()).collect().item())
    for start in range(0, total, AT_ONCE):
        yield frame.slice(start, AT_ONCE)


def _laid(frame: pl.LazyFrame, path: Path) -> int:
    hashes = frame.select(pl.first().alias("hash")).drop_nulls().sort("hash").collect()
    hashes.write_parquet(path, row_group_size=GROUP, compression="uncompressed", statistics=True)
    return hashes.height


def _ranges(total: int) -> Iterator[tuple[int, int]]:
    """Hashes lie evenly, so equal ranges hold about as many."""
    many = -(-total // AT_ONCE)
    yield from pairwise(ALL * number // many for number in range(many + 1)) if many else ()


def _twice(files: list[Path], first: int, end: int) -> pl.Series:
    """Those of one range that are there more than once: sorted, each stands beside its like."""
    held = pl.scan_parquet(files).filter(pl.col("hash").is_between(first, end - 1)).collect()["hash"].sort()
    return held.filter(held == held.shift(1)).unique()
