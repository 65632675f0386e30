"""A plan's life: a version that follows, figures that change from a day, and what goes on when it is over."""

from datetime import date, timedelta

import pytest

from gongjiang.law.beginning import entries
from gongjiang.law.money import yuan
from gongjiang.law.terms import Role, State
from gongjiang.office.cases.models import PlanTerm
from gongjiang.office.cases.rulings import closed_to_claims, settings_of
from gongjiang.office.clerk import ruling
from gongjiang.office.clerk.applying import Beside, apply
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.succeeding import Version, decide_version, prepare_parameter, prepare_version
from gongjiang.office.honours.models import Certificate
from gongjiang.office.ledger.models import Payable
from gongjiang.office.registry.models import Proposal
from gongjiang.plans import plans
from gongjiang.web.demo.deploying import stand_up, walkable
from gongjiang.web.demo.straight import Straight, stated
from tests.clerk.duty_ground import moment
from tests.clerk.standing import refused
from tests.town import TODAY, Town

pytestmark = pytest.mark.both
PLAN = plans()[0]
NEXT = date(2027, 12, 1)


def version(**more: object) -> Version:
    told = {"version": "2", "title": "第二期", "document": "示例〔2027〕2号", "issued": NEXT, "years": 3}
    return Version(**(told | more))  # type: ignore[arg-type]


def follow(town: Town, **more: object) -> PlanTerm:
    held = prepare_version(PLAN, version(**more), town.actor("officer"), moment())
    made = decide_version(held, True, town.actor("government"), moment())
    assert made is not None
    return made


def prepare(town: Town, key: str, text: str, since: date, who: str = "officer") -> Proposal:
    return prepare_parameter(PLAN, key, text, since, "王审定", "示例文号", town.actor(who), moment())


def sign(town: Town, key: str, text: str, since: date) -> None:
    ruling.sign(prepare(town, key, text, since), True, town.actor("government"), moment())


def test_a_version_that_follows_takes_claims_for_what_it_continues_alone(town: Town) -> None:
    studio = next(s.slug for s in PLAN.schemes if s.procedure.name == "studio")
    other = next(s.slug for s in PLAN.schemes if s.slug != studio)

    made = follow(town, continues=[studio])

    assert PlanTerm.objects.get(version="1").successor == made
    before = closed_to_claims(PLAN, NEXT, other)
    after = closed_to_claims(PLAN, NEXT + timedelta(days=1), other)
    assert (before, closed_to_claims(PLAN, NEXT + timedelta(days=1), studio)) != (None, "")
    assert closed_to_claims(PLAN, NEXT, studio) is None
    assert after is not None
    assert "不再办理本事项" in after.zh
    assert closed_to_claims(PLAN, date(2030, 12, 1), studio) is not None


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"version": "1"}, "该版本已录入"),
        ({"document": " "}, "请填写版本、名称和文号"),
        ({"years": 0}, "有效期应在 1 到 30 年之间"),
        ({"issued": date(2022, 12, 1)}, "印发日期应晚于现行版本"),
        ({"continues": ["no-such-scheme"]}, "没有这个事项"),
    ],
)
def test_a_version_that_does_not_follow_is_refused(town: Town, more: dict[str, object], said: str) -> None:
    with refused(said):
        follow(town, **more)


def test_a_version_follows_one_whose_day_is_known_and_is_prepared_by_the_office(town: Town) -> None:
    with refused("仅市局经办可以办理"):
        prepare_version(PLAN, version(), town.actor("government"), moment())
    PlanTerm.objects.update(issued_on=None)
    with refused("请先录入现行版本的印发日期"):
        follow(town)


