"""Asking a register: this office's own, written out for the purpose, or one that was handed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gongjiang.law.scenario import Scenario
from gongjiang.law.words import Problem, Words
from gongjiang.office.bulk.checking import faults
from gongjiang.office.bulk.engines import ENGINES
from gongjiang.office.bulk.handed_in import Register, find_register
from gongjiang.office.bulk.scanning import Question
from gongjiang.office.bulk.simulating import simulate, told
from gongjiang.office.bulk.snapshot import snapshot
from gongjiang.office.registry.aside import aside


@contextmanager
def register_of(folder: Path | None) -> Iterator[Register | list[Words]]:
    """The register, checked; or everything that is wrong with it. Without a folder, the office's own."""
    if folder is not None:
        yield checked(folder)
        return
    with aside() as open_here:
        snapshot(open_here)
        yield checked(open_here)


def checked(folder: Path) -> Register | list[Words]:
    found = find_register(folder)
    return [found.said] if isinstance(found, Problem) else faults(found) or found


def priced(
    folder: Path | None, question: Question, scenario: Scenario, engine: str = "polars"
) -> dict[str, Any] | list[Words]:
    """What a scenario comes to, in plain values; or what is wrong with the register."""
    with register_of(folder) as register:
        if isinstance(register, list):
            return register
        return told(simulate(ENGINES[engine](), register, question, scenario), question)
