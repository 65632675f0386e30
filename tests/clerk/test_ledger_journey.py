"""From the appropriation to the money in a person's bank."""

import pytest

from gongjiang.law.money import yuan
from gongjiang.office.journal.models import Leaf
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.ledger.batches import drop, gather, open_batch, withdraw
from gongjiang.office.ledger.budget import LineSummary, summaries
from gongjiang.office.ledger.corrections import reverse
from gongjiang.office.ledger.freezing import approve, check, close, export, freeze
from gongjiang.office.ledger.models import BatchState, PayableState, RowState, Transfer
from gongjiang.office.ledger.owing import owe, owe_many, stop, times_paid
from gongjiang.office.ledger.refusal import BrokenPromise, LedgerRefused
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.ledger.reserves import reserve, void_reserve
from gongjiang.office.registry.models import Person
from tests import append_only
from tests.treasury import CLAUSE, LINE, REWARD

pytest_plugins = ["tests.ledger_fixtures"]
pytestmark = [pytest.mark.both, pytest.mark.django_db]


def answers(batch, code="00"):
    lines = [f"{row.reference},{row.tail},{row.amount // 100}.00,{code},成功" for row in batch.rows.all()]
    return read_reply("\r\n".join(lines).encode("gb18030"))


def test_money_goes_from_the_budget_to_the_person_and_every_fen_is_shown(treasury):
    treasury.fund(yuan(1_000_000))
    first, second = treasury.case("王工"), treasury.case("李工")
    reserve(first, LINE, REWARD, CLAUSE, treasury.hands())
    reserve(second, LINE, REWARD, CLAUSE, treasury.hands())
    payable = owe(treasury.claim(first), treasury.hands())
    batch = treasury.sent([payable])

    settle_reply(batch, answers(batch), treasury.hands("经办甲", "复核乙"))

    payable.refresh_from_db()
    assert payable.state == PayableState.PAID
    assert summaries(2026) == [
        LineSummary(LINE, yuan(1_000_000), yuan(400_000), REWARD, 0, 0, 0, 0, paid=REWARD, receivable=0)
    ]


def test_a_batch_is_made_checked_and_approved_by_three_people_who_sign_the_hash(treasury):
    treasury.fund(REWARD)
    batch = freeze(treasury.locked(treasury.owed(1)), "csv", treasury.hand("经办甲"))

    with pytest.raises(LedgerRefused, match="不同人员"):
        check(batch, batch.sha256, treasury.hand("经办甲"))
    with pytest.raises(LedgerRefused, match="摘要"):
        check(batch, "0" * 64, treasury.hand("复核乙"))
    check(batch, batch.sha256, treasury.hand("复核乙"))
    with pytest.raises(LedgerRefused, match="不同人员"):
        approve(batch, batch.sha256, treasury.hand("复核乙"))
    approved = approve(batch, batch.sha256, treasury.hand("审批丙"))

    assert (approved.state, approved.count, approved.total) == (BatchState.APPROVED, 1, REWARD)


def test_a_payee_signs_no_batch_that_pays_them(treasury):
    treasury.fund(REWARD)
    batch = freeze(treasury.locked(treasury.owed(1)), "csv", treasury.hand("经办甲"))

    with pytest.raises(LedgerRefused, match="本人"):
        check(batch, batch.sha256, treasury.hand("王工1"))


def test_every_download_gives_the_same_bytes_and_leaves_a_leaf(treasury):
    treasury.fund(yuan(900_000))
    batch = treasury.approved(treasury.owed(3), "fixed")

    files = {export(batch, treasury.hand(name)) for name in ("经办甲", "复核乙", "审计丁")}

    assert len(files) == 1
    assert Leaf.objects.filter(kind="batch.export", ref=batch.number).count() == 3
    assert first_fault() is None


def test_a_row_changed_behind_the_guards_is_noticed_at_every_signature(treasury):
    treasury.fund(REWARD)
    batch = freeze(treasury.locked(treasury.owed(1)), "csv", treasury.hand("经办甲"))
    with append_only.lifted():
        batch.rows.update(payee="他人")

    with pytest.raises(BrokenPromise, match="not the one that was signed"):
        check(batch, batch.sha256, treasury.hand("复核乙"))


def test_a_file_changed_after_the_approval_is_not_given_out(treasury):
    treasury.fund(REWARD)
    batch = treasury.approved(treasury.owed(1))
    with append_only.lifted():
        batch.rows.update(tail="0000", payee="他人")

    with pytest.raises(BrokenPromise, match="not the one that was signed"):
        export(batch, treasury.hand("经办甲"))


