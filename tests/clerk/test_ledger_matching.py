"""What employers owe and what is drawn for inspection: evidence serves once, a draw is drawn again alike."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from gongjiang.law.money import yuan
from gongjiang.office.journal.models import Leaf
from gongjiang.office.ledger import kept
from gongjiang.office.ledger.hands import Hand
from gongjiang.office.ledger.matches import Rate, rate, standing
from gongjiang.office.ledger.matching import Obligation, Slip, decide, exempt, open_dues, submit
from gongjiang.office.ledger.models import Decision, MatchEvidence, SampleFinding, SampleItem, Verdict
from gongjiang.office.ledger.refusal import LedgerRefused
from gongjiang.office.ledger.sampling import Scope, chosen_by, draw_sample, find, freeze_population, replayed
from gongjiang.office.registry.models import Organisation
from gongjiang.web.finance.fields import equal_parts
from tests import append_only
from tests.treasury import CLAUSE, DOCUMENT, NOW, TODAY

both = pytest.mark.both
SUM = yuan(10_000)
SLIP = Slip("示例重工", "王工", SUM, TODAY, "S-1", "a" * 64, "stored", "回单.pdf", "application/pdf")
SCOPE = Scope(2026)


@pytest.fixture
def due(treasury):
    return opened(treasury)


def opened(treasury, name="王工", decided=TODAY):
    unit = Organisation.objects.get_or_create(name="示例重工")[0]
    wanted = Obligation(treasury.case(name), unit, SUM, CLAUSE, DOCUMENT, decided, 6)
    return open_dues([wanted], treasury.hands())[0]


def state(on=TODAY):
    return standing(on).get().state


def confirmed(treasury, evidence):
    return decide(evidence, Decision.CONFIRMED, "", treasury.hand("复核乙"))


@both
def test_a_match_goes_through_its_states(treasury, due):
    assert (due.due_on, state(), state(date(2027, 5, 26))) == (date(2027, 5, 25), "waiting", "overdue")

    half = submit(due, replace(SLIP, amount=SUM // 2), treasury.hand("经办甲"))
    assert state() == "waiting"
    confirmed(treasury, half)
    assert (state(), state(date(2027, 5, 26))) == ("partial", "overdue")
    rest = submit(due, replace(SLIP, amount=SUM, serial="S-2", sha256="b" * 64), treasury.hand("经办甲"))
    confirmed(treasury, rest)

    assert (state(date(2027, 5, 26)), rate(TODAY).of_amount, rate(TODAY).matched) == ("met", 100, SUM)


@both
def test_the_same_obligation_again_is_found(treasury, due):
    again = open_dues([Obligation(due.case, due.employer, SUM, CLAUSE, DOCUMENT, TODAY, 6)], treasury.hands())

    assert again == [due]


@both
def test_who_entered_a_receipt_does_not_verify_it_and_it_is_decided_once(treasury, due):
    held = submit(due, SLIP, treasury.hand("经办甲"))

    with pytest.raises(LedgerRefused, match="另一人"):
        decide(held, Decision.CONFIRMED, "", treasury.hand("经办甲"))
    with pytest.raises(LedgerRefused, match="本人"):
        decide(held, Decision.CONFIRMED, "", treasury.hand("王工"))
    confirmed(treasury, held)
    with pytest.raises(LedgerRefused, match="已复核"):
        decide(held, Decision.DECLINED, "反悔", treasury.hand("审批丙"))


@both
@pytest.mark.parametrize("change", [{"sha256": "b" * 64}, {"serial": "S-2"}])
def test_the_database_takes_no_receipt_twice(treasury, due, change):
    submit(due, SLIP, treasury.hand("经办甲"))
    other = opened(treasury, "李工")
    told = replace(SLIP, payee="李工", **change).columns

    with pytest.raises(DatabaseError), transaction.atomic():
        MatchEvidence.objects.create(due=other, maker=treasury.person("经办甲"), made_at=NOW, **told)


@both
def test_the_database_takes_no_receipt_of_before_the_decision(treasury, due):
    told = replace(SLIP, paid_on=TODAY - timedelta(days=1)).columns

    with pytest.raises(DatabaseError, match="before the decision"), transaction.atomic():
        MatchEvidence.objects.create(due=due, maker=treasury.person("经办甲"), made_at=NOW, **told)


@both
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("amount = 1", "fixed fact|decided once"),
        ("serial = 'x'", "fixed fact|decided once"),
        ("state = 'waiting', reason = 'x'", "decided once"),
    ],
)
def test_verified_evidence_is_not_edited(treasury, due, change, words):
    confirmed(treasury, submit(due, SLIP, treasury.hand("经办甲")))

    with pytest.raises(DatabaseError, match=words), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE ledger_matchevidence SET {change}")


@both
@pytest.mark.parametrize("table", ["matchdue", "matchexemption", "matchevidence"])
def test_nothing_of_a_match_is_deleted(treasury, due, table):
    submit(due, SLIP, treasury.hand("经办甲"))
    exempt(due, "单位破产", "函〔2026〕1号", treasury.hands())

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"DELETE FROM ledger_{table}")


@both
def test_a_rate_counts_each_unit_for_itself(treasury):
    generous, late = opened(treasury), opened(treasury, "李工", date(2026, 1, 5))
    confirmed(treasury, submit(generous, replace(SLIP, amount=3 * SUM), treasury.hand("经办甲")))
    exempted = opened(treasury, "赵工")
    exempt(exempted, "单位破产", "函〔2026〕1号", treasury.hands())

    found = rate(TODAY)

    assert (found.dues, found.met, found.of_dues, found.of_amount) == (2, 1, 50, 50)
    assert standing(TODAY).get(pk=late.pk).state == "overdue"


def test_a_rate_is_rounded_down_and_of_nothing_is_nothing():
    assert [Rate(dues, met, 0, 0).of_dues for dues, met in ((3, 3), (1000, 999), (7, 0), (0, 0))] == [
        100,
        99,
        0,
        0,
    ]


# Samples


@pytest.fixture
def sample(treasury):
    treasury.fund(yuan(9_000_000))
    treasury.paid(8)
    return freeze_population(SCOPE, 3, "下周二双色球", treasury.hand("经办戊"))


@both
def test_a_draw_follows_from_the_population_and_the_seed_alone(treasury, sample):
    draw_sample(sample, "03 07 19", treasury.hand("监督辛"))
    treasury.fund(yuan(300_000), "测试〔2026〕2号")

    kept_order = list(sample.items.values_list("payable__ref", flat=True))
    assert kept_order == chosen_by(sample, "03 07 19")
    assert (len(set(kept_order)), replayed(sample)) == (3, True)
    assert kept_order != chosen_by(sample, "03 07 20")


@both
def test_who_fixed_the_population_does_not_draw_and_nobody_draws_twice(treasury, sample):
    with pytest.raises(LedgerRefused, match="不同人员"):
        draw_sample(sample, "1", treasury.hand("经办戊"))
    draw_sample(sample, "1", treasury.hand("监督辛"))
    with pytest.raises(LedgerRefused, match="已抽取"):
        draw_sample(sample, "2", treasury.hand("监督辛"))


@both
def test_a_finding_is_made_once_and_a_problem_is_described(treasury, sample):
    draw_sample(sample, "1", treasury.hand("监督辛"))
    item = SampleItem.objects.select_related("payable", "sample").first()
    by = treasury.hand("监督辛")

    with pytest.raises(LedgerRefused, match="写明"):
        find(item, Verdict.PROBLEM, "", by)
    with pytest.raises(LedgerRefused, match="本人"):
        find(item, Verdict.FINE, "", Hand(item.payable.person, TODAY, NOW))
    made = find(item, Verdict.PROBLEM, "学时不足", by)
    with pytest.raises(LedgerRefused, match="已有"):
        find(item, Verdict.FINE, "", by)

    assert (made.item, made.verdict) == (item, Verdict.PROBLEM)
    assert json.loads(Leaf.objects.get(kind="sample.find").body)["note"] == "学时不足"


@both
def test_each_payment_of_a_sample_has_its_own_finding(treasury, sample):
    draw_sample(sample, "1", treasury.hand("监督辛"))

    for item in SampleItem.objects.select_related("payable", "sample"):
        find(item, Verdict.FINE, "", treasury.hand("监督辛"))

    assert SampleFinding.objects.values("item").distinct().count() == 3


@both
@pytest.mark.parametrize("count", [0, 9])
def test_more_than_there_are_is_not_drawn(treasury, sample, count):
    with pytest.raises(LedgerRefused, match="共有8笔"):
        freeze_population(SCOPE, count, "下周二双色球", treasury.hand("经办戊"))


@both
def test_an_item_slipped_in_is_found(treasury, sample):
    draw_sample(sample, "1", treasury.hand("监督辛"))
    first, other = sample.items.first(), SampleItem.objects.order_by("-place").first()
    with append_only.lifted():
        SampleItem.objects.filter(pk=other.pk).delete()

    assert [fault.side for fault in kept.samples()] == ["sample"]
    with append_only.lifted():
        SampleItem.objects.create(sample=sample, place=other.place, payable=other.payable)
    assert (list(kept.samples()), first.place) == ([], 1)


@both
@pytest.mark.parametrize("table", ["sample", "sampledraw", "sampleitem"])
def test_a_sample_is_not_edited(treasury, sample, table):
    draw_sample(sample, "1", treasury.hand("监督辛"))

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE ledger_{table} SET id = id")


@given(
    debt=st.integers(1, 10**9), parts=st.integers(1, 120), first=st.dates(date(2020, 1, 1), date(2090, 1, 1))
)
def test_equal_instalments_make_up_the_debt_in_order(debt, parts, first):
    plan = equal_parts(debt, parts, first)

    assert sum(amount for _, amount in plan) == debt
    assert len({day for day, _ in plan}) == parts
    assert [day for day, _ in plan] == sorted(day for day, _ in plan)
