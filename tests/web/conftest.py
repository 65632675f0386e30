"""The town with something of everything, for tests that go through every page and form."""

from tests.web.alive import alive

__all__ = ["alive"]
