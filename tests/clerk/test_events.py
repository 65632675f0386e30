"""What an event says can be held against the record: its reasons are kept there by their digest."""

import json

from gongjiang.office.cases.models import Event
from gongjiang.office.journal.models import Leaf, digest
from tests.town import Town


def test_the_reasons_of_every_event_are_those_of_its_leaf(town: Town) -> None:
    town.walked("screened", 2)

    events = list(Event.objects.select_related("case").order_by("pk"))
    leaves = [json.loads(leaf.body) for leaf in Leaf.objects.filter(kind__startswith="case.").order_by("seq")]
    kept = [leaf["because_sha256"] for leaf in leaves if "because_sha256" in leaf]
    assert sorted(kept) == sorted(digest(event.because) for event in events)
    assert any(event.because for event in events)
