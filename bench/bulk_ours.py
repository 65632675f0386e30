"""Our scan of a register, in a process of its own, so that its seconds and its memory are its own.

Run: python -m bench.bulk_ours REGISTER_DIR OUT.parquet ENGINE; ENGINE may be touch: the columns merely read.
"""

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from gongjiang.office.bulk.engines import ENGINES
from gongjiang.office.bulk.handed_in import Register, find_register
from gongjiang.office.bulk.scanning import Question, Tally, answerable, scanned
from gongjiang.plans import plans

CLAUSES = ("2.1.2", "2.1.3", "2.2.2", "2.2.3")
DAY = date(2026, 6, 30)
TOUCHED = {
    "persons": "person employer_in_city front_line front_line_since",
    "certificates": "person number level occupation issued_on state number_agrees obtained_by channel "
    "insured_months work_status shortage",
    "honours": "person name level skilled revoked_on",
    "results": "person class medal rank recommended_by on_register team_size annulled_on",
    "payments": "person scheme kind certificate occupation level stands paid_on",
}


def main(folder: str, out: str, name: str) -> None:
    register = find_register(Path(folder))
    assert isinstance(register, Register)
    if name == "touch":
        touch(register)
    else:
        scan(register, Path(out), name)


def scan(register: Register, out: Path, name: str) -> None:
    """As the command does: each part's rows are written before the next is read."""
    plan = plans()[0]
    schemes = tuple(scheme for scheme in answerable(plan) if scheme.clause in CLAUSES)
    asked = Question(plan, schemes, DAY, plan.settings())
    with TemporaryDirectory() as aside:
        scanned(ENGINES[name](), register, asked, Tally(), Path(aside))
        rows = pl.scan_parquet(Path(aside) / "*.parquet")
        rows.select("scheme", "subject", "outcome", "amount_fen").sink_parquet(out)


def touch(register: Register) -> None:
    """The floor: every touched column read once, and its greatest value kept."""
    for files in register.shards:
        for name, columns in TOUCHED.items():
            pl.scan_parquet(list(files[name])).select(pl.col(columns.split()).max()).collect()


if __name__ == "__main__":
    main(*sys.argv[1:])
