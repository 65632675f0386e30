"""The rest of the plan in the demo: one craftsman, their unit and a department walk every scheme once."""

from datetime import date, timedelta

from gongjiang.law.beginning import entries
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Department, HonourLevel, Role, State
from gongjiang.office.cases.models import Case
from gongjiang.office.honours.models import Certificate
from gongjiang.office.registry.models import Award, PayeeAccount, Person, Posting
from gongjiang.plans import plans
from gongjiang.web.demo.cast import SINCE, Cast
from gongjiang.web.demo.city import account
from gongjiang.web.demo.straight import Straight

TITLES = sorted(plans()[0].registers.titles, key=lambda slug: plans()[0].registers.titles[slug].rank)
MEMBERS = "class.members"
AWARDS = (
    ("全国技术能手", "National Technical Expert", HonourLevel.NATION, 3, True),
    ("湖北工匠", "Hubei Craftsman", HonourLevel.PROVINCE, 5, False),
    ("示例技艺传承奖", "Example Prize for Teaching", HonourLevel.CITY, 5, False),
    ("示例技能创新奖", "Example Prize for Skill", HonourLevel.PROVINCE, 5, False),
)
DEPARTMENTS = (("housing", Department.HOUSING, "住房经办示例"), ("police", Department.POLICE, "公安经办示例"))


def stand_up(cast: Cast, certificate: Certificate, today: date) -> Straight:
    """Accounts for the craftsman, the unit's clerk and two departments, and the accounts they are paid to."""
    person = certificate.honour.person
    if "craftsman" not in cast.users:
        cast.account("craftsman", f"{person.name}（获评人员）", person)
    clerk = cast.account(
        "unit", "用人单位经办示例", Person.objects.create(name="用人单位经办示例", employer=person.employer)
    )
    Posting.objects.create(user=clerk, role=Role.EMPLOYER, organisation=person.employer, since=SINCE)
    for username, department, shown in DEPARTMENTS:
        user = cast.account(username, shown, Person.objects.create(name=shown))
        Posting.objects.create(user=user, role=Role.DEPARTMENT, department=department, since=SINCE)
    walk = Straight(cast, certificate.number, today)
    if not PayeeAccount.objects.filter(person=person).exists():
        account(person, walk.now.at, 9_900_001)
    unit = PayeeAccount(organisation=person.employer, holder=person.employer.name if person.employer else "",
                        bank="示例银行江城分行", added_at=walk.now.at)  # fmt: skip
    unit.put_number("6214859900000002")
    unit.save()
    awards(today)
    return walk


def certificate_of(cast: Cast) -> Certificate:
    """The certificate of the craftsman who has an account."""
    held = Certificate.objects.select_related("honour__person__employer")
    return held.get(honour__person=cast.users["craftsman"].person, honour__title=TITLES[-1])


def awards(today: date) -> None:
    for name, name_en, level, places, central in AWARDS:
        Award.objects.get_or_create(
            name=name,
            defaults={
                "name_en": name_en, "level": level, "places": places, "central_apart": central,
                "opens_on": today - timedelta(days=30), "closes_on": today + timedelta(days=90),
            },
        )  # fmt: skip


def deploy(cast: Cast, certificate: Certificate, today: date) -> None:
    """Every scheme that somebody may ask for without a call, walked to its goal a little before today."""
    walk = stand_up(cast, certificate, today)
    another_unit(cast, certificate, walk)
    for scheme in walkable():
        walk.day = today - timedelta(days=20)
        case = walk.go(walk.begin(scheme), scheme)
        assess(walk, case, scheme)
        if scheme.procedure.name == "referral":
            walk.day = today - timedelta(days=8)
            walk.go(walk.begin(scheme), scheme, until=State.REFERRED)


def another_unit(cast: Cast, certificate: Certificate, walk: Straight) -> None:
    """The clerk and the account of a unit whose craftsman has no studio yet."""
    others = Certificate.objects.exclude(honour__person__employer=certificate.honour.person.employer)
    other = (
        others.filter(honour__title=TITLES[-1]).select_related("honour__person__employer").order_by("-pk")[0]
    )
    employer = other.honour.person.employer
    person = Person.objects.create(name="另一单位经办示例", employer=employer)
    clerk = cast.account("unit2", "另一单位经办示例", person)
    Posting.objects.create(user=clerk, role=Role.EMPLOYER, organisation=employer, since=SINCE)
    held = PayeeAccount(organisation=employer, holder=employer.name if employer else "",
                        bank="示例银行江城分行", added_at=walk.now.at)  # fmt: skip
    held.put_number("6214859900000003")
    held.save()


def assess(walk: Straight, case: Case, scheme: Scheme) -> None:
    """What runs has a score for its year, so that it can be rewarded and put forward."""
    if "assess" in scheme.procedure and case.state in scheme.procedure["assess"].sources:
        walk.take(case, scheme.procedure["assess"])


def walkable() -> list[Scheme]:
    """Schemes that need no call, no roster and no class; studios come first, others rest on them."""
    found = [
        scheme for plan in plans() for scheme in plan.schemes
        if entries(scheme) and not scheme.round_terms.criteria and not rosters(scheme)
    ]  # fmt: skip
    return sorted(found, key=rests_on_studio)


def rosters(scheme: Scheme) -> bool:
    return scheme.roster is not None or any(held.source == MEMBERS for held in scheme.subject.lists.values())


def rests_on_studio(scheme: Scheme) -> bool:
    return any(fact.source.startswith("studio.") for fact in scheme.subject.fields.values())
