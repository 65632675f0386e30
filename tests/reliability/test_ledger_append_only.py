"""Transactional tests over append-only tables: emptied between tests, guarded within them."""

import threading

import pytest
from django.db import DatabaseError, connection, transaction

from gongjiang.office.ledger.check import guards_missing
from gongjiang.office.ledger.models import Transfer
from tests import append_only
from tests.treasury import REWARD

pytest_plugins = ["tests.ledger_fixtures"]
pytestmark = [pytest.mark.both, pytest.mark.django_db(transaction=True)]
append_only.install()


@pytest.mark.parametrize("time", [1, 2])
def test_every_test_starts_empty_and_guarded(treasury, time):
    assert (Transfer.objects.count(), guards_missing()) == (0, 0)

    treasury.fund(REWARD)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM ledger_transfer")


def test_the_guards_come_back_as_they_were(treasury):
    before = append_only.triggers()

    with append_only.lifted():
        lifted = append_only.triggers()

    assert (lifted, append_only.triggers()) == ([], before)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer")
def test_a_refusal_waits_for_the_other_transaction_and_is_clean(treasury):
    from gongjiang.office.ledger.refusal import LedgerRefused
    from gongjiang.office.ledger.reserves import reserve
    from tests.treasury import CLAUSE, LINE

    treasury.fund(REWARD)
    cases, hands, said = [treasury.case("王工"), treasury.case("李工")], treasury.hands(), []

    def second():
        try:
            reserve(cases[1], LINE, REWARD, CLAUSE, hands)
        except LedgerRefused as refused:
            said.append(refused.said.en)
        finally:
            connection.close()

    other = threading.Thread(target=second)
    with transaction.atomic():
        reserve(cases[0], LINE, REWARD, CLAUSE, hands)
        other.start()
        other.join(0.3)
        assert other.is_alive()
    other.join(20)

    assert said == ["special fund for talent, 2026, line 2.3.1: budget has ¥0.00 free, not ¥300,000.00"]
