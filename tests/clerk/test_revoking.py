"""A title withdrawn: what follows stops, the money goes back to the fen, and nothing disappears."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gongjiang.law.money import yuan
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.papers import give_certificate
from gongjiang.office.clerk.revoking import decide_revocation, prepare_revocation
from gongjiang.office.honours.models import Certificate, Honour
from gongjiang.office.journal.models import Leaf
from gongjiang.office.ledger.budget import available
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import Payable, Transfer
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.post.models import Letter
from gongjiang.office.registry.models import Proposal
from gongjiang.web.console.verify import checked
from gongjiang.web.demo.journey import walk_to
from gongjiang.web.demo.ruled import ruled
from gongjiang.web.demo.walking import Walk
from tests.clerk.by_two import revoke
from tests.clerk.standing import refused
from tests.town import Town
from tests.treasury import Treasury

pytestmark = pytest.mark.both
LINE = Line("talent", 2026, "2.3.1")
BUDGET = yuan(9_000_000)


def revoked(walk: Walk, ground: str = "fraud", **more: Any) -> Honour:
    honour = Honour.objects.select_related("case", "person").order_by("pk")[0]
    return revoke(honour, walk.cast, walk.now, ground, **more)


def reward_of(honour: Honour) -> Case:
    return Case.objects.get(cause=honour.case)


def paid(walk: Walk) -> Payable:
    treasury, held = Treasury(), Payable.objects.order_by("pk")[0]
    batch = treasury.sent([held])
    row = batch.rows.get()
    settle_reply(
        batch, read_reply(f"{row.reference},{row.tail},{row.amount // 100},00,".encode()), treasury.hands()
    )
    held.refresh_from_db()
    assert held.state == "paid"
    return held


def test_money_set_aside_is_given_back_and_the_case_that_would_pay_ends(town: Town) -> None:
    walk = town.walked("conferred", many=2, places=2)

    honour = revoked(walk)

    assert available(LINE) == BUDGET - yuan(300_000)
    assert reward_of(honour).state == State.ENDED
    assert Payable.objects.count() == 0


def test_money_owed_is_stopped(town: Town) -> None:
    walk = town.walked("rewarded", many=2, places=2)

    honour = revoked(walk, "misconduct")

    assert list(Payable.objects.filter(case=reward_of(honour)).values_list("state", flat=True)) == ["stopped"]
    assert Payable.objects.filter(state="owed").count() == 1
    assert available(LINE) == BUDGET - yuan(300_000)


@pytest.mark.parametrize(
    ("ground", "recovered"), [("fraud", [yuan(300_000)]), ("misconduct", []), ("annulled", [])]
)
def test_what_was_paid_is_recovered_on_fraud_alone(town: Town, ground: str, recovered: list[int]) -> None:
    walk = town.walked("rewarded", many=1, places=1)
    paid(walk)

    revoked(walk, ground)

    assert (
        list(Transfer.objects.filter(key__startswith="recover:").values_list("amount", flat=True))
        == recovered
    )
    assert Payable.objects.get().state == "paid"


def test_a_ruling_may_open_recovery_on_other_grounds(town: Town) -> None:
    walk = town.walked("rewarded", many=1, places=1)
    paid(walk)
    ruled(walk.cast, "recovery_on_fraud", "no", walk.now)

    revoked(walk, "misconduct")

    assert Transfer.objects.filter(key__startswith="recover:").count() == 1


def test_a_sum_on_its_way_to_the_bank_is_named_and_nothing_changes(town: Town) -> None:
    walk = town.walked("rewarded", many=1, places=1)
    batch = Treasury().locked(list(Payable.objects.all()))
    held = prepared(walk)

    with refused(f"款项已编入支付批次 {batch.number}"):
        decide_revocation(held, True, walk.who("government"), walk.now)


def test_a_revoked_certificate_answers_for_ever_that_it_is_revoked(town: Town) -> None:
    walk = town.walked("conferred", many=1, places=1)
    certificate = Certificate.objects.get()
    before = checked(certificate.number)["status"]

    revoked(walk)

    after = checked(certificate.number)
    assert (before, after["status"], after["revoked_on"]) == ("valid", "revoked", walk.day)
    assert checked(certificate.code)["status"] == "revoked"
    assert after["why"]["zh"] == "示例撤〔2026〕1号"
    with refused("该称号已于"):
        give_certificate(certificate, "https://example.invalid", walk.now)
    assert (Honour.objects.count(), Certificate.objects.count()) == (1, 1)


def test_the_person_is_told_by_which_decision_and_of_the_remedy(town: Town) -> None:
    walk = town.walked("conferred", many=1, places=1)

    honour = revoked(walk)

    letter = Letter.objects.filter(case=honour.case).latest("pk")
    assert letter.body == f"依据 示例撤〔2026〕1号，您的称号自 {walk.day} 起撤销。可依法申请行政复议。"


def prepared(walk: Walk, who: str = "officer") -> Proposal:
    told = ("fraud", "示例撤〔2026〕1号", walk.day, "经核实属实")
    return prepare_revocation(Honour.objects.get(), *told, walk.who(who), walk.now)


def test_what_is_prepared_changes_nothing_until_another_person_grants_it(town: Town) -> None:
    walk = town.walked("conferred", many=1, places=1)

    held = prepared(walk)
    with refused("已有待审定的申请"):
        prepared(walk, "officer2")
    before = Honour.objects.get().revoked_on
    decide_revocation(held, True, walk.who("government"), walk.now)

    assert (before, Honour.objects.get().revoked_on) == (None, walk.day)
    with refused("该申请已审定"):
        decide_revocation(held, True, walk.who("government"), walk.now)
    kinds = list(Leaf.objects.filter(kind__startswith="proposal").values_list("kind", flat=True))
    assert kinds == ["proposal.prepare", "proposal.decide"]


def test_a_title_stands_where_the_proposal_is_sent_back_and_another_may_be_prepared(town: Town) -> None:
    walk = town.walked("conferred", many=1, places=1)

    decide_revocation(prepared(walk), False, walk.who("government"), walk.now)
    prepared(walk)

    assert Honour.objects.get().revoked_on is None
    assert list(Proposal.objects.values_list("granted", flat=True)) == [None, False]


def test_who_prepares_and_who_decides_hold_different_posts(town: Town) -> None:
    walk = town.walked("conferred", many=1, places=1)
    held = prepared(walk)

    with refused("仅市局经办可以办理"):
        prepared(walk, "government")
    with refused("仅审定人可以办理"):
        decide_revocation(held, True, walk.who("officer2"), walk.now)


def test_nobody_prepares_or_decides_on_the_loss_of_their_own_title(town: Town) -> None:
    walk = town.walked("conferred", many=1, places=1)
    held, titled = prepared(walk), Honour.objects.get().person_id
    own = [replace(walk.who(name), person=titled) for name in ("officer", "government")]
    decide_revocation(held, False, walk.who("government"), walk.now)
    again = prepared(walk)

    with refused("不能办理本人事项"):
        told = ("fraud", "示例撤〔2026〕1号", walk.day, "经核实属实")
        prepare_revocation(Honour.objects.get(), *told, own[0], walk.now)
    with refused("不能办理本人事项"):
        decide_revocation(again, False, own[1], walk.now)


def test_without_a_ground_or_a_document_nothing_is_revoked_and_never_twice(town: Town) -> None:
    walk = town.walked("conferred", many=1, places=1)
    with refused("请选择事由"):
        revoked(walk, "because")
    with refused("请选择事由并填写撤销文号"):
        revoked(walk, document=" ")

    revoked(walk)

    with refused("该称号已撤销"):
        revoked(walk)


def test_who_lost_a_title_may_be_titled_again_and_both_stand_in_the_history(town: Town) -> None:
    first = town.walked("conferred", many=1, places=1)
    revoked(first)
    person = Honour.objects.get().person
    from gongjiang.office.registry.models import NominatingBody
    from gongjiang.web.demo.reviewing import nominate

    second = town.round(code="T2", places=1, opens=date(2026, 6, 1))
    nominate(second, [person], list(NominatingBody.objects.all()))
    walk_to(second, "conferred")

    assert list(Honour.objects.filter(person=person).order_by("pk").values_list("revoked_on", flat=True)) == [
        first.day,
        None,
    ]
