"""A made-up register with the proportions of a real city, always the same for one seed, cut by person.

Nobody in it exists: it holds no names and no identity numbers; accounts and telephones are digests.
"""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from gongjiang.law.plan import Plan
from gongjiang.law.register import BY_NAME, KEY, Table
from gongjiang.office.bulk.making_certificates import certificates_of
from gongjiang.office.bulk.making_others import honours_of, payments_of, results_of
from gongjiang.office.bulk.making_persons import persons_of

SHARD = 500_000


def make_up(plan: Plan, people: int, seed: int, folder: Path) -> Iterator[tuple[int, int]]:
    """Write the register, a shard of half a million people at a time; tells the rows of each shard."""
    starts = range(0, people, SHARD)
    for number, start in enumerate(starts):
        held = tables(plan, seed, start, min(people, start + SHARD), people)
        for name, frame in held.items():
            write(frame, place(folder, name, number, len(starts)))
        yield start, sum(frame.height for frame in held.values())


def place(folder: Path, name: str, number: int, shards: int) -> Path:
    path = folder / f"{name}.parquet" if shards == 1 else folder / name / f"{number:04}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def tables(plan: Plan, seed: int, start: int, stop: int, people: int) -> dict[str, pl.DataFrame]:
    persons = persons_of(plan, seed, start, stop, people)
    certificates = certificates_of(plan, seed, persons)
    honours = honours_of(plan, seed, persons)
    made = {
        "persons": persons,
        "certificates": certificates,
        "honours": honours,
        "results": results_of(seed, persons),
        "payments": payments_of(plan, seed, certificates, honours),
    }
    return {name: shaped(frame, BY_NAME[name]) for name, frame in made.items()}


def shaped(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """The declared columns in their order, by person."""
    return frame.select(column.name for column in table.columns).sort(KEY, maintain_order=True)


def write(frame: pl.DataFrame, path: Path) -> None:
    frame.write_parquet(path, row_group_size=250_000, statistics=True)
