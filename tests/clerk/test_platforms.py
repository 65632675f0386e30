"""Bases and studios: called for in a round, reviewed by drawn experts, built, accepted or mended, run."""

from datetime import date, timedelta

import pytest

from gongjiang.law.money import yuan
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.applying import Beside, apply
from gongjiang.office.clerk.evidence import add_evidence
from gongjiang.office.clerk.gathering import add_rows, confirm_row, log_of
from gongjiang.office.clerk.perform import perform
from gongjiang.office.ledger.models import Payable, PayableState
from gongjiang.office.notice.models import Entry
from gongjiang.office.registry.models import NominatingBody, Organisation, PayeeAccount, Person, Posting
from gongjiang.plans import plans
from gongjiang.web.demo.cast import SINCE
from gongjiang.web.demo.journey import STAGES
from gongjiang.web.demo.ruled import ruled
from gongjiang.web.demo.straight import SENT, paper, row_of, stated
from gongjiang.web.demo.walking import Walk, open_round
from tests.clerk.standing import refused
from tests.town import TODAY, Town

pytestmark = pytest.mark.both
PLAN = plans()[0]
SCHEME = next(s for s in PLAN.schemes if s.procedure.name == "platform" and "craftsman" not in s.asked)
HOSTS = 3


def hosts(town: Town) -> list[str]:
    """Units with a clerk and an account each."""
    units = Organisation.objects.filter(kind="enterprise", in_city=True).order_by("pk")[:HOSTS]
    for place, unit in enumerate(units):
        user = town.cast.account(
            f"host{place}", "单位经办", Person.objects.create(name=f"经办{place}", employer=unit)
        )
        Posting.objects.create(user=user, role=Role.EMPLOYER, organisation=unit, since=SINCE)
        held = PayeeAccount(
            organisation=unit, holder=unit.name, bank="示例银行", added_at="2026-01-01T00:00Z"
        )
        held.put_number(f"62148599{place:08d}")
        held.save()
    return [f"host{place}" for place in range(HOSTS)]


def called(town: Town, scheme: Scheme = SCHEME) -> Walk:
    title = Words("2026 年建设申报", "Call 2026")
    held = open_round(scheme.slug, "P1", title, TODAY, TODAY + timedelta(days=40), 1, town.cast)
    for key, answer in (("platform_sum", "50000000"), ("platform_bonus", "10000000")):
        sign(town, key, answer)
    return Walk(held, town.cast, town.dice, TODAY)


def sign(town: Town, key: str, answer: str) -> None:
    walk = Walk(None, town.cast, town.dice, TODAY)  # type: ignore[arg-type]
    ruled(town.cast, key, answer, walk.now)


def applied(walk: Walk, who: str, body: NominatingBody) -> Case:
    case = apply(SCHEME, stated(SCHEME), Beside(body=body), walk.who(who), walk.now)
    for kind, _ in SCHEME.evidence:
        add_evidence(case, paper(case, kind), walk.who("officer"), walk.now)
    return perform(case, "submit", walk.who(who), walk.now)


@pytest.fixture
def walk(town: Town) -> Walk:
    """One host recognised, after a whole round."""
    walk, bodies = called(town), list(NominatingBody.objects.order_by("pk")[:HOSTS])
    for who, body in zip(hosts(town), bodies, strict=True):
        case = applied(walk, who, body)
        walk.later()
        walk.step("nominate", f"body-{body.code}", [case], rank=1, opinion="同意推荐。")
    for name, act in STAGES:
        walk.later()
        act(walk)
        if name == "cleared":
            break
    walk.later()
    walk.step("approve", "reviewer", walk.cases(State.CLEARED), document="示例人社发〔2026〕9号")
    return walk


def test_the_list_of_units_is_not_headed_as_one_of_people(walk: Walk) -> None:
    assert Entry.objects.order_by("pk")[0].notice.title == "2026 年建设申报拟入选单位公示"


def one(walk: Walk) -> tuple[Case, str]:
    """The recognised host, and its clerk."""
    case = walk.cases(State.BUILDING)[0]
    clerk = next(
        u for u in (f"host{n}" for n in range(HOSTS)) if walk.who(u).posts[0].organisation == case.employer_id
    )
    return case, clerk