def test_a_version_sent_back_changes_nothing_and_one_that_was_overtaken_is_refused(town: Town) -> None:
    held = prepare_version(PLAN, version(), town.actor("officer"), moment())
    assert decide_version(held, False, town.actor("government"), moment()) is None
    late = prepare_version(PLAN, version(), town.actor("officer"), moment())
    PlanTerm.objects.update(issued_on=NEXT)

    with refused("印发日期应晚于现行版本"):
        decide_version(late, True, town.actor("government"), moment())
    assert list(PlanTerm.objects.values_list("version", "successor")) == [("1", None)]


def test_a_figure_changes_from_its_day_and_a_case_keeps_the_rules_of_the_day_it_is_judged_on(
    town: Town,
) -> None:
    walk = walk_of(town)
    change = walk.day + timedelta(days=90)
    sign(town, "studio_sum", "80000", change)
    studio = next(one for one in walkable() if one.procedure.name == "studio")

    held = settings_of(PLAN)
    before = walk.go(walk.begin(studio), studio)

    assert [held.value("studio_sum", day) for day in (change - timedelta(days=1), change)] == [
        yuan(100_000), yuan(80_000),
    ]  # fmt: skip
    assert list(Payable.objects.filter(case=before).values_list("amount", flat=True)) == [yuan(100_000)]


def test_a_case_judged_after_the_change_is_paid_the_new_sum(town: Town) -> None:
    walk = walk_of(town)
    sign(town, "studio_sum", "80000", walk.day)
    studio = next(one for one in walkable() if one.procedure.name == "studio")

    case = walk.go(walk.begin(studio), studio)

    assert list(Payable.objects.filter(case=case).values_list("amount", flat=True)) == [yuan(80_000)]


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("nothing", "5", "没有这个参数"),
        ("long_service", "5", "没有这个参数"),
        ("studio_sum", "五万", "请填写大于零的金额"),
        ("studio_sum", "0", "请填写大于零的金额"),
        ("ui_months", "undecided", "请填写数字"),
        ("ui_months", "一年", "请填写数字"),
        ("ui_rules", "perhaps", "请选择是或否"),
    ],
)
def test_what_is_no_figure_is_refused(town: Town, key: str, text: str, said: str) -> None:
    with refused(said):
        prepare(town, key, text, TODAY)


def test_a_change_never_reaches_back_is_one_a_day_and_comes_from_the_government(town: Town) -> None:
    with refused("参数调整不能追溯"):
        prepare(town, "studio_sum", "80000", TODAY - timedelta(days=1))
    with refused("仅市局经办可以办理"):
        prepare(town, "studio_sum", "80000", TODAY, who="government")
    sign(town, "studio_sum", "80000", TODAY)
    with refused("该日已有参数值"):
        prepare(town, "studio_sum", "70000", TODAY)


def walk_of(town: Town) -> Straight:
    town.walked("conferred", many=2, places=2)
    certificate = Certificate.objects.select_related("honour__person__employer").latest("pk")
    return stand_up(town.cast, certificate, certificate.issued_on)


def test_over_no_scheme_takes_a_claim_and_what_runs_is_assessed_and_rewarded(town: Town) -> None:
    walk = walk_of(town)
    studio = next(one for one in walkable() if one.procedure.name == "studio")
    case = walk.go(walk.begin(studio), studio)
    PlanTerm.objects.update(issued_on=walk.day - timedelta(days=5 * 366))

    taken = [scheme.slug for scheme in PLAN.schemes if entries(scheme) and claims(walk, scheme)]
    case = walk.take(case, studio.procedure["assess"])

    assert (taken, case.state) == ([], State.RUNNING)
    assert case.grades.filter(stage="yearly").count() == 1
    assert Payable.objects.filter(case=case).count() == 1


def claims(walk: Straight, scheme: object) -> bool:
    role = entries(scheme)[0].by  # type: ignore[arg-type]
    if role is Role.NOMINATOR:
        return False
    try:
        apply(scheme, stated(scheme), Beside(about=walk.certificate), walk.who(role), walk.now)  # type: ignore[arg-type]
    except Refused as no:
        return "计划已过有效期" not in no.said.zh
    return True
