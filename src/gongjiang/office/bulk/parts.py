"""A register cut into parts of at most half a million people, however it was handed in.

What is needed to answer one part is all that is held at a time, so memory follows the part, not the city.
Files that are sorted by person are read about once: stretches of rows that cannot belong are passed over.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl

from gongjiang.law.register import KEY
from gongjiang.office.bulk.handed_in import Paths, Register

MOST, SEEN = 500_000, 100
"""People in a part; and of how many of them its ends are chosen."""
Key = int | str


@dataclass(frozen=True)
class Part:
    """People who can be answered on their own: in these files, from the first key to before the end."""

    files: Mapping[str, Paths]
    first: Key | None = None
    end: Key | None = None

    def mine(self, key: Any) -> Any | None:
        """Whether a key lies here, of a column in Polars' words or in Narwhals'; None where all do."""
        if self.first is None:
            return None if self.end is None else key < self.end
        return key >= self.first if self.end is None else (key >= self.first) & (key < self.end)


def parts(register: Register) -> Iterator[Part]:
    for files in register.shards:
        for first, end in pairwise((None, *_cuts(files["persons"]), None)):
            yield Part(files, first, end)


def _cuts(paths: Sequence[Path]) -> list[Key]:
    """The keys at which a part ends and another begins."""
    people = pl.scan_parquet(list(paths), missing_columns="insert", extra_columns="ignore").select(KEY)
    many = -(-int(people.select(pl.len()).collect().item()) // MOST)
    kind = people.collect_schema()[KEY]
    if many < 2 or not (kind.is_integer() or kind == pl.String):
        return []
    seen = people.gather_every(max(MOST // SEEN, 1)).collect()[KEY].sort()
    return [seen[len(seen) * number // many] for number in range(1, many)]
