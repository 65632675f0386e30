"""The engines that can hold a register: each opens Parquet files and gives rows back, nothing else.

Polars is there wherever registers are handled at all; DuckDB and Spark are loaded when they are asked for.
"""

import atexit
from collections.abc import Sequence
from importlib import import_module
from itertools import count
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, Protocol

import polars as pl


class Engine(Protocol):
    def opened(self, paths: Sequence[Path]) -> Any:
        """The files as one lazy frame of the engine."""

    def held(self, frame: pl.DataFrame) -> Any:
        """A frame in memory as one of the engine's."""

    def settled(self, frame: Any) -> Any:
        """A lazy frame, computed once and held by the engine."""

    def rows(self, frames: Sequence[Any]) -> list[pl.DataFrame]:
        """Lazy frames, computed."""

    def done(self) -> None:
        """Nobody will ask again for what was settled so far."""


class Polars:
    def opened(self, paths: Sequence[Path]) -> pl.LazyFrame:
        return pl.scan_parquet(list(paths))

    def held(self, frame: pl.DataFrame) -> pl.LazyFrame:
        return frame.lazy()

    def settled(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        return frame.collect().lazy()

    def rows(self, frames: Sequence[pl.LazyFrame]) -> list[pl.DataFrame]:
        return pl.collect_all(frames)

    def done(self) -> None:
        """A frame goes with its name."""


class DuckDB:
    def __init__(self) -> None:
        self.connection = import_module("duckdb").connect()
        self.tables: list[str] = []
        self.numbers = count()

    def opened(self, paths: Sequence[Path]) -> Any:
        return self.connection.read_parquet([str(path) for path in paths])

    def held(self, frame: pl.DataFrame) -> Any:
        """By way of a file: DuckDB reads those without another package."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "frame.parquet"
            frame.write_parquet(path)
            return self.settled(self.connection.read_parquet(str(path)))

    def settled(self, frame: Any) -> Any:
        name = f"held_{next(self.numbers)}"
        self.tables.append(name)
        frame.create(name)
        return self.connection.table(name)

    def rows(self, frames: Sequence[Any]) -> list[pl.DataFrame]:
        return [pl.DataFrame(frame) for frame in frames]

    def done(self) -> None:
        while self.tables:
            self.connection.execute(f"drop table {self.tables.pop()}")


class Spark:
    """A session of this machine, unless one is running already."""

    def __init__(self) -> None:
        builder = import_module("pyspark.sql").SparkSession.builder
        settings = {"spark.ui.enabled": "false", "spark.sql.session.timeZone": "UTC",
                    "spark.sql.shuffle.partitions": "4", "spark.log.level": "ERROR"}  # fmt: skip
        self.session = builder.master("local[2]").config(map=settings).getOrCreate()
        self.kept: list[Any] = []

    def opened(self, paths: Sequence[Path]) -> Any:
        return self.session.read.parquet(*[str(path) for path in paths])

    def held(self, frame: pl.DataFrame) -> Any:
        path = self._folder() / "frame.parquet"
        frame.write_parquet(path)
        return self.session.read.parquet(str(path))

    def settled(self, frame: Any) -> Any:
        self.kept.append(frame.persist())
        return self.kept[-1]

    def rows(self, frames: Sequence[Any]) -> list[pl.DataFrame]:
        return [self._rows(frame) for frame in frames]

    def done(self) -> None:
        while self.kept:
            self.kept.pop().unpersist()

    def _rows(self, frame: Any) -> pl.DataFrame:
        path = self._folder() / "rows"
        frame.write.parquet(str(path))
        return pl.read_parquet(path / "*.parquet")

    def _folder(self) -> Path:
        """Spark reads its files when it is asked, so they stay until the process ends."""
        folder = mkdtemp(prefix="gongjiang-")
        atexit.register(rmtree, folder, ignore_errors=True)
        return Path(folder)


ENGINES: dict[str, type[Polars] | type[DuckDB] | type[Spark]] = {
    "polars": Polars,
    "duckdb": DuckDB,
    "spark": Spark,
}
