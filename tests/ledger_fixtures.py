"""Fixtures for whoever touches money.

A plugin: `pytest_plugins = ["tests.ledger_fixtures"]` in tests/conftest.py, or in a test module until then.
"""

from collections.abc import Iterator

import pytest
from django.db import connection

from gongjiang.office.ledger.check import assert_balanced
from tests.treasury import Treasury


@pytest.fixture
def balanced_books(db: None) -> Iterator[None]:
    """After the test: not a fen astray. tests/conftest.py may make every database test use it."""
    yield
    if not connection.needs_rollback:
        assert_balanced()


@pytest.fixture
def treasury(balanced_books: None) -> Treasury:
    return Treasury()
