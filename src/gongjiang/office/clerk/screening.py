"""免申即享: a case is prepared for everyone who is owed something and has not asked.

All that is left to them is to agree and to name an account.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from gongjiang.law.claim_terms import Channel, Claimant
from gongjiang.law.money import Fen, shown
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS
from gongjiang.office.cases.models import Case, Hold
from gongjiang.office.cases.rulings import closed_to_claims
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.opening import numbers
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.adding import add_many
from gongjiang.office.journal.models import record_many
from gongjiang.office.post.models import Letter
from gongjiang.office.registry.models import Person
from gongjiang.plans import plan_of

PART = 1000


@dataclass(frozen=True)
class Found:
    """Somebody, by the reference of the person, who is owed a sum, in fen, on a certificate of theirs."""

    person: str
    certificate: str
    amount: Fen


def offer(scheme: Scheme, found: Sequence[Found], actor: Actor, now: Moment) -> int:
    """Prepare the cases, with a letter to each person; who has one already is left alone. By parts."""
    must(actor, "screening.offer")
    if closed := closed_to_claims(plan_of(scheme.slug), now.day, scheme.slug):
        raise Refused(closed)
    if not found:
        raise refuse("没有可以开立的办件", "There is nobody to prepare a case for")
    parts = range(0, len(found), PART)
    return sum(_part(scheme, found[start : start + PART], actor, now) for start in parts)


@transaction.atomic
def _part(scheme: Scheme, found: Sequence[Found], actor: Actor, now: Moment) -> int:
    taken = _taken(scheme, found)
    people = Person.objects.in_bulk([one.person for one in found], field_name="ref")
    fresh = [one for one in found if one.certificate not in taken and one.person in people]
    cases = add_many(
        Case(number=number, scheme=scheme.slug, person=people[one.person], opened_on=now.day,
             employer_id=people[one.person].employer_id, answers=answers_of(one))
        for number, one in zip(numbers(now.day.year, len(fresh)) if fresh else (), fresh, strict=True)
    )  # fmt: skip
    add_many(_letter(case, one, scheme, now) for case, one in zip(cases, fresh, strict=True))
    told = [("case.offer", case.ref, {**case.answers, "by": actor.user}) for case in cases]
    record_many(told, now.at)
    return len(cases)


def _taken(scheme: Scheme, found: Sequence[Found]) -> set[str]:
    """The certificates on which a live case claims, or was prepared to."""
    numbers_asked = {one.certificate for one in found}
    keys = [key for number in numbers_asked for key in scheme.holds({"certificate_number": number})]
    held = Hold.objects.filter(key__in=keys, released_on=None).values_list("key", flat=True)
    drafts = Case.objects.filter(scheme=scheme.slug, person__ref__in=[one.person for one in found]).exclude(
        state__in=EXITS
    )
    named = {case.answers.get("certificate_number", "") for case in drafts.only("answers")}
    return {key.rpartition("|")[2] for key in held} | named


def answers_of(one: Found) -> dict[str, str]:
    return {
        "certificate_number": one.certificate,
        "claimant": Claimant.WORKER.value,
        "channel": Channel.PLAN.value,
    }


def _letter(case: Case, one: Found, scheme: Scheme, now: Moment) -> Letter:
    sum_of = shown(one.amount)
    return Letter(
        person_id=case.person_id, case=case, written_at=now.at,
        subject=f"您有一笔{scheme.said.zh}可以领取",
        subject_en=f"You can have a {scheme.said.en.lower()}",
        body=f"经比对，您的证书 {one.certificate} 符合{scheme.said.zh}条件，金额 {sum_of}。"
             "无需准备材料：请登录确认申领，并登记本人收款账户。",
        body_en=f"Your certificate {one.certificate} meets the conditions of the {scheme.said.en.lower()}: "
                f"{sum_of}. No papers are needed: sign in, agree to claim, and give your own bank account.",
    )  # fmt: skip
