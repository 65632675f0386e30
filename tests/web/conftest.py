"""The town with something of everything, for tests that go through every page and form."""

from tests.web.alive import alive
from tests.web.certified import cashiers, certificate

__all__ = ["alive", "cashiers", "certificate"]
