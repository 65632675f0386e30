"""What the database itself refuses, whoever writes: a raw statement is the test."""

from contextlib import suppress

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from gongjiang.law.money import yuan
from gongjiang.office.ledger.check import assert_balanced, guards_missing, refold, trial
from gongjiang.office.ledger.lines import chart
from gongjiang.office.ledger.models import Balance, Kind, Move, Transfer
from gongjiang.office.ledger.posting import Leg, closing, post_many
from gongjiang.office.ledger.refusal import LedgerRefused
from gongjiang.office.ledger.reserves import reserve, void_reserve
from tests.treasury import CLAUSE, LINE, NOW, REWARD, TODAY

pytest_plugins = ["tests.ledger_fixtures"]
pytestmark = [pytest.mark.both, pytest.mark.django_db]
sqlite_only = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's own conflict clauses")
TABLES = ["account", "transfer", "appropriation", "balance"]


@pytest.fixture
def line(treasury):
    treasury.fund(yuan(1_000_000))
    return chart(LINE)


def run(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def insert(treasury, accounts, verb="INSERT", **changed):
    ends = {"debit_id": accounts["budget"].pk, "credit_id": accounts["payable"].pk}
    people = {"maker_id": treasury.person("经办甲").pk, "checker_id": treasury.person("复核乙").pk}
    texts = {"key": "raw", "body_sha256": "0" * 64, "journal": "raw", "clause": "", "note": ""}
    values = {**ends, **people, **texts, "kind": "post", "amount": 100, "on": TODAY, "at": NOW, **changed}
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join(["%s"] * len(values))
    return run(f"{verb} INTO ledger_transfer ({names}) VALUES ({marks})", *values.values())


FORGERIES = [
    ({"amount": yuan(1_000_001)}, "overspend|balance_not_overspent"),
    ({"kind": "reserve", "amount": yuan(1_000_001)}, "overspend|balance_not_overspent"),
    ({"amount": -100}, "whole sum|transfer_moves_money"),
    ({"amount": 0}, "whole sum|transfer_moves_money"),
    ({"kind": "settle"}, "close must mirror"),
    ({"kind": "gift"}, "transfer_kind_known|a_close_names"),
]


@pytest.mark.parametrize(("forged", "words"), FORGERIES)
def test_a_forged_transfer_is_refused_by_the_database(treasury, line, forged, words):
    with pytest.raises(DatabaseError, match=words):
        insert(treasury, line, **forged)


def test_a_transfer_of_one_person_is_refused_by_the_database(treasury, line):
    with pytest.raises(DatabaseError, match="two people|two_people"):
        insert(treasury, line, checker_id=treasury.person("经办甲").pk)


def test_a_transfer_to_its_own_account_is_refused_by_the_database(treasury, line):
    with pytest.raises(DatabaseError, match="whole sum|joins_two"):
        insert(treasury, line, credit_id=line["budget"].pk)


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_not_deleted(line, table):
    with pytest.raises(DatabaseError, match="append-only"):
        run(f"DELETE FROM ledger_{table}")


@pytest.mark.parametrize("table", ["account", "transfer", "appropriation"])
def test_rows_are_not_edited(line, table):
    with pytest.raises(DatabaseError, match="append-only"):
        run(f"UPDATE ledger_{table} SET id = id")


def test_a_balance_is_not_moved_by_hand(line):
    with pytest.raises(DatabaseError, match="moves with its transfers"):
        run("UPDATE ledger_balance SET credit_posted = credit_posted + 100, last = last + 1")


def test_a_balance_is_not_made_by_hand(line):
    with pytest.raises(DatabaseError, match="balance"):
        run(
            "INSERT INTO ledger_balance (account_id, debit_posted, credit_posted, debit_pending,"
            " credit_pending, floor_fen, last) VALUES (%s, 0, 100, 0, 0, 0, 0)",
            line["budget"].pk,
        )


@pytest.mark.skipif("connection.vendor != 'postgresql'")
@pytest.mark.parametrize("table", TABLES)
def test_tables_are_not_truncated(line, table):
    run("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="append-only"):
        run(f"TRUNCATE ledger_{table} CASCADE")


@sqlite_only
@pytest.mark.parametrize("verb", ["INSERT OR IGNORE", "INSERT OR REPLACE", "INSERT OR FAIL"])
@pytest.mark.parametrize("forged", [f for f, _ in FORGERIES])
def test_no_conflict_clause_mints_money(treasury, line, verb, forged):
    before = list(Balance.objects.order_by("pk").values_list())

    with suppress(IntegrityError):
        insert(treasury, line, verb, **forged)

    assert list(Balance.objects.order_by("pk").values_list()) == before
    assert Transfer.objects.count() == 1


@sqlite_only
@pytest.mark.parametrize("verb", ["INSERT OR IGNORE", "INSERT OR REPLACE"])
def test_a_transfer_is_not_replaced(treasury, line, verb):
    held = Transfer.objects.get()

    with pytest.raises(DatabaseError, match="append-only"):
        insert(treasury, line, verb, id=held.pk, key=held.key, amount=1)

    assert Transfer.objects.get().amount == yuan(1_000_000)


@sqlite_only
@pytest.mark.parametrize("amount", [1.5, "many"])
def test_a_sum_that_is_not_whole_is_refused_by_the_database(treasury, line, amount):
    with pytest.raises(DatabaseError, match="whole sum"):
        insert(treasury, line, amount=amount)


def test_every_guard_is_in_place(db):
    assert guards_missing() == 0


def test_more_than_the_line_holds_is_refused_with_the_sums(treasury, line):
    with pytest.raises(LedgerRefused, match="¥1,000,000.00，不足¥1,000,000.01"):
        reserve(treasury.case(), LINE, yuan(1_000_000) + 1, CLAUSE, treasury.hands())


def test_pending_money_counts_as_gone(treasury, line):
    reserve(treasury.case("王工"), LINE, yuan(800_000), CLAUSE, treasury.hands())

    with pytest.raises(LedgerRefused, match="¥200,000.00"):
        reserve(treasury.case("李工"), LINE, REWARD, CLAUSE, treasury.hands())


def test_maker_and_checker_are_two_people(treasury, line):
    with pytest.raises(LedgerRefused, match="不同人员") as refused:
        reserve(treasury.case(), LINE, REWARD, CLAUSE, treasury.hands("经办甲", "经办甲"))

    assert refused.value.said.en == "the maker and the checker must be two people"


@pytest.mark.parametrize("amount", [-1, 0, 1.9, True, "100", None])
def test_only_a_whole_sum_above_zero_moves(treasury, line, amount):
    with pytest.raises(LedgerRefused, match="金额"):
        reserve(treasury.case(), LINE, amount, CLAUSE, treasury.hands())


def test_a_fund_pays_only_for_its_lines(treasury, line):
    other = type(LINE)("employment", 2026, CLAUSE)

    with pytest.raises(LedgerRefused, match="不得用于"):
        reserve(treasury.case(), other, REWARD, CLAUSE, treasury.hands())


def leg(line, key="k", amount=100, note=""):
    return Leg(key, key, Move.POST, line[Kind.BUDGET], line[Kind.PAYABLE], amount, note=note)


def undo(line, key):
    return Leg(key, key, Move.POST, line[Kind.PAYABLE], line[Kind.BUDGET], 100)


def test_the_same_key_and_body_is_one_effect_for_ever(treasury, line):
    first = post_many([leg(line)], treasury.hands())
    again = post_many([leg(line)], treasury.hands())
    post_many([undo(line, "back")], treasury.hands())

    assert (first, Transfer.objects.filter(key="k").count()) == (again, 1)


def test_the_same_key_with_another_body_is_refused(treasury, line):
    post_many([leg(line)], treasury.hands())

    with pytest.raises(LedgerRefused, match="幂等键"):
        post_many([leg(line, amount=101)], treasury.hands())
    post_many([undo(line, "back")], treasury.hands())


def test_a_reserve_is_settled_once_and_not_voided_after(treasury, line):
    held = reserve(treasury.case(), LINE, REWARD, CLAUSE, treasury.hands())
    post_many([closing(Move.SETTLE, held, "one")], treasury.hands())

    for kind in (Move.SETTLE, Move.VOID):
        with pytest.raises(LedgerRefused, match="已结清"):
            post_many([closing(kind, held, f"two {kind}")], treasury.hands())
    with pytest.raises(LedgerRefused, match="没有未结"):
        void_reserve(held.case, CLAUSE, "迟了", treasury.hands())


def test_a_close_mirrors_its_reserve(treasury, line):
    held = reserve(treasury.case(), LINE, REWARD, CLAUSE, treasury.hands())
    wrong = Leg("w", "w", Move.SETTLE, line[Kind.BUDGET], line[Kind.ENCUMBRANCE], REWARD - 1, ref=held)

    with pytest.raises(LedgerRefused, match="一致"):
        post_many([wrong], treasury.hands())


def test_a_refused_act_leaves_nothing_behind(treasury, line):
    with pytest.raises(LedgerRefused):
        post_many([leg(line), leg(line, "too much", yuan(2_000_000))], treasury.hands())

    assert Transfer.objects.filter(key="k").count() == 0
    assert refold() == []
    assert trial()[0] == trial()[1]
    assert_balanced()
