"""What every test gets: guards that can be lifted between tests, books that balance,
a town when asked for.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone

from tests import append_only
from tests.clock import set_day
from tests.remembered import remembered
from tests.together import Together
from tests.town import TODAY, Town, found_town

pytest_plugins = ["tests.ledger_fixtures", "tests.logged"]


def pytest_configure(config: pytest.Config) -> None:
    append_only.install()


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """What shares a browser shares a worker."""
    return Together(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.fixture(autouse=True)
def money_is_conserved(request: pytest.FixtureRequest) -> None:
    """After every test that touches the database: debits equal credits, to the fen."""
    if "db" in request.fixturenames or "transactional_db" in request.fixturenames:
        request.getfixturevalue("balanced_books")


@pytest.fixture
def town(db: None) -> Town:
    """A founded office with its staff, bodies, experts and funds, and nobody nominated yet."""
    return remembered("town", found_town)


@pytest.fixture
def demo_clock(settings: Any) -> Iterator[None]:
    """The web reads the demo's clock, set to the town's day."""
    settings.DEMO = True
    set_day(TODAY)
    yield
    set_day(timezone.localdate())
