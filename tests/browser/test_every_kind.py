"""One scheme of every kind that somebody may begin, from the first form to its end, by clicks alone."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from gongjiang.web.demo.deploying import walkable
from gongjiang.web.demo.straight import onward
from tests.browser.conftest import City
from tests.browser.counter import OTHER, Counter, begin, keep, take

pytestmark = pytest.mark.browser
KINDS = {scheme.procedure.name: scheme for scheme in reversed(walkable())}
DAILY = {"studio", "referral"}
"""The kinds with the most on their pages; the others are walked in the long run."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in DAILY else pytest.mark.long) for name in KINDS]
)
def test_a_scheme_of_this_kind_is_walked_by_clicks(city: City, chromium: Browser, name: str) -> None:
    scheme = KINDS[name]
    with ExitStack() as stack:
        counter = Counter(city, chromium, stack)
        if scheme.once == ("craftsman",):
            counter.instead, counter.titled = {"unit": "unit2"}, OTHER
        ref = begin(counter, scheme)
        kept: set[str] = set()
        while (state := counter.state(ref)) != scheme.procedure.main[-1]:
            for log in scheme.logs:
                if state in log.states and log.name not in kept and not log.spends:
                    keep(counter, ref, log, scheme)
                    kept.add(log.name)
            take(counter, ref, onward(scheme, state))
            assert counter.state(ref) != state, counter.at("officer").page.inner_text("main")[:400]
        assert counter.heard() == []
