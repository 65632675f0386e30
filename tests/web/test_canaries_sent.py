"""What leaves by mail holds no canary but the recipient's own: every kind of letter, by the way they go."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage

import pytest

from gongjiang.law.effect import Tell
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.carrying.letters import letter
from gongjiang.office.clerk.digests import write_digests
from gongjiang.office.clerk.disclosing import agree_emergency, ask_emergency, disclose
from gongjiang.office.clerk.effects import Act
from gongjiang.office.clerk.letters import send_letters
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.reminding import remind_matches
from gongjiang.office.clerk.reporting import report_emergencies
from gongjiang.office.clerk.resetting import reset_and_told
from gongjiang.office.clerk.sending import send_one
from gongjiang.office.clerk.wordings import PLACES, Text, occasions, write_template
from gongjiang.office.post.models import Address, Letter, Preference, Sending
from gongjiang.office.registry.models import Person
from gongjiang.plans import plan_of
from gongjiang.web.digest import digest
from gongjiang.web.visitor import now
from tests.smtp_sink import Sink, listening
from tests.web.canaries import NOBODY, SONG, Cage
from tests.web.test_canaries import cage

__all__ = ["cage"]
WHOLE = "".join(f"{{{place}}}" for place in PLACES)


@pytest.fixture
def sink(settings) -> Iterator[Sink]:
    with listening() as found:
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", found.port, 5
        yield found


def reached(at: Moment) -> None:
    """Everybody has an address, reads elsewhere than on the page, and asks for the day's list."""
    for person in Person.objects.all():
        held = Address(person=person, kind="email", code_until=at.at, confirmed_at=at.at, added_at=at.at)
        held.put(f"p{person.pk}@example.org", "123456")
        held.save()
        Preference.objects.update_or_create(person=person, defaults={"channel": "email", "digest": True})


def told(cage: Cage, at: Moment) -> dict[int, set[bytes]]:
    """A letter of every occasion, by a template that says all it may; what each may have heard by it."""
    office, allowed = cage.alive.town.actor("officer"), dict[int, set[bytes]]()
    case = Case.objects.filter(person__cases__isnull=False).select_related("person", "round").first()
    assert case is not None
    plan = plan_of(case.scheme)
    for key, occasion in occasions().items():
        template = write_template(
            occasion, Text(occasion.said.zh, occasion.said.en, WHOLE, WHOLE), office, at
        )
        reason = cage.bird(f"the reason of {key}", NOBODY)
        act = Act(office, at.day, at.at, plan, settings_of(plan), {"reason": reason}, occasion.key)
        letter(case, Tell(Words("x", "x"), Words("x", "x")), template, act).save()
        allowed.setdefault(case.person_id, set()).add(reason.encode())
    return allowed


def others(cage: Cage, at: Moment) -> None:
    """What the house itself writes: reminders, reports, resets, the list of the day."""
    town = cage.alive.town
    held = ask_emergency("系统故障，须逐一核对", town.actor("officer"), at)
    agree_emergency(held, town.actor("supervisor"), at)
    disclose(Case.objects.exclude(person__id_sealed=None)[0].person, "核对证书", town.actor("officer"), at)
    assert report_emergencies(Moment(at.day, at.at + timedelta(minutes=61))) == 1
    reset_and_told(town.cast.users["leader"], at, {})
    remind_matches(at)
    assert write_digests(digest, at) >= 2


def sent(cage: Cage, sink: Sink, at: Moment) -> list[EmailMessage]:
    waiting = list(Letter.objects.filter(state=Letter.State.WAITING).values_list("ref", flat=True))
    send_letters(waiting, False, cage.alive.town.actor("officer"), at)
    for one in Letter.objects.filter(state=Letter.State.SENT, sendings=None):
        address = Address.objects.get(person=one.person_id, confirmed_at=at.at)
        Sending.objects.create(letter=one, address=address, due_at=at.at)
    while send_one(at.at + timedelta(hours=2)):
        pass
    return sink.taken


def test_no_mail_holds_a_canary_but_its_recipients_own(cage: Cage, sink: Sink) -> None:
    Address.objects.all().delete()
    at, own = now(), dict[int, set[bytes]]()
    for person, name, body in Letter.objects.values_list("person", "person__name", "body"):
        own.setdefault(person, set()).update(SONG.findall(f"{name} {body}".encode()))
    reached(at)
    for person, songs in told(cage, at).items():
        own.setdefault(person, set()).update(songs)
    others(cage, at)

    mails, heard, escaped = sent(cage, sink, at), 0, []

    for mail in mails:
        person = int(mail["To"].partition("@")[0].removeprefix("p"))
        songs = set(SONG.findall(mail.as_bytes() + mail.get_content().encode()))
        heard += len(songs)
        escaped += [(mail["Subject"], cage.sits[song][0]) for song in songs - own.get(person, set())]
        assert [part.get_content_type() for part in mail.walk()] == ["text/plain"]
    assert escaped == []
    assert len(mails) == Sending.objects.filter(state="sent").count() == Sending.objects.count()
    assert heard > len(occasions()) > 5
