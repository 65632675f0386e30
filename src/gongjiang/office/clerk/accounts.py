"""A payee's account: their own, in their own name, typed twice, luhn-checked where it looks like a card."""

import re

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Organisation, PayeeAccount, Person

CARD = re.compile(r"62\d{14,17}")


@transaction.atomic
def give_account(holder: str, bank: str, number: str, again: str, actor: Actor, now: Moment) -> PayeeAccount:
    person = Person.objects.filter(pk=actor.person or 0).first()
    if person is None:
        raise refuse("账号未关联自然人", "This account belongs to no person")
    plain = re.sub(r"[\s-]", "", number)
    if plain != re.sub(r"[\s-]", "", again):
        raise refuse("两次输入的账号不一致", "The two numbers differ")
    if not (plain.isascii() and plain.isdigit() and 8 <= len(plain) <= 32):
        raise refuse("账号应为 8 至 32 位数字", "An account number has 8 to 32 digits")
    if CARD.fullmatch(plain) and not luhn(plain):
        raise refuse("银行卡号校验位不符，请核对", "The card number's check digit is wrong")
    unit = _unit(actor, holder.strip())
    if unit is None and holder.strip() != person.name:
        raise refuse("户名须与本人姓名或单位名称一致", "The account must be in your own or your unit's name")
    made = PayeeAccount(person=None if unit else person, organisation=unit, holder=holder.strip(),
                        bank=bank.strip(), added_at=now.at)  # fmt: skip
    made.put_number(plain)
    made.save()
    record(
        "account.give",
        unit.ref if unit else person.ref,
        {"bank": made.bank, "tail": made.tail, "by": actor.user},
        now.at,
    )
    return made


def _unit(actor: Actor, holder: str) -> Organisation | None:
    """The unit of that name for which this person acts."""
    units = [post.organisation or 0 for post in actor.posts if post.role is Role.EMPLOYER]
    return Organisation.objects.filter(pk__in=units, name=holder).first()


def luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    doubled = [d if place % 2 == 0 else sum(divmod(2 * d, 10)) for place, d in enumerate(digits)]
    return sum(doubled) % 10 == 0
