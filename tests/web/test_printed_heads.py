"""Whoever prints a public notice holds a head of the record that the notice itself is under."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from gongjiang.office.journal.models import Leaf
from gongjiang.office.journal.signing import sign_head
from gongjiang.office.notice.models import Notice
from tests.town import Town


def page(notice: Notice, language: str) -> str:
    client = Client(headers={"accept-language": language})
    return str(client.get(reverse("portal:notice", args=(notice.ref,))).content.decode())


def test_a_notice_bears_the_first_head_signed_since_it_was_published(town: Town) -> None:
    town.walked("noticed", many=2, places=1)
    notice = Notice.objects.latest("pk")
    before = page(notice, "zh-hans")
    signed = sign_head(notice.published_at + timedelta(seconds=30))
    assert signed is not None

    told = f"<code>{signed.size}:{signed.root}</code>"

    assert ("记录链首" in before, told in page(notice, "zh-hans")) == (False, True)
    assert told in page(notice, "en")
    assert signed.size >= Leaf.objects.filter(at__lte=notice.published_at).count()


def test_a_head_signed_before_the_notice_is_not_printed_on_it(town: Town) -> None:
    town.walked("noticed", many=2, places=1)
    notice = Notice.objects.latest("pk")

    sign_head(notice.published_at - timedelta(seconds=30))

    assert "记录链首" not in page(notice, "zh-hans")
