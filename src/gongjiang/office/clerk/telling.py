"""How a person is told: on their page alone, by mail or by text message, in the language they choose."""

import hmac
import re
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import account
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.post.carriers import open_channels
from gongjiang.office.post.models import Address, Preference, Sending
from gongjiang.office.post.models.telling import Channel
from gongjiang.office.registry.models import Person

VALID, TRIES, DAILY = timedelta(minutes=30), 5, 5
MOBILE = re.compile(r"1[3-9]\d{9}")


def preference_of(person: int) -> Preference:
    return Preference.objects.filter(person=person).first() or Preference(person_id=person)


def addresses_of(people: Iterable[int]) -> dict[int, Address]:
    """Where each of these is told, of those who chose to be told elsewhere than on the page."""
    chosen = dict(
        Preference.objects.filter(person__in=people, channel__in=open_channels())
        .values_list("person", "channel")
    )  # fmt: skip
    held = Address.objects.filter(person__in=chosen, confirmed_at__isnull=False, bounced_at=None)
    return {a.person_id: a for a in held.order_by("pk") if a.kind == chosen[a.person_id]}


def confirmed(person: int, kind: str) -> Address | None:
    held = Address.objects.filter(person=person, kind=kind, confirmed_at__isnull=False, bounced_at=None)
    return held.order_by("-pk").first()


@transaction.atomic
def choose(channel: str, language: str, digest: bool, actor: Actor, now: Moment) -> Preference:
    """A way that needs an address is chosen once the address is confirmed."""
    person = _self(actor)
    needed = {channel, *([Channel.EMAIL.value] if digest else [])} - {Channel.PAGE.value}
    for kind in sorted(needed):
        if kind not in open_channels():
            raise refuse("尚未开通这种告知方式", "This way of telling is not open here")
        if confirmed(person.pk, kind) is None:
            raise refuse("请先登记并确认地址", "Give and confirm the address first")
    told = {"channel": channel, "language": language, "digest": digest and bool(actor.posts)}
    held, _ = Preference.objects.update_or_create(person=person, defaults=told)
    record("telling.choose", person.ref, {**told, "by": account(actor)}, now.at)
    return held


@transaction.atomic
def give_address(kind: str, value: str, actor: Actor, now: Moment) -> Address:
    """It counts once the code sent there comes back. The record holds that it was given, never what it is."""
    person, plain = _self(actor), checked(kind, value)
    if kind not in open_channels():
        raise refuse("尚未开通这种告知方式", "This way of telling is not open here")
    since = now.at - timedelta(days=1)
    if Address.objects.filter(person=person, added_at__gt=since).count() >= DAILY:
        raise refuse("今天登记地址次数过多，请明天再试", "Too many addresses today: try again tomorrow")
    made = Address(person=person, kind=kind, code_until=now.at + VALID, added_at=now.at)
    made.put(plain, f"{secrets.randbelow(10**6):06d}")
    made.save()
    Sending.objects.create(address=made, due_at=now.at)
    record("address.give", person.ref, {"kind": kind, "address": made.ref, "by": account(actor)}, now.at)
    return made


def checked(kind: str, value: str) -> str:
    plain = value.strip()
    if kind == Channel.SMS:
        plain = re.sub(r"[\s-]", "", plain)
        if not MOBILE.fullmatch(plain) or not plain.isascii():
            raise refuse("手机号应为 11 位数字", "A mobile number has 11 digits")
        return plain
    try:
        validate_email(plain)
    except ValidationError:
        raise refuse("电子邮件地址不正确", "This is not an e-mail address") from None
    if len(plain) > 200 or not plain.isascii():
        raise refuse("电子邮件地址不正确", "This is not an e-mail address")
    return plain


def confirm_address(kind: str, code: str, actor: Actor, now: Moment) -> Address:
    """Five tries within half an hour. A wrong try is counted, also when it is refused."""
    person = _self(actor)
    with transaction.atomic():
        waiting = Address.objects.select_for_update().filter(person=person, kind=kind).order_by("-pk")
        held = waiting.first()
        if held is None or held.confirmed_at or held.code_until < now.at or held.tries >= TRIES:
            raise refuse(
                "确认码已失效，请重新登记地址", "The code is no longer valid: give the address again"
            )
        held.tries += 1
        right = hmac.compare_digest(held.code.encode(), code.strip().encode())
        held.confirmed_at = now.at if right else None
        held.save(update_fields=["tries", "confirmed_at"])
        if right:
            told = {"kind": kind, "address": held.ref, "by": account(actor)}
            record("address.confirm", person.ref, told, now.at)
    if not right:
        raise refuse("确认码不正确", "The code is wrong")
    return held


def _self(actor: Actor) -> Person:
    person = Person.objects.filter(pk=actor.person or 0).first()
    if person is None:
        raise refuse("账号未关联自然人", "This account belongs to no person")
    return person
