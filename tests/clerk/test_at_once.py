"""What must be known at once is told without the office; and a proposal is withdrawn by who prepared it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from gongjiang.office.clerk import appointing, telling
from gongjiang.office.clerk.appointing import decide_appointment, prepare_reset
from gongjiang.office.clerk.at_console import reset_at_console
from gongjiang.office.clerk.disclosing import agree_emergency, ask_emergency, disclose
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.proposing import withdraw
from gongjiang.office.clerk.reporting import report_emergencies
from gongjiang.office.clerk.sending import text_of
from gongjiang.office.journal.models import Leaf
from gongjiang.office.post.models import Letter, Sending
from gongjiang.office.registry.models import Emergency, Posting, Proposal
from gongjiang.web.console.work import signed_by
from tests.clerk.duty_ground import moment
from tests.clerk.standing import refused
from tests.town import Town

WHY, MAIL = "遗失验证设备", "leader@example.org"
pytestmark = pytest.mark.both


def later(now: Moment, **by: int) -> Moment:
    return replace(now, at=now.at + timedelta(**by))


@pytest.fixture
def mail(settings) -> None:
    settings.EMAIL_HOST = "127.0.0.1"


def reached(town: Town, who: str) -> None:
    """They have an address, and read on the page alone all the same."""
    now = moment()
    given = telling.give_address("email", MAIL, town.actor(who), now)
    telling.confirm_address("email", given.code, town.actor(who), now)
    Sending.objects.all().delete()


def told(town: Town, who: str) -> list[Letter]:
    return list(Letter.objects.filter(person=town.cast.users[who].person, state=Letter.State.SENT))


@pytest.fixture
def emergency(town: Town) -> Emergency:
    now, people = moment(), town.workers(2)
    asked = ask_emergency("系统故障，须逐一核对某人", town.actor("officer"), now)
    agree_emergency(asked, town.actor("supervisor"), now)
    for person in (*people, people[0]):
        disclose(person, "核对某人证书", town.actor("officer"), now)
    return Emergency.objects.get()


def test_an_emergency_that_is_over_is_reported_to_supervisors_and_auditors_once(
    town: Town, emergency: Emergency, mail: None
) -> None:
    reached(town, "auditor")
    before = report_emergencies(later(moment(), minutes=59))

    after = [report_emergencies(later(moment(), minutes=61)) for _ in range(2)]

    assert (before, after) == (0, [1, 0])
    (letter,) = told(town, "supervisor")
    assert "共查看证件号码 3 次，涉及 2 人" in letter.body
    assert "3 numbers were read, of 2 people" in letter.body_en
    assert [len(told(town, who)) for who in ("auditor", "officer", "reviewer")] == [1, 0, 0]
    (sent,) = Sending.objects.all()
    assert (sent.address.value, text_of(sent)[0]) == (MAIL, "应急查看报告")
    assert "某人" not in letter.body
    assert Leaf.objects.filter(kind="emergency.report").count() == 1


def test_the_worker_reports_it_and_the_next_working_day_is_early_enough_where_it_slept(
    town: Town, emergency: Emergency, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody sends it and nobody holds it: not even the office it is about."""
    monday = later(moment(), days=3)
    monkeypatch.setattr("gongjiang.web.visitor.now", lambda: monday)

    signed_by(-100.0)

    (letter,) = told(town, "supervisor")
    assert (letter.sent_at, letter.sent_by) == (monday.at, None)
    assert Emergency.objects.get().reported_at == monday.at


def test_while_nobody_watches_it_waits_and_what_nobody_agreed_to_is_not_reported(
    town: Town, emergency: Emergency
) -> None:
    Posting.objects.filter(role__in=("supervisor", "auditor")).update(until=moment().day - timedelta(days=1))
    ask_emergency("系统故障，须逐一核对", town.actor("officer2"), moment())
    assert report_emergencies(later(moment(), hours=2)) == 0

    Posting.objects.filter(role="auditor").update(until=None)

    assert report_emergencies(later(moment(), hours=2)) == 1
    assert Emergency.objects.filter(reported_at=None).count() == 1
    with pytest.raises(DatabaseError, match="fixed fact"), transaction.atomic():
        Emergency.objects.filter(pk=emergency.pk).update(reported_at=None)


def reset(town: Town) -> Proposal:
    return prepare_reset(town.cast.users["leader"], WHY, town.actor("security"), moment())


def test_the_owner_of_a_reset_account_is_told_and_the_letter_holds_no_password(
    town: Town, mail: None
) -> None:
    reached(town, "leader")
    held = reset(town)
    assert told(town, "leader") == []

    password = decide_appointment(held, True, town.actor("security2"), moment())

    (letter,) = told(town, "leader")
    assert ("leader" in letter.body, "at once" in letter.body_en) == (True, True)
    assert password not in letter.body + letter.body_en
    assert [sent.address.value for sent in Sending.objects.all()] == [MAIL]
    reset_at_console("leader", "root-example", moment())
    assert len(told(town, "leader")) == 2


def test_who_has_no_address_reads_it_on_their_page(town: Town, mail: None) -> None:
    decide_appointment(reset(town), True, town.actor("security2"), moment())

    assert (len(told(town, "leader")), Sending.objects.count()) == (1, 0)


def test_a_proposal_is_withdrawn_by_who_prepared_it_and_may_be_prepared_anew(town: Town) -> None:
    held = reset(town)
    with refused("只有经办人本人可以撤回"):
        withdraw(held, town.actor("security2"), moment())

    withdraw(held, town.actor("security"), moment())

    held.refresh_from_db()
    assert (held.withdrawn, held.granted, held.decided_by) == (True, False, town.cast.users["security"])
    assert Leaf.objects.filter(kind="proposal.withdraw", ref=held.ref).count() == 1
    for act in (withdraw, lambda *told: appointing.decide_appointment(held, True, *told[1:])):
        with refused("该申请已审定"):
            act(held, town.actor("security2"), moment())
    reset(town)


def test_the_database_lets_nobody_pass_a_decision_off_as_a_withdrawal(town: Town) -> None:
    held = reset(town)
    own = {"decided_by": held.prepared_by_id, "decided_person": held.prepared_person_id,
           "decided_at": moment().at, "withdrawn": True}  # fmt: skip
    other = {"decided_by": town.cast.users["security2"].pk,
             "decided_person": town.cast.users["security2"].person_id}  # fmt: skip
    row = Proposal.objects.filter(pk=held.pk)

    for bad in (own | {"granted": True}, own | other | {"granted": False}, {"withdrawn": True}):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.update(**bad)
    row.update(**own, granted=False)
    with pytest.raises(DatabaseError, match="fixed fact"), transaction.atomic():
        row.update(withdrawn=False)
