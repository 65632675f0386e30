"""A small made-up register, written once; and tables of a handful of people whose answers are known."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from gongjiang.law.register import TABLES
from gongjiang.office.bulk.making_up import make_up
from gongjiang.office.bulk.snapshot import schema
from gongjiang.plans import plans

DAY = date(2026, 6, 30)
PEOPLE = 3_000


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("register")
    for _ in make_up(plans()[0], PEOPLE, 11, folder):
        pass
    return folder


@pytest.fixture
def handed_in(tmp_path: Path) -> Callable[..., Path]:
    """Write a register of the given rows; tables that are not named are empty."""

    def write(**rows: list[dict[str, Any]]) -> Path:
        folder = tmp_path / "handed_in"
        folder.mkdir(exist_ok=True)
        for table in TABLES:
            frame = pl.DataFrame(rows.get(table.name, []), schema=schema(table))
            frame.write_parquet(folder / f"{table.name}.parquet")
        return folder

    return write
