"""The treasury: who may, who is behind the account, and nothing moves until the second person."""

from collections.abc import Callable
from datetime import date

import pytest

from gongjiang.law.money import yuan
from gongjiang.law.standing import Actor, Post
from gongjiang.law.terms import Role
from gongjiang.office.clerk import paying, paying_asks
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.journal.models import Leaf
from gongjiang.office.ledger.budget import available
from gongjiang.office.ledger.models import Batch, FundUse, PendingAct
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.suspense import Outcome
from tests.treasury import LINE, NOW, REWARD, TODAY, Treasury
from tests.web.cashiers import answered

AT = Moment(TODAY, NOW)
pytestmark = pytest.mark.both


@pytest.fixture
def who(treasury: Treasury) -> Callable[..., Actor]:
    """An actor by the name of the person and the roles held."""

    def made(name: str, *roles: Role) -> Actor:
        return Actor(1, treasury.person(name).pk, tuple(Post(role) for role in roles))

    return made


@pytest.fixture
def maker(who: Callable[..., Actor]) -> Actor:
    return who("经办甲", Role.FINANCE_MAKER)


@pytest.fixture
def checker(who: Callable[..., Actor]) -> Actor:
    return who("复核乙", Role.FINANCE_CHECKER)


def asked(maker: Actor, amount: int = yuan(100), document: str = "测试〔2026〕2号") -> PendingAct:
    return paying_asks.ask_appropriation(LINE, amount, document, Grounds.BUDGET, maker, AT)


def test_nothing_is_appropriated_until_another_confirms(
    treasury: Treasury, maker: Actor, checker: Actor
) -> None:
    treasury.fund(yuan(1))

    held = asked(maker)
    assert available(LINE) == yuan(1)
    paying_asks.confirm(held, checker, AT)

    assert available(LINE) == yuan(101)
    kinds = list(Leaf.objects.filter(kind__startswith="pending").values_list("kind", flat=True))
    assert kinds == ["pending.propose", "pending.confirmed"]


def test_the_maker_confirms_nothing_of_their_own(treasury: Treasury, who: Callable[..., Actor]) -> None:
    treasury.fund(yuan(1))
    both = who("双岗壬", Role.FINANCE_MAKER, Role.FINANCE_CHECKER)
    held = asked(both)

    with pytest.raises(Refused, match="不同人员"):
        paying_asks.confirm(held, both, AT)


def test_what_was_decided_stays_decided(treasury: Treasury, maker: Actor, checker: Actor) -> None:
    treasury.fund(yuan(1))
    held = asked(maker)
    paying_asks.decline(held, "文号有误", checker, AT)

    with pytest.raises(Refused, match="已复核"):
        paying_asks.confirm(held, checker, AT)
    assert available(LINE) == yuan(1)


def test_a_refusal_at_the_confirmation_leaves_it_waiting(
    treasury: Treasury, maker: Actor, checker: Actor
) -> None:
    held = asked(maker)

    with pytest.raises(Refused, match="不得用于"):
        paying_asks.confirm(held, checker, AT)
    held.refresh_from_db()
    assert held.state == "waiting"


def test_the_use_of_a_fund_is_entered_by_two(treasury: Treasury, maker: Actor, checker: Actor) -> None:
    held = paying_asks.ask_use("talent", "2.3.1", "测试〔2026〕3号", date(2026, 1, 1), maker, AT)
    assert FundUse.objects.count() == 0

    paying_asks.confirm(held, checker, AT)

    assert FundUse.objects.get().document == "测试〔2026〕3号"


@pytest.mark.parametrize("role", [Role.OFFICER, Role.FINANCE_CHECKER, Role.AUDITOR, Role.LEADER])
def test_only_a_maker_makes(treasury: Treasury, who: Callable[..., Actor], role: Role) -> None:
    with pytest.raises(Refused, match="财务经办"):
        paying.open_batch(LINE, who("某人", role), AT)


def test_an_account_without_a_person_moves_no_money(treasury: Treasury) -> None:
    nobody = Actor(1, None, (Post(Role.FINANCE_MAKER),))

    with pytest.raises(Refused, match="自然人"):
        paying.open_batch(LINE, nobody, AT)


def sent(treasury: Treasury, count: int) -> Batch:
    treasury.fund(count * REWARD)
    return treasury.sent(treasury.owed(count))


def test_a_reply_waits_for_its_checker_and_is_asked_once(
    treasury: Treasury, maker: Actor, checker: Actor
) -> None:
    batch = sent(treasury, 2)
    held = paying_asks.ask_reply(batch, answered(batch).encode(), maker, AT)
    assert set(batch.rows.values_list("state", flat=True)) == {"sent"}

    with pytest.raises(Refused, match="正待复核"):
        paying_asks.ask_reply(batch, answered(batch).encode(), maker, AT)
    paying_asks.confirm(held, checker, AT)

    assert set(batch.rows.values_list("state", flat=True)) == {"paid"}


def test_a_returned_payment_goes_to_the_account_as_it_was_when_asked(
    treasury: Treasury, maker: Actor, checker: Actor
) -> None:
    batch = sent(treasury, 1)
    reply = paying_asks.ask_reply(batch, answered(batch, returned=(1,)).encode(), maker, AT)
    paying_asks.confirm(reply, checker, AT)
    payable = batch.rows.get().payable
    shown = treasury.account(payable.person.name, "6222000000007777")
    held = paying_asks.ask_reopen(payable, "账号已更正", maker, AT)
    treasury.account(payable.person.name, "6222000000006666")

    paying_asks.confirm(held, checker, AT)

    payable.refresh_from_db()
    assert (payable.state, payable.account) == ("owed", shown)


def test_a_question_needs_a_reason(treasury: Treasury, maker: Actor, checker: Actor) -> None:
    batch = sent(treasury, 1)
    odd = answered(batch).replace(",00,", ",Z9,")
    paying_asks.confirm(paying_asks.ask_reply(batch, odd.encode(), maker, AT), checker, AT)
    item = batch.items.get()

    with pytest.raises(Refused, match="理由"):
        paying_asks.ask_resolve(item, Outcome.PAID, "", maker, AT)
    held = paying_asks.ask_resolve(item, Outcome.PAID, "银行来函", maker, AT)
    paying_asks.confirm(held, checker, AT)

    assert batch.rows.get().state == "paid"
