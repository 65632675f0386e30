"""A register's file that is wrong by chance is taken whole or not at all: nothing is half written."""

from random import Random

import pytest
from django.db import transaction
from django.utils import timezone

from gongjiang.office.clerk.deliveries import Sent, take_delivery
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Delivery, InsuranceRecord, OutsideCertificate, OutsidePayment
from tests.reliability.mutating import mutated
from tests.reliability.readers import READERS
from tests.town import TODAY

ROWS = {"certificates": OutsideCertificate, "insurance": InsuranceRecord, "payments": OutsidePayment}
FEW, MANY = 24, 1_500


def written() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Delivery, Leaf, *ROWS.values()))


def tried(town, kind: str, many: int) -> tuple[int, int]:
    """How many were taken and how many refused; what was taken is undone again."""
    reader, actor, taken, refused = READERS[f"delivery of {kind}"], town.actor("officer"), 0, 0
    before, now, held = written(), Moment(TODAY, timezone.now()), list(reader.held())
    assert reader.made is not None
    for number in range(many):
        dice = Random(f"{kind} {number}")
        body = reader.made(dice) if number % 2 else mutated(held, dice)
        with transaction.atomic():
            try:
                made = take_delivery(Sent(kind, "示例单位", "x.csv", body), actor, now)
                taken += 1
                assert ROWS[kind].objects.filter(delivery=made).count() <= made.rows
                transaction.set_rollback(True)
            except Refused:
                refused += 1
        assert written() == before
    return taken, refused


@pytest.mark.both
@pytest.mark.parametrize("kind", ROWS)
def test_what_is_refused_has_written_nothing(town, kind):
    taken, refused = tried(town, kind, FEW)

    assert refused > 0
    assert taken > 0


@pytest.mark.long
@pytest.mark.parametrize("kind", ROWS)
def test_so_of_many(town, kind):
    taken, refused = tried(town, kind, MANY)

    assert min(taken, refused) > MANY / 100