def test_a_file_cannot_be_frozen_twice(treasury):
    treasury.fund(REWARD)
    batch = freeze(treasury.locked(treasury.owed(1)), "csv", treasury.hand("经办甲"))

    with pytest.raises(LedgerRefused, match="已固定"):
        freeze(batch, "fixed", treasury.hand("经办甲"))


def test_nothing_leaves_before_the_approval(treasury):
    treasury.fund(REWARD)
    batch = freeze(treasury.locked(treasury.owed(1)), "csv", treasury.hand("经办甲"))

    with pytest.raises(LedgerRefused, match="已固定"):
        export(batch, treasury.hand("经办甲"))


def test_a_line_has_one_batch_in_preparation(treasury):
    treasury.fund(REWARD)
    open_batch(LINE, treasury.hand("经办甲"))

    with pytest.raises(LedgerRefused, match="在编批次"):
        open_batch(LINE, treasury.hand("经办甲"))


def test_a_dropped_row_may_be_gathered_again(treasury):
    treasury.fund(REWARD)
    payables, by = treasury.owed(1), treasury.hand("经办甲")
    batch = open_batch(LINE, by)
    row = gather(batch, payables, by)[0]

    drop(row, by)
    again = gather(batch, payables, by)[0]

    assert (again.seq, again.reference != row.reference) == (2, True)


def test_a_gathered_payable_is_not_gathered_twice(treasury):
    treasury.fund(REWARD)
    payables, by = treasury.owed(1), treasury.hand("经办甲")
    batch = open_batch(LINE, by)
    gather(batch, payables, by)

    with pytest.raises(LedgerRefused, match="应付款"):
        gather(batch, payables, by)


def test_a_withdrawn_batch_lets_its_payables_go(treasury):
    treasury.fund(REWARD)
    payables = treasury.owed(1)
    batch = treasury.approved(payables)

    withdrawn = withdraw(batch, "名单有变", treasury.hands())
    stopped = stop(payables[0], "撤销称号", treasury.hands())

    assert (withdrawn.state, batch.rows.get().state) == (BatchState.WITHDRAWN, RowState.WITHDRAWN)
    assert (stopped.state, summaries()[0].available) == (PayableState.STOPPED, REWARD)


def test_a_batched_payment_is_not_stopped_behind_the_batch(treasury):
    treasury.fund(REWARD)
    payables = treasury.owed(1)
    treasury.locked(payables)

    with pytest.raises(LedgerRefused, match="停付"):
        stop(payables[0], "撤销称号", treasury.hands())


def test_a_struck_person_gives_the_reserve_back_and_may_be_reserved_again(treasury):
    treasury.fund(REWARD)
    case = treasury.case()
    reserve(case, LINE, REWARD, CLAUSE, treasury.hands())

    void_reserve(case, CLAUSE, "公示异议成立", treasury.hands())
    again = reserve(case, LINE, REWARD, CLAUSE, treasury.hands())

    assert again.key.endswith(":1")
    assert (summaries()[0].available, summaries()[0].reserved) == (0, REWARD)


def test_one_entitlement_is_owed_once_for_life(treasury):
    treasury.fund(yuan(900_000))
    first, second = treasury.case(), treasury.case()
    owe(treasury.claim(first), treasury.hands())

    with pytest.raises(LedgerRefused, match="已有应付"):
        owe(treasury.claim(second), treasury.hands())

    assert times_paid([first, second]) == {first.pk: 0, second.pk: 1}


def test_one_entitlement_is_not_owed_twice_in_one_list(treasury):
    treasury.fund(yuan(900_000))
    claim = treasury.claim(treasury.case())

    with pytest.raises(LedgerRefused, match="已有应付"):
        owe_many([claim, claim], treasury.hands())

    assert summaries()[0].available == yuan(900_000)


def test_a_list_in_which_one_claim_is_refused_owes_nobody(treasury):
    treasury.fund(REWARD)
    claims = [treasury.claim(treasury.case("王工")), treasury.claim(treasury.case("李工"))]

    with pytest.raises(LedgerRefused, match="不足"):
        owe_many(claims, treasury.hands())

    assert summaries()[0].available == REWARD


def test_owing_the_same_again_finds_what_is_owed(treasury):
    treasury.fund(yuan(900_000))
    claim = treasury.claim(treasury.case())

    first, again = owe(claim, treasury.hands()), owe(claim, treasury.hands())

    assert (again, summaries()[0].payable) == (first, REWARD)


