"""社会公示: one notice for all the cases put to it together, frozen and hashed as it is published."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from gongjiang.law.effect import OpenNotice, Pay
from gongjiang.law.money import Fen
from gongjiang.law.scheme import Scheme
from gongjiang.law.strokes import stroke_key
from gongjiang.law.terms import SkillLevel
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.effects import Act, carries
from gongjiang.office.clerk.facts import facts_of
from gongjiang.office.journal.adding import add_many
from gongjiang.office.journal.models import canonical, record_many
from gongjiang.office.journal.rows import in_parts, of_rows, wrote
from gongjiang.office.notice.models import Entry, Notice
from gongjiang.office.registry.official_calendar import calendar


@carries(OpenNotice)
def open_notice(pairs: Sequence[tuple[Case, OpenNotice]], act: Act) -> None:
    scheme = act.plan[pairs[0][0].scheme]
    cases = sorted((case for case, _ in pairs), key=lambda case: stroke_key(named(scheme, case)))
    days, first_counts = pairs[0][1].days, bool(act.settings.value("notice_first_day", act.day))
    closes = calendar().add_workdays(act.day, days, first_day_counts=first_counts)
    title = headed(scheme, cases[0], pairs[0][1].said, act.day)
    notice = Notice.objects.create(
        scheme=scheme.slug, round=cases[0].round, title=title.zh, title_en=title.en, opens_on=act.day,
        closes_on=closes, days=days, list_sha256=list_hash(case.person.ref for case in cases),
        published_at=act.at,
    )  # fmt: skip
    _list(notice, cases, act)


def headed(scheme: Scheme, case: Case, said: Words, day: date) -> Words:
    """By its round, else by its year; where there are several, by the number too, to be told apart."""
    held = Notice.objects.filter(scheme=scheme.slug, round=case.round)
    if case.round:
        title, title_en = case.round.title, case.round.title_en or scheme.said.en
        number = held.count() + 1
        again = (f"（第 {number} 期）", f" (no. {number})") if number > 1 else ("", "")
        return Words(f"{title}{said.zh}{again[0]}", f"{title_en}: {said.en}{again[1]}")
    number = held.filter(opens_on__year=day.year).count() + 1
    return Words(
        f"{scheme.said.zh}{said.zh}（{day.year} 年第 {number} 期）",
        f"{scheme.said.en}: {said.en} (no. {number} of {day.year})",
    )


def _list(notice: Notice, cases: Sequence[Case], act: Act) -> None:
    """Who is on the notice, and off any earlier one; the record holds every row of either."""
    earlier = Entry.objects.filter(case__in=[case.pk for case in cases], superseded=False)
    rows = list(earlier.values_list("pk", flat=True))
    earlier.update(superseded=True)
    rows += [one.pk for one in add_many(entries(notice, cases, act))]
    body = {"list": notice.list_sha256, "opens": act.day, "closes": notice.closes_on}
    body |= of_rows(wrote(Notice.objects.filter(pk=notice.pk)))
    listed = [("notice.list", notice.ref, part) for part in in_parts(Entry, rows)]
    record_many([("notice.publish", notice.ref, body), *listed], act.at)


def entries(notice: Notice, cases: Sequence[Case], act: Act) -> list[Entry]:
    """What the public sees: no identity number, phone, birth date or address."""
    scheme = act.plan[notice.scheme]
    facts = facts_of(scheme, cases)
    return [
        Entry(notice=notice, case=case, place=place, name=named(scheme, case),
              unit=case.employer.name if case.employer and not scheme.of_unit else "",
              honours="、".join(names(facts[case.pk])),
              occupation=str(facts[case.pk].get("occupation") or case.person.occupation),
              level=level(facts[case.pk]), issued_on=facts[case.pk].get("issued_on"),
              amount=amount(scheme, facts[case.pk], act), closes_on=notice.closes_on)
        for place, case in enumerate(cases, start=1)
    ]  # fmt: skip


def named(scheme: Scheme, case: Case) -> str:
    """Whom the notice is about: the unit itself where it asks for itself, never its clerk."""
    return case.employer.name if scheme.of_unit and case.employer else case.person.name


def level(facts: Mapping[str, object]) -> str:
    held = facts.get("skill_level") or facts.get("level")
    return held.zh if isinstance(held, SkillLevel) and held is not SkillLevel.NONE else ""


def amount(scheme: Scheme, facts: Mapping[str, Any], act: Act) -> Fen | None:
    """Fen that the case itself will pay, where it pays."""
    granted = scheme.grants_on(scheme.subject.row(facts), act.day, act.settings)
    return sum(grant.amount for grant in granted if isinstance(grant, Pay)) or None


def names(facts: Mapping[str, object]) -> list[str]:
    held = facts.get("honours")
    return [str(honour["name"]) for honour in held] if isinstance(held, list) else []


def list_hash(refs: Iterable[str]) -> str:
    """The hash of a list of people, whatever the order in which they are told."""
    return hashlib.sha256(canonical({"people": sorted(refs)}).encode()).hexdigest()
