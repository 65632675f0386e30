"""The register that a command names: a folder that was handed in, or what this office itself holds."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from gongjiang.law.plan import Plan
from gongjiang.law.settings import Settings
from gongjiang.law.words import Problem, Words
from gongjiang.office.bulk.checking import faults
from gongjiang.office.bulk.handed_in import Register, find_register
from gongjiang.office.bulk.snapshot import snapshot
from gongjiang.office.cases.rulings import settings_of


@contextmanager
def register_at(asked: Namespace) -> Iterator[Register | list[Words]]:
    """The register, checked; or everything that is wrong with it."""
    if not asked.database:
        yield checked(asked.register)
        return
    with TemporaryDirectory(prefix="gongjiang-") as folder:
        snapshot(Path(folder))
        yield checked(Path(folder))


def checked(folder: Path) -> Register | list[Words]:
    found = find_register(folder)
    return [found.said] if isinstance(found, Problem) else faults(found) or found


def settings_for(plan: Plan, founded: bool) -> Settings:
    """As the office has signed them, where there is an office."""
    return settings_of(plan) if founded else plan.settings()
