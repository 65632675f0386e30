"""Letters leave once, to a confirmed address, in the chosen language; what is undone sends nothing."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import digests, sending, telling, wordings
from gongjiang.office.clerk.letters import read_letter, reword, send_letters
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.perform import perform
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.journal.models import Leaf
from gongjiang.office.post.models import Address, Letter, Preference, Sending
from gongjiang.office.registry.models import Person, User
from gongjiang.web.digest import digest
from tests.smtp_sink import Sink, listening
from tests.town import TODAY

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
"""Nine in the morning, here."""
NOW = Moment(TODAY, AT)
MAIL = "wang@example.org"
State = Sending.State


@pytest.fixture
def sink(settings, tmp_path) -> Iterator[Sink]:
    with listening() as found:
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", found.port, 5
        settings.SMS_FOLDER = str(tmp_path / "sms")
        yield found


@pytest.fixture
def case(town) -> Case:
    return town.nominated(2).cases("nominated")[0]


def nominee(case: Case) -> Actor:
    """The nominee with an account of their own."""
    user, _ = User.objects.get_or_create(username="nominee", person=case.person)
    return Actor(user.pk, case.person_id)


def told_by(case: Case, kind: str = "email", value: str = MAIL, language: str = "zh") -> Address:
    me = nominee(case)
    address = telling.give_address(kind, value, me, NOW)
    telling.confirm_address(kind, address.code, me, NOW)
    telling.choose(kind, language, False, me, NOW)
    Sending.objects.all().delete()
    return address


def rejected(town, case: Case, reason: str = "材料不符") -> Letter:
    perform(case, "reject", town.actor("officer"), NOW, {"reason": reason})
    return Letter.objects.get(case=case)


def sent(town, case: Case) -> Sending:
    letter = rejected(town, case)
    send_letters([letter.ref], False, town.actor("officer"), NOW)
    return Sending.objects.get(letter=letter)


def test_a_letter_goes_by_mail_once_and_is_on_the_page(town, case, sink):
    told_by(case)
    held = sent(town, case)

    assert [sending.send_one(AT), sending.send_one(AT)] == [True, False]

    held.refresh_from_db()
    assert (held.state, held.tries) == (State.SENT, 1)
    assert [(mail["To"], mail["Subject"]) for mail in sink.taken] == [(MAIL, held.letter.subject)]
    assert "材料不符" in sink.taken[0].get_content()
    assert Leaf.objects.filter(kind="sending.sent", ref=held.ref).count() == 1


def test_the_letter_is_in_the_language_that_was_chosen(town, case, sink):
    told_by(case, language="en")
    held = sent(town, case)

    sending.send_one(AT)

    assert sink.taken[0]["Subject"] == held.letter.subject_en


def test_whoever_chose_the_page_alone_gets_nothing_elsewhere(town, case, sink):
    letter = rejected(town, case)

    send_letters([letter.ref], False, town.actor("officer"), NOW)

    assert Sending.objects.count() == 0
    letter.refresh_from_db()
    assert letter.state == Letter.State.SENT


def test_what_is_rolled_back_sends_nothing(town, case, sink):
    told_by(case)
    with transaction.atomic():
        held = sent(town, case)
        assert Sending.objects.filter(pk=held.pk).exists()
        transaction.set_rollback(True)

    assert sending.send_one(AT) is False
    assert (Letter.objects.count(), Sending.objects.count(), sink.taken) == (0, 0, [])


def test_a_server_that_is_busy_is_asked_again_later_and_later(town, case, sink):
    told_by(case)
    held = sent(town, case)
    sink.answers = ["451 busy", "451 busy", "250 taken"]

    at, waits = AT, []
    while sending.send_one(at):
        held.refresh_from_db()
        waits.append(held.due_at - at)
        at = held.due_at

    assert held.state == State.SENT
    assert waits[:2] == [timedelta(minutes=1), timedelta(minutes=5)]
    assert len(sink.taken) == 1


def test_a_server_that_is_away_is_given_up_in_the_end(town, case, sink, settings):
    told_by(case)
    held, settings.EMAIL_PORT = sent(town, case), 1

    at = AT
    while sending.send_one(at):
        held.refresh_from_db()
        at = held.due_at

    assert (held.state, held.tries) == (State.FAILED, len(sending.WAITS) + 1)


def test_an_address_that_is_refused_is_not_tried_again(town, case, sink):
    told_by(case)
    held, sink.answers = sent(town, case), ["550 no such box"]

    sending.send_one(AT)

    held.refresh_from_db()
    assert (held.state, held.tries) == (State.FAILED, 1)


def test_a_line_that_breaks_after_the_text_is_uncertain_and_never_sent_twice(town, case, sink):
    told_by(case)
    held, sink.answers = sent(town, case), ["drop"]

    sending.send_one(AT)
    again = sending.send_one(AT + timedelta(days=1))

    held.refresh_from_db()
    assert (held.state, again, len(sink.taken)) == (State.UNCERTAIN, False, 1)


def test_a_sender_that_died_leaves_an_uncertain_letter_that_a_person_decides(town, case, sink):
    told_by(case)
    held = sent(town, case)
    assert sending.claim(AT) == held

    assert sending.send_one(AT + timedelta(minutes=1)) is False
    assert sending.send_one(AT + timedelta(hours=1)) is False
    held.refresh_from_db()
    assert (held.state, sink.taken) == (State.UNCERTAIN, [])

    sending.settle(held, "again", town.actor("officer"), NOW)
    assert sending.send_one(AT + timedelta(hours=1)) is True
    assert len(sink.taken) == 1


def test_an_outcome_told_after_the_claim_was_given_up_changes_nothing(town, case, sink):
    told_by(case)
    held = sent(town, case)
    mine = sending.claim(AT)
    sending.give_up_claims(AT + timedelta(hours=1))

    sending.ended(mine, State.SENT, AT + timedelta(hours=1))

    held.refresh_from_db()
    assert held.state == State.UNCERTAIN


def test_a_bounce_marked_by_hand_ends_the_use_of_the_address(town, case, sink):
    address = told_by(case)
    held = sent(town, case)
    sending.send_one(AT)
    held.refresh_from_db()

    sending.settle(held, "bounced", town.actor("officer"), NOW)

    held.refresh_from_db()
    address.refresh_from_db()
    assert (held.state, address.bounced_at) == (State.BOUNCED, AT)
    assert telling.confirmed(case.person_id, "email") is None
    with pytest.raises(Refused, match="现在不能这样处理"):
        sending.settle(held, "again", town.actor("officer"), NOW)


def test_a_text_message_is_laid_as_a_file_with_no_more_than_the_subject(town, case, sink, settings, tmp_path):
    told_by(case, "sms", "138 0013 8000")
    held = sent(town, case)

    sending.send_one(AT)

    laid = [json.loads(path.read_text()) for path in (tmp_path / "sms").iterdir()]
    assert laid == [{"to": "13800138000", "text": held.letter.subject}]


def test_an_address_counts_once_its_code_came_back(case, sink):
    me = nominee(case)
    address = telling.give_address("email", MAIL, me, NOW)
    sending.send_one(AT)
    code = address.code
    assert code in sink.taken[0].get_content()
    with pytest.raises(Refused, match="先登记并确认"):
        telling.choose("email", "zh", False, me, NOW)
    with pytest.raises(Refused, match="确认码不正确"):
        telling.confirm_address("email", "x" + code[1:], me, NOW)

    telling.confirm_address("email", code, me, NOW)

    assert telling.choose("email", "zh", False, me, NOW).channel == "email"


def test_a_code_is_guessed_five_times_and_no_more(case, sink):
    me = nominee(case)
    address = telling.give_address("email", MAIL, me, NOW)
    for _ in range(telling.TRIES):
        with pytest.raises(Refused, match="确认码不正确"):
            telling.confirm_address("email", "wrong", me, NOW)

    with pytest.raises(Refused, match="已失效"):
        telling.confirm_address("email", address.code, me, NOW)


def test_a_code_is_good_for_half_an_hour(case, sink):
    me = nominee(case)
    address = telling.give_address("email", MAIL, me, NOW)

    with pytest.raises(Refused, match="已失效"):
        telling.confirm_address("email", address.code, me, Moment(TODAY, AT + timedelta(minutes=31)))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("email", "no address"),
        ("email", "a@b\nBcc: c@d.org"),
        ("sms", "12345"),
        ("sms", "１３８００１３８０００"),
    ],
)
def test_what_is_no_address_is_refused(case, sink, kind, value):
    with pytest.raises(Refused):
        telling.give_address(kind, value, nominee(case), NOW)


def test_the_address_lies_encrypted_and_stands_in_no_leaf(case, sink):
    address = told_by(case)

    assert MAIL.encode() not in bytes(Address.objects.get(pk=address.pk).sealed)
    assert not Leaf.objects.filter(body__contains=MAIL).exists()
    assert address.masked == "w***@example.org"


def test_with_nothing_switched_on_there_is_only_the_page(case, settings):
    settings.EMAIL_HOST = settings.SMS_FOLDER = ""

    with pytest.raises(Refused, match="尚未开通"):
        telling.give_address("email", MAIL, nominee(case), NOW)
    assert sending.send_one(AT) is False


def key(case: Case) -> wordings.Occasion:
    from gongjiang.plans import scheme

    return wordings.occasions()[wordings.key_of(scheme(case.scheme).procedure, "reject")]


OURS = wordings.Text(
    "{name}：结果", "{name}: result", "{number} {scheme} {reason} {date}", "{scheme} {reason}"
)


def test_a_template_speaks_from_its_next_letter_on_and_its_version_is_kept(town, case):
    made = wordings.write_template(key(case), OURS, town.actor("officer"), NOW)

    letter = rejected(town, case)

    assert (letter.template, made.version) == (made, 1)
    assert letter.subject == f"{case.person.name}：结果"
    assert letter.body.startswith(case.number)
    assert letter.body.endswith(f"材料不符 {TODAY}")


def test_a_template_is_never_edited_only_followed(town, case):
    wordings.write_template(key(case), OURS, town.actor("officer"), NOW)
    again = wordings.write_template(key(case), key(case).default, town.actor("officer"), NOW)

    assert again.version == 2
    with pytest.raises(Refused, match="相同"):
        wordings.write_template(key(case), key(case).default, town.actor("officer"), NOW)


@pytest.mark.parametrize(
    "body", ["{nobody}", "{name.__class__}", "{name!r}", "{name:>9}", "{", "{}", "{0}", "{name"]
)
def test_a_placeholder_that_no_letter_knows_is_refused_in_words(town, case, body):
    text = wordings.Text("标题", "Subject", body, "Text")

    with pytest.raises(Refused, match="占位符|花括号"):
        wordings.write_template(key(case), text, town.actor("officer"), NOW)


def test_every_default_text_can_be_filled():
    found = [
        wordings.filled(wordings.checked(o.default), wordings.MADE_UP) for o in wordings.occasions().values()
    ]

    assert len(found) > 20
    assert all(text.subject and text.body_en for text in found)


def test_a_letter_that_is_changed_keeps_what_it_said_before(town, case):
    letter = rejected(town, case)
    before = letter.body

    reword(letter, wordings.Text("新", "New", "新文", "New text"), town.actor("officer"), NOW)

    letter.refresh_from_db()
    assert (letter.body, [old.body for old in letter.reworded.all()]) == ("新文", [before])
    send_letters([letter.ref], False, town.actor("officer"), NOW)
    with pytest.raises(Refused, match="不能再改"):
        reword(letter, wordings.Text("又", "Again", "又", "Again"), town.actor("officer"), NOW)


def test_when_a_letter_was_first_read_is_kept_once_and_only_for_its_recipient(town, case):
    letter = rejected(town, case)
    send_letters([letter.ref], False, town.actor("officer"), NOW)

    read_letter(letter, town.actor("officer"), NOW)
    read_letter(letter, nominee(case), NOW)
    read_letter(letter, nominee(case), Moment(TODAY, AT + timedelta(days=1)))

    letter.refresh_from_db()
    assert letter.read_at == AT
    assert Leaf.objects.filter(kind="letter.read").count() == 1


def subscribed(town, who: str = "officer") -> Actor:
    me = town.actor(who)
    address = telling.give_address("email", f"{who}@example.org", me, NOW)
    telling.confirm_address("email", address.code, me, NOW)
    telling.choose("page", "zh", True, me, NOW)
    Sending.objects.all().delete()
    return me


def test_a_digest_comes_once_a_day_and_names_nobody(town, case, sink):
    subscribed(town)

    written = [digests.write_digests(digest, NOW) for _ in range(3)]
    while sending.send_one(AT):
        pass

    assert written == [1, 0, 0]
    (mail,) = sink.taken
    text = mail["Subject"] + mail.get_content()
    assert "待办" in text
    assert "/desk/" in text
    assert [
        c.number for c in Case.objects.select_related("person") if c.person.name in text or c.number in text
    ] == []


def test_a_digest_comes_on_working_days_from_eight(town):
    saturday = Moment(TODAY.replace(day=7), AT)

    assert [digests.due_on(NOW, 7), digests.due_on(NOW, 8), digests.due_on(saturday, 9)] == [
        False,
        True,
        False,
    ]
    assert digests.due_on(Moment(TODAY.replace(year=2090), AT), 9) is False


def test_a_worker_without_a_post_gets_no_digest(town, case, sink):
    told_by(case)
    Preference.objects.update(digest=True)

    assert digests.write_digests(digest, NOW) == 0


@pytest.mark.both
@pytest.mark.django_db(transaction=True)
def test_many_senders_send_one_message_once(settings, tmp_path):
    if connection.vendor == "sqlite":
        pytest.skip("one writer at a time: there is nothing to race")
    settings.SMS_FOLDER = str(tmp_path)
    address = Address(person=Person.objects.create(name="示例"), kind="sms", added_at=AT, code_until=AT)
    address.put("13800138000", "000000")
    address.save()
    for _ in range(20):
        Sending.objects.create(address=address, due_at=AT)

    def work(_: int) -> int:
        try:
            return sum(1 for _ in iter(lambda: sending.send_one(AT), False))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        sent_by = list(pool.map(work, range(4)))

    assert sum(sent_by) == 20
    assert Sending.objects.filter(state=State.SENT, tries=1).count() == 20
    assert Leaf.objects.filter(kind="sending.sent").count() == 20
