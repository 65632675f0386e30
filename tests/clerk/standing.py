"""How the whole office stands, so that a test can say: nothing has changed."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps

from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.journal.models import Head
from gongjiang.web.demo.walking import Walk

Standing = tuple[dict[str, int], list[tuple[str, str, int]], str]


def standing() -> Standing:
    """The number of rows of every table, the state of every case, the end of the record."""
    models = [model for model in apps.get_models() if model.__module__.startswith("gongjiang.office")]
    cases = list(Case.objects.order_by("pk").values_list("number", "state", "version"))
    return {m._meta.label: m.objects.count() for m in models}, cases, str(Head.objects.filter(pk=1).first())


@contextmanager
def refused(match: str) -> Iterator[None]:
    """Refused with these words, and nothing has changed."""
    before = standing()
    with pytest.raises(Refused, match=match):
        yield
    assert standing() == before


def files(walk: Walk) -> list[Case]:
    """Every case of the round, whatever its state."""
    return list(Case.objects.filter(round=walk.round).select_related("person", "body", "round", "employer"))
