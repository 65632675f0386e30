"""One line of life: what registers, cases and books know of a person, by its day; and what next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongjiang.law.scheme import Outcome, Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS, Medal, SkillLevel
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, LogRow
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.facts import facts_of
from gongjiang.office.honours.models import Honour
from gongjiang.office.ledger.models import Payable, PayableState
from gongjiang.office.registry.models import HeldHonour, Person, SkillCertificate
from gongjiang.office.registry.standing_results import standing
from gongjiang.office.services.models import Attendance
from gongjiang.plans import plan_of, plans

CERTIFICATE, HONOUR, TITLE = Words("技能证书", "certificate"), Words("荣誉", "honour"), Words("称号", "title")
CONTEST, CASE, MONEY = Words("竞赛", "contest"), Words("办件", "case"), Words("资金", "money")
APPRENTICE, COURSE = Words("台账", "record"), Words("培训", "training")
MOST = 200


@dataclass(frozen=True)
class Moment:
    """Something that happened: its day where it is known, of what kind, in words, and where to look."""

    on: date | None
    kind: Words
    said: Words
    ref: str = ""
    fen: int | None = None


@dataclass(frozen=True)
class Next:
    """A scheme that would suit the person now."""

    scheme: Scheme
    sure: bool


def life(person: Person, me: Actor) -> list[Moment]:
    """The newest first; what this visitor may not see is not there. As many queries, however long."""
    told = [*_registers(person), *_cases(person, me), *_rows(person, me)]
    return sorted(told, key=lambda one: (one.on is not None, one.on or date.min), reverse=True)[:MOST]


def _registers(person: Person) -> Iterator[Moment]:
    for held in SkillCertificate.objects.filter(person=person):
        level = SkillLevel(held.level).said
        yield Moment(held.issued_on, CERTIFICATE,
                     Words(f"{held.occupation} {level.zh}", f"{held.occupation} {level.en}"))  # fmt: skip
    for one in HeldHonour.objects.filter(person=person).select_related("entry"):
        english = one.entry.name_en if one.entry else ""
        yield Moment(one.given_on, HONOUR, Words(one.printed, english or one.printed))
    names = {title.slug: title.said for plan in plans() for title in plan.registers.titles.values()}
    for honour in Honour.objects.filter(person=person).select_related("case"):
        said = names[honour.title]
        gone = Words("（已撤销）", " (revoked)") if honour.revoked_on else Words("", "")
        yield Moment(honour.conferred_on, TITLE, Words(said.zh + gone.zh, said.en + gone.en), honour.case.ref)
    for row in standing([person.pk]):
        yield Moment(row.entry.trade.edition.held_on, CONTEST, _result(row))
    for came in Attendance.objects.filter(person=person).select_related("session"):
        yield Moment(came.session.on, COURSE, Words(came.session.title, came.session.title))


def _result(row: object) -> Words:
    entry = row.entry  # type: ignore[attr-defined]
    result, contest = entry.result, str(entry.trade.edition)
    if result.medal and result.medal != Medal.NONE:
        medal = Medal(result.medal).said
        return Words(f"{contest} {medal.zh}", f"{contest}: {medal.en}")
    return Words(f"{contest} 第 {result.rank} 名", f"{contest}: rank {result.rank}")


def _cases(person: Person, me: Actor) -> Iterator[Moment]:
    seen = visible_to(me).filter(person=person)
    for case in seen.order_by("-opened_on", "-pk")[:MOST]:
        said = plan_of(case.scheme)[case.scheme].said
        yield Moment(
            case.opened_on, CASE, Words(f"{said.zh} {case.number}", f"{said.en} {case.number}"), case.ref
        )
    paid = Payable.objects.filter(person=person, state=PayableState.PAID, case__in=seen.values("pk"))
    for payable in paid.select_related("case"):
        said = plan_of(payable.case.scheme)[payable.case.scheme].said
        yield Moment(payable.opened_at.date(), MONEY, said, payable.case.ref, payable.amount)


def _rows(person: Person, me: Actor) -> Iterator[Moment]:
    """Rows of logs that are about the person: apprentice of somebody, honoured by an employer."""
    rows = LogRow.objects.filter(person=person, struck_on=None).select_related("case__person")
    for row in rows:
        log = next(one for one in plan_of(row.case.scheme)[row.case.scheme].logs if one.name == row.log)
        if not log.private:
            about = row.case.person.name
            yield Moment(row.on, APPRENTICE, Words(f"{log.said.zh}（{about}）", f"{log.said.en} ({about})"))


def what_next(person: Person, today: date) -> list[Next]:
    """What the person might have and has no live case of: judged by the same rules, nothing stored."""
    live = set(Case.objects.filter(person=person).exclude(state__in=EXITS).values_list("scheme", flat=True))
    found = []
    for plan in plans():
        settings = settings_of(plan)
        for scheme in (one for one in plan.schemes if one.for_people and one.slug not in live):
            case = Case(pk=-1, scheme=scheme.slug, person=person, employer=person.employer)
            row = scheme.subject.row(facts_of(scheme, [case])[-1])
            outcome = scheme.assess(row, today, settings).outcome
            if outcome in (Outcome.ELIGIBLE, Outcome.NEEDS_PERSON):
                found.append(Next(scheme, outcome is Outcome.ELIGIBLE))
    return sorted(found, key=lambda one: not one.sure)
