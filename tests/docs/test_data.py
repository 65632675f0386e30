"""What the code seals is classed, and what is classed as sensitive or secret by its column is sealed."""

import re

from django.apps import apps

from gongjiang.office.registry.seal import Sealed
from tests.architecture.house import ROOT

PAGE = (ROOT / "docs" / "data.md").read_text("utf-8")
COLUMN = re.compile(r"`([a-z]+\.[a-z]+)`")


def sealed() -> set[str]:
    """Table and column as the seal has them."""
    models = [model for model in apps.get_models() if model.__module__.startswith("gongjiang")]
    held = (value for model in models for value in vars(model).values() if isinstance(value, Sealed))
    return {value.place.replace("|", ".") for value in held}


def classed(page: str, *classes: str) -> set[str]:
    rows = [line for line in page.splitlines() if line.startswith("| ") and line[2:].startswith(classes)]
    assert len(rows) == len(classes)
    return {name for row in rows for name in COLUMN.findall(row)}


def test_every_sealed_column_is_classed_and_every_classed_one_is_sealed():
    assert classed(PAGE, "sensitive", "secret") == sealed()
    assert len(sealed()) > 6


def test_a_column_that_was_forgotten_would_be_missed():
    forgotten = PAGE.replace("`payee.number`, ", "")

    assert sealed() - classed(forgotten, "sensitive", "secret") == {"payee.number"}