def take(walk: Walk, case: Case, step: str, who: str, **sent: object) -> Case:
    walk.later()
    asked = {ask.name: SENT[ask.name] for ask in SCHEME.procedure[step].asks if ask.name in SENT}
    return perform(case, step, walk.who(who), walk.now, {**asked, **sent})


def rows(walk: Walk, case: Case, clerk: str, name: str) -> None:
    log = log_of(case, name)
    row = add_rows(case, log, [(row_of(log, SCHEME, walk.day), None)], walk.who(clerk), walk.now)[0]
    confirm_row(row, walk.who("officer"), walk.now)


def scored(walk: Walk, score: str) -> tuple[Case, str]:
    case, clerk = one(walk)
    rows(walk, case, clerk, "goals")
    case = take(walk, case, "midterm", "officer")
    case = take(walk, case, "ready", clerk)
    return take(walk, case, "score", "officer", score=score), clerk


def test_a_host_applies_within_a_call_alone(town: Town) -> None:
    who, body = hosts(town)[0], NominatingBody.objects.all()[0]
    actor, now = town.actor(who), Walk(None, town.cast, town.dice, TODAY).now  # type: ignore[arg-type]

    with refused("没有受理中的批次"):
        apply(SCHEME, stated(SCHEME), Beside(body=body), actor, now)


def test_one_place_is_built_by_the_best_of_three(walk: Walk) -> None:
    case, _ = one(walk)

    payable = Payable.objects.get(case=case)
    assert payable.amount == yuan(500_000)
    assert walk.cases(State.CLEARED) == []
    assert len(walk.cases(State.NOT_SELECTED, State.INELIGIBLE)) == HOSTS - 1


def test_an_excellent_acceptance_brings_the_bonus(walk: Walk) -> None:
    case, _ = scored(walk, "90")

    case = take(walk, case, "accept", "reviewer")

    assert case.state == State.RUNNING
    assert sorted(Payable.objects.filter(case=case).values_list("amount", flat=True)) == [
        yuan(100_000),
        yuan(500_000),
    ]


def test_a_passing_acceptance_brings_none(walk: Walk) -> None:
    case, _ = scored(walk, "84")

    case = take(walk, case, "accept", "reviewer")

    assert Payable.objects.filter(case=case).count() == 1


def test_what_fails_is_mended_once_in_time_and_then_cancelled(walk: Walk) -> None:
    case, clerk = scored(walk, "59")
    with refused("未达到 60 分"):
        take(walk, case, "accept", "reviewer")
    case = take(walk, case, "mend", "officer")
    assert case.due_on is not None
    assert case.due_on > walk.day + timedelta(days=80)
    case = take(walk, case, "ready", clerk)
    case = take(walk, case, "score", "officer", score="50")

    with refused("不能再次整改"):
        take(walk, case, "mend", "officer")
    case = take(walk, case, "cancel", "reviewer")

    assert case.state == State.CANCELLED
    assert Payable.objects.get(case=case).state == PayableState.STOPPED


def test_what_is_mended_too_late_is_not_taken(walk: Walk) -> None:
    case, clerk = scored(walk, "59")
    case = take(walk, case, "mend", "officer")
    walk.day = date(2026, 12, 30)

    with refused("已过整改期限"):
        perform(case, "ready", walk.who(clerk), walk.now)


def test_a_year_is_assessed_on_the_services_given(walk: Walk) -> None:
    case, clerk = scored(walk, "90")
    case = take(walk, case, "accept", "reviewer")
    with refused("服务记录"):
        take(walk, case, "assess", "officer")
    rows(walk, case, clerk, "services")

    case = take(walk, case, "assess", "officer")

    assert case.grades.filter(stage="yearly").count() == 1


def test_a_notice_names_the_unit_and_not_its_clerk(walk: Walk) -> None:
    case, _ = one(walk)

    entry = Entry.objects.get(case=case)

    assert case.employer is not None
    assert entry.name == case.employer.name
