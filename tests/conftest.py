"""What every test gets: guards that can be lifted between tests, books that balance, a town when asked for."""

from collections.abc import Iterator

import pytest

from tests import append_only
from tests.town import Town, found_town

pytest_plugins = ["tests.ledger_fixtures"]


def pytest_configure(config: pytest.Config) -> None:
    append_only.install()


@pytest.fixture(autouse=True)
def money_is_conserved(request: pytest.FixtureRequest) -> Iterator[None]:
    """After every test that touches the database: debits equal credits, to the fen."""
    if "db" in request.fixturenames or "transactional_db" in request.fixturenames:
        request.getfixturevalue("balanced_books")
    yield


@pytest.fixture
def town(db: None) -> Town:
    """A founded office with its staff, bodies, experts and funds, and nobody nominated yet."""
    return found_town()
