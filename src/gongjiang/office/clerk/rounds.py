"""Opening a round, giving places, and filing nominees. Two years and “about 20” warn; they never block."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from gongjiang.law.dated import whole_years
from gongjiang.law.facts import value_of
from gongjiang.law.round_terms import RoundTerms, fault_in
from gongjiang.law.settings import Settings
from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS, Role
from gongjiang.law.words import Problem, Words
from gongjiang.office.cases.models import Case, Nomination, Quota, Round
from gongjiang.office.cases.rulings import closed_to_claims, settings_of
from gongjiang.office.clerk.authority import account, must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.opening import numbers
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.models import record
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.models import NominatingBody, Person
from gongjiang.plans import plan_of


@transaction.atomic
def open_round(
    scheme: str,
    code: str,
    title: Words,
    opens: date,
    closes: date,
    places: int,
    terms: RoundTerms,
    actor: Actor,
    now: Moment,
) -> Round:
    must(actor, "round.open")
    plan = plan_of(scheme)
    if closed := closed_to_claims(plan, opens, scheme):
        raise Refused(closed)
    if closes < opens:
        raise refuse("截止日期早于开始日期", "The round would close before it opens")
    if fault := fault_in(terms):
        raise Refused(fault)
    if Round.objects.filter(code=code).exists():
        raise refuse(f"批次号 {code} 已存在", f"There is a round {code} already")
    opened = Round.objects.create(code=code, scheme=scheme, title=title.zh, title_en=title.en, opens_on=opens,
                                  closes_on=closes, places=places, terms=terms.plain())  # fmt: skip
    record(
        "round.open",
        opened.ref,
        {"code": code, "places": places, "terms": opened.terms, "by": actor.user},
        now.at,
    )
    return opened


def warnings(held: Round, selected: int | None = None) -> list[Words]:
    """What the office should know before it goes on: warned, never stopped. Where nobody competes, nothing:
    direct designations follow the contests and are counted apart. Other selections have no such number.
    """
    plan = plan_of(held.scheme)
    if not held.terms.get("criteria") or plan[held.scheme].clause != plan.known["about_twenty"].clause:
        return []
    settings = settings_of(plan)
    number = selected if selected is not None else held.places
    return [*_out_of_step(held, settings), *_not_about_twenty(number, settings, held.opens_on)]


def _out_of_step(held: Round, settings: Settings) -> Iterator[Words]:
    rounds = Round.objects.filter(scheme=held.scheme, opens_on__lt=held.opens_on)
    earlier = rounds.order_by("-opens_on", "-pk").first()
    years = settings.value("round_interval", held.opens_on)
    if earlier and whole_years(earlier.opens_on, held.opens_on) != years:
        yield Words(
            f"距上一批次（{earlier.code}）不是 {years} 年",
            f"It is not {years} years since the last round ({earlier.code})",
        )


def _not_about_twenty(number: int, settings: Settings, day: date) -> Iterator[Words]:
    low, high = settings.value("about_twenty", day)
    if not low <= number <= high:
        yield Words(
            f"{number} 人，不在“20 名左右”（{low} 至 {high}）之内",
            f"{number} is outside “about 20” ({low} to {high})",
        )


@transaction.atomic
def set_quota(held: Round, body: NominatingBody, places: int, actor: Actor, now: Moment) -> Quota:
    must(actor, "quota.set")
    used = Nomination.objects.filter(case__round=held, body=body, merged=False).count()
    if places < used:
        raise refuse(
            f"已推荐 {used} 人，名额不能少于此数", f"{used} have been nominated: the quota cannot be smaller"
        )
    quota, _ = Quota.objects.update_or_create(round=held, body=body, defaults={"places": places})
    record("quota.set", held.ref, {"body": body.code, "places": places, "by": actor.user}, now.at)
    return quota


@transaction.atomic
def declare_zero(held: Round, body: NominatingBody, actor: Actor, now: Moment) -> Quota:
    """零推荐: a body says that it nominates nobody, and is not chased."""
    must(actor, "zero.declare")
    if not any(post.role is Role.NOMINATOR and post.body == body.pk for post in actor.posts):
        raise refuse("只能为本推荐单位申报", "You may declare for your own body only")
    if Nomination.objects.filter(case__round=held, body=body).exists():
        raise refuse("已有推荐人选，不能零推荐", "This body has already nominated somebody")
    quota, _ = Quota.objects.get_or_create(round=held, body=body, defaults={"places": 0})
    quota.zero_declared_on = now.day
    quota.save(update_fields=["zero_declared_on"])
    record("zero.declare", held.ref, {"body": body.code, "by": actor.user}, now.at)
    return quota


@in_turn
def file_case(
    held: Round,
    person: Person,
    body: NominatingBody | None,
    answers: Mapping[str, Any],
    actor: Actor,
    now: Moment,
) -> Case:
    """A nominee's file is opened. The same person a second time is merged and costs no second place."""
    must(actor, "case.file")
    found = Case.objects.filter(round=held, person=person).exclude(state__in=EXITS).first()
    if found:
        return merge(found, body, actor, now)
    if closed := closed_to_claims(plan_of(held.scheme), now.day, held.scheme):
        raise Refused(closed)
    stated = checked(held.scheme, answers)
    case = Case.objects.create(
        number=numbers(now.day.year, 1)[0],
        scheme=held.scheme,
        round=held,
        person=person,
        employer=person.employer,
        body=body,
        answers=stated,
        opened_on=now.day,
    )
    record(
        "case.open",
        case.ref,
        {"round": held.code, "person": person.ref, "answers": stated, "by": actor.user},
        now.at,
    )
    return case


def merge(case: Case, body: NominatingBody | None, actor: Actor, now: Moment) -> Case:
    """重复推荐并入: the second body's nomination stands beside the first."""
    if body is not None and body.pk != case.body_id:
        last = Nomination.objects.filter(case__round=case.round, body=body).count()
        Nomination.objects.get_or_create(case=case, body=body, defaults={"rank": last + 1, "merged": True,
                                         "by_id": account(actor), "on": now.day})  # fmt: skip
        record("case.merge", case.ref, {"body": body.code, "by": actor.user}, now.at)
    return case


def checked(scheme: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The stated facts by their declared types, as JSON keeps them;
    a wrong value is refused with its reason.
    """
    fields = plan_of(scheme)[scheme].asked
    strange = [name for name in answers if name not in fields]
    if strange:
        raise refuse(f"没有这些申报项：{'、'.join(strange)}", f"No such facts: {', '.join(strange)}")
    stated: dict[str, Any] = {}
    for name, raw in answers.items():
        value = value_of(fields[name], raw)
        if isinstance(value, Problem):
            raise Refused(value.said)
        spelt = fields[name].spelt
        stated[name] = spelt(value) if spelt and isinstance(value, str) else value
        if isinstance(value, date):
            stated[name] = value.isoformat()
    return stated