def test_a_stopped_entitlement_may_be_owed_again(treasury):
    treasury.fund(REWARD)
    claim = treasury.claim(treasury.case())

    stop(owe(claim, treasury.hands()), "暂缓", treasury.hands())
    owe(claim, treasury.hands())

    assert summaries()[0].payable == REWARD


def test_what_was_stopped_counts_as_never_given(treasury):
    treasury.fund(REWARD)
    claim, other = treasury.claim(treasury.case()), treasury.case()
    owed = owe(claim, treasury.hands())
    assert times_paid([claim.case, other]) == {claim.case.pk: 0, other.pk: 1}

    stop(owed, "暂缓", treasury.hands())

    assert times_paid([other]) == {other.pk: 0}


def test_an_account_in_another_name_is_refused(treasury):
    treasury.fund(REWARD)
    case = treasury.case()

    with pytest.raises(LedgerRefused, match="户名"):
        owe(treasury.claim(case, account=treasury.account("王工", holder="他人")), treasury.hands())


@pytest.mark.parametrize("pair", [("王工", "复核乙"), ("经办甲", "王工")])
def test_nobody_handles_their_own_reward(treasury, pair):
    treasury.fund(REWARD)
    claim = treasury.claim(treasury.case("王工"))

    with pytest.raises(LedgerRefused, match="本人"):
        reserve(claim.case, LINE, REWARD, CLAUSE, treasury.hands(*pair))
    with pytest.raises(LedgerRefused, match="本人"):
        owe(claim, treasury.hands(*pair))


def test_an_account_that_no_longer_bears_the_payees_name_is_not_gathered(treasury):
    treasury.fund(REWARD)
    payables = treasury.owed(1)
    Person.objects.filter(pk=payables[0].person_id).update(name="王改名")

    with pytest.raises(LedgerRefused, match="户名"):
        treasury.locked(payables)


def test_a_payment_is_not_reversed_behind_its_payable(treasury):
    treasury.fund(REWARD)
    treasury.owed(1)

    with pytest.raises(LedgerRefused, match="停付、退回或追缴"):
        reverse(Transfer.objects.latest("pk"), "有误", treasury.hands())


def test_nothing_is_owed_on_a_publication_without_a_decision(treasury):
    treasury.fund(REWARD)
    claim = treasury.claim(treasury.case())

    with pytest.raises(LedgerRefused, match="文号"):
        owe(type(claim)(claim.case, LINE, REWARD, CLAUSE, claim.entitlement, ""), treasury.hands())


def test_an_appropriation_is_reversed_by_two_people_with_a_reason_and_once(treasury):
    treasury.fund(REWARD)
    posted = Transfer.objects.get()

    reverse(posted, "文号有误", treasury.hands())
    again = reverse(posted, "文号有误", treasury.hands())

    assert (again.reverses, summaries()[0].appropriated) == (posted, 0)
    with pytest.raises(LedgerRefused, match="另|不同"):
        reverse(posted, "另一理由", treasury.hands())


def test_money_already_promised_is_not_reversed_away(treasury):
    treasury.fund(REWARD)
    reserve(treasury.case(), LINE, REWARD, CLAUSE, treasury.hands())

    with pytest.raises(LedgerRefused, match="不足"):
        reverse(Transfer.objects.get(kind="post"), "文号有误", treasury.hands())


def test_an_answered_batch_is_closed(treasury):
    treasury.fund(yuan(600_000))
    batch = treasury.sent(treasury.owed(2))
    settle_reply(batch, answers(batch), treasury.hands())

    closed = close(batch, treasury.hand("经办甲"))

    assert closed.state == BatchState.CLOSED


@pytest.mark.parametrize("lines", [1, 3])
def test_the_summary_of_all_lines_is_two_queries(treasury, django_assert_num_queries, lines):
    for number in range(lines):
        treasury.fund(REWARD, line=type(LINE)(LINE.fund, 2026, f"9.{number}"))

    with django_assert_num_queries(2):
        found = summaries(2026)

    assert len(found) == lines


def test_gathering_and_freezing_many_costs_few_queries(treasury, django_assert_max_num_queries):
    treasury.fund(REWARD * 30)
    payables = treasury.owed(30)
    by = treasury.hand("经办甲")
    batch = open_batch(LINE, by)

    with django_assert_max_num_queries(14):
        gather(batch, payables, by)

    assert batch.rows.count() == 30
