"""The city: units, workers with their papers, funds. Everything is made up."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

from gongjiang.law.effect import PayBy
from gongjiang.law.money import yuan
from gongjiang.law.terms import Fund, SkillLevel
from gongjiang.office.ledger.budget import allow, appropriate
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import Line
from gongjiang.office.registry.models import (
    HeldHonour,
    HonourName,
    OccupationGroup,
    Organisation,
    PayeeAccount,
    Person,
    SkillCertificate,
)
from gongjiang.plans import plans
from gongjiang.web.demo.cast import Cast, person
from gongjiang.web.demo.people import SECTORS, certificate_number, credit_code, name, unit_name

UNITS = 85
INSTITUTES = 12
KINDS = (Organisation.Kind.ENTERPRISE, Organisation.Kind.ENTERPRISE, Organisation.Kind.CENTRAL_ENTERPRISE)


def units(dice: Random) -> list[Organisation]:
    made = [
        Organisation(
            name=unit_name(dice, n),
            credit_code=credit_code(n),
            kind=dice.choice(KINDS),
            in_city=True,
            sector=dice.choice(SECTORS),
        )
        for n in range(1, UNITS + 1)
    ]
    return Organisation.objects.bulk_create(made)


def institutes() -> list[Organisation]:
    kind = Organisation.Kind.INSTITUTION
    return Organisation.objects.bulk_create(
        Organisation(name=f"示例{n:02d}技术研究院", credit_code=credit_code(900 + n), kind=kind, in_city=True)
        for n in range(1, INSTITUTES + 1)
    )


def worker(cast: Cast, dice: Random, employers: Sequence[Organisation], today: date) -> Person:
    """A senior technician with a certificate and one to three honours, most of them of the city or above."""
    job = dice.choice([o for group in OccupationGroup.objects.all() for o in group.occupations[:6]])
    made = person(cast, dice, name(dice), dice.choice(employers), job)
    year = dice.randint(2005, 2022)
    SkillCertificate.objects.create(
        person=made,
        number=certificate_number(cast.serial, year),
        family="skill_level",
        level=SkillLevel.SENIOR_TECHNICIAN,
        occupation=job,
        issued_on=date(year, 6, 1),
        state=SkillCertificate.State.VERIFIED,
    )
    own = {title.said.zh for plan in plans() for title in plan.registers.titles.values()}
    known = [
        h for h in HonourName.objects.filter(level__in=("city", "province", "nation")) if h.name not in own
    ]
    for entry in dice.sample(known, dice.randint(1, 3)):
        HeldHonour.objects.create(
            person=made, printed=entry.name, entry=entry, given_on=date(dice.randint(2008, 2023), 5, 1)
        )
    return made


def answers(dice: Random, today: date) -> dict[str, object]:
    since = today - timedelta(days=365 * dice.randint(11, 30))
    return {"front_line": True, "front_line_since": since.isoformat(), "unit_head": False}


def account(made: Person, at: datetime, serial: int) -> PayeeAccount:
    held = PayeeAccount(person=made, holder=made.name, bank="示例银行江城分行", added_at=at)
    held.put_number(f"6214850{serial:012d}")
    held.save()
    return held


def paid_lines() -> set[tuple[Fund, str]]:
    """Every fund and clause that some scheme pays from."""
    grants = [grant for plan in plans() for scheme in plan.schemes for grant in scheme.grants]
    return {(grant.fund, grant.clause) for grant in grants if isinstance(grant, PayBy)}


def of_year(cast: Cast, year: int, at: datetime) -> Hands:
    """A year's money comes at its beginning: the books of a line open in the line's own year."""
    on = max(at.date(), date(year, 1, 4))
    return Hands(cast.users["maker"].person, cast.users["checker"].person, on, at)  # type: ignore[arg-type]


def funds(cast: Cast, years: Sequence[int], at: datetime) -> None:
    """The talent fund pays the reward, the employment fund skill subsidies; appropriated year by year."""
    allow(Fund.TALENT.value, "2.3.1", "示例财规〔2022〕1号", date(2020, 1, 1))
    allow(Fund.TALENT.value, "2.2.2", "示例财规〔2022〕1号", date(2020, 1, 1))
    allow(Fund.EMPLOYMENT.value, "2.1.2", "示例财规〔2022〕2号", date(2020, 1, 1))
    others = paid_lines() - {(Fund.TALENT, "2.3.1"), (Fund.TALENT, "2.2.2"), (Fund.EMPLOYMENT, "2.1.2")}
    for fund, clause in sorted(others):
        allow(fund.value, clause, "示例财规〔2022〕3号", date(2020, 1, 1))
        newest = max(years)
        hands = of_year(cast, newest, at)
        appropriate(Line(fund.value, newest, clause), yuan(3_000_000), "示例财预〔示例〕10号", hands)
    for year in years:
        hands = of_year(cast, year, at)
        appropriate(Line(Fund.TALENT.value, year, "2.3.1"), yuan(9_000_000), f"示例财预〔{year}〕8号", hands)
        appropriate(Line(Fund.TALENT.value, year, "2.2.2"), yuan(1_000_000), f"示例财预〔{year}〕8号", hands)
        appropriate(
            Line(Fund.EMPLOYMENT.value, year, "2.1.2"), yuan(6_000_000), f"示例财预〔{year}〕9号", hands
        )
