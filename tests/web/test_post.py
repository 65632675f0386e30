"""Letters on the web: staff read, mend and send; the person reads, chooses how to be told, and is counted."""

import pytest
from django.urls import reverse

from gongjiang.office.post.models import Address, Letter, Preference, Sending, Template
from tests.smtp_sink import listening
from tests.web.alive import Alive

TEXT = {"subject": "新标题", "subject_en": "New", "body": "{name}，{reason}", "body_en": "{name}: {reason}"}


@pytest.fixture
def sink(settings):
    with listening() as found:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", found.port
        yield found


def test_an_officer_previews_a_text_and_puts_it_in_use(alive: Alive):
    officer, url = alive.town.client("officer"), reverse("desk:wording", args=("grant.reject",))

    preview = officer.post(url, TEXT | {"act": "preview"}).content.decode()
    assert "王示例，材料与登记不一致" in preview
    assert Template.objects.count() == 0
    officer.post(url, TEXT | {"act": "save"})

    assert Template.objects.get().body == "{name}，{reason}"
    assert "新标题" in officer.get(reverse("desk:wordings")).content.decode()


def test_an_unknown_placeholder_is_refused_and_the_text_is_not_lost(alive: Alive):
    url = reverse("desk:wording", args=("grant.reject",))

    page = alive.town.client("officer").post(url, TEXT | {"body": "您好{who}"}).content.decode()

    assert "不认识的占位符 {who}" in page
    assert "您好{who}" in page


def test_a_letter_is_mended_and_sent_and_then_read_and_counted(alive: Alive):
    letter = Letter.objects.get(ref=alive.refs["letter"])
    alive.town.cast.account("reader", letter.person.name, letter.person)
    officer, reader = alive.town.client("officer"), alive.town.client("reader")
    page = reverse("desk:letter", args=(letter.ref,))
    officer.post(page, {"subject": "改", "subject_en": "Changed", "body": "改后", "body_en": "Changed"})
    officer.post(reverse("desk:letters"), {"letter": letter.ref, "act": "send"})

    assert "1 封未读" in reader.get(reverse("desk:post")).content.decode()
    assert "改后" in reader.get(reverse("desk:post_letter", args=(letter.ref,))).content.decode()
    assert "封未读" not in reader.get(reverse("desk:post")).content.decode()


def test_a_person_gives_an_address_confirms_it_and_chooses_mail(alive: Alive, sink):
    nominee, url = alive.town.client("nominee"), reverse("desk:telling")
    nominee.post(url, {"act": "address", "kind": "email", "value": "a@example.org"})
    nominee.post(url, {"act": "confirm", "kind": "email", "code": Address.objects.get().code})
    nominee.post(url, {"act": "way", "channel": "email", "language": "en"})

    held = Preference.objects.get()
    page = nominee.get(url).content.decode()
    assert (held.channel, held.language, held.digest) == ("email", "en", False)
    assert "a***@example.org" in page
    assert "a@example.org" not in page


def test_what_is_uncertain_is_settled_by_hand_on_the_page(alive: Alive, sink):
    test_a_person_gives_an_address_confirms_it_and_chooses_mail(alive, sink)
    held = Sending.objects.get()
    Sending.objects.update(state=Sending.State.UNCERTAIN)
    officer, url = alive.town.client("officer"), reverse("desk:sendings")

    assert "是否送出不明" in officer.get(url).content.decode()
    officer.post(url, {"sending": held.ref, "act": "arrived"})

    held.refresh_from_db()
    assert held.state == Sending.State.SENT
