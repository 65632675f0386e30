"""What cases gather as they go: rows confirmed by another hand, money in parts, referrals, few eyes."""

from dataclasses import replace
from datetime import date

import pytest

from gongjiang.law.beginning import entries
from gongjiang.law.money import yuan
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Role, State
from gongjiang.office.cases.models import Case, IssuedLetter, LogRow, Referral
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.beginning import closed
from gongjiang.office.clerk.gathering import add_rows, confirm_row, log_of, may_see, strike_row
from gongjiang.office.clerk.perform import considered, perform
from gongjiang.office.honours.models import Certificate
from gongjiang.office.ledger.models import Payable, PayableState
from gongjiang.office.ledger.owing import line_of
from gongjiang.office.registry.models import Award, HeldHonour, Mentorship, SkillCertificate
from gongjiang.office.registry.sheets.log_rows import columns, rows
from gongjiang.office.registry.sheets.reading import read_sheet
from gongjiang.plans import plans
from gongjiang.web.case_logs import gained
from gongjiang.web.demo.deploying import stand_up, walkable
from gongjiang.web.demo.money import pay_out
from gongjiang.web.demo.people import id_number
from gongjiang.web.demo.ruled import ruled
from gongjiang.web.demo.straight import SENT, Straight, onward
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both
PLAN = plans()[0]


@pytest.fixture
def walk(town: Town) -> Straight:
    day = town.walked("conferred").day
    return stand_up(town.cast, Certificate.objects.select_related("honour__person__employer")[0], day)


def of(procedure: str, clause: str = "") -> Scheme:
    """The first scheme of that procedure, under that clause."""
    found = (s for s in walkable() if s.procedure.name == procedure and s.clause.startswith(clause))
    return next(found)


def signed(walk: Straight, key: str, answer: str) -> None:
    ruled(walk.cast, key, answer, walk.now)


def act(walk: Straight, case: Case, step: str, role: Role, **sent: object) -> Case:
    taken = PLAN[case.scheme].procedure[step]
    asked = {ask.name: SENT[ask.name] for ask in taken.asks if ask.name in SENT}
    return perform(case, step, walk.who(role), walk.now, {**asked, **sent})


def paid(walk: Straight, case: Case) -> None:
    """What the case is owed goes out, and the bank says so."""
    pay_out(walk.cast, line_of(Payable.objects.get(case=case)), walk.day)


def studio(walk: Straight) -> Case:
    scheme = of("studio")
    return walk.go(walk.begin(scheme), scheme)


def test_what_is_a_craftsmans_is_open_to_them_and_closed_to_another(walk: Straight) -> None:
    """Before anything is stated: of every scheme that somebody asks for in their own name."""
    theirs = [s for s in walkable() if {step.by for step in entries(s)} == {Role.NOMINEE}]
    both = [s for s in walkable() if {Role.NOMINEE, Role.EMPLOYER} <= {step.by for step in entries(s)}]
    clerk = replace(walk.who(Role.OFFICER), posts=())

    told = {s.slug: closed(s, walk.who(Role.NOMINEE), walk.day) for s in (*theirs, *both)}
    others = [s.slug for s in (*theirs, *both) if closed(s, clerk, walk.day) is None]

    assert len(theirs) > 1
    assert [slug for slug, why in told.items() if why is not None] == []
    assert others == [s.slug for s in both if s.roster]


def test_a_filing_of_the_same_year_is_not_opened_again(walk: Straight) -> None:
    yearly = next(s for s in PLAN.schemes if any(rule.name == "not_filed_before" for rule in s.rules))
    walk.go(walk.begin(yearly), yearly)
    filed = Case.objects.filter(scheme=yearly.slug).count()

    with refused("本年度未重复备案"):
        walk.begin(yearly)

    assert Case.objects.filter(scheme=yearly.slug).count() == filed


def test_a_studio_bears_the_name_of_its_craftsman(walk: Straight) -> None:
    """Another's name is refused as it is put forward; spaces make no difference."""
    case, submit = walk.begin(of("studio")), of("studio").procedure["submit"]
    own = case.answers
    Case.objects.filter(pk=case.pk).update(answers={**own, "name": "某某工匠工作室"})

    with refused("以本人姓名命名"):
        walk.take(Case.objects.get(pk=case.pk), submit)

    Case.objects.filter(pk=case.pk).update(answers={**own, "name": f"{' '.join(walk.holder())} 工作室"})
    assert walk.take(Case.objects.get(pk=case.pk), submit).state == State.SUBMITTED


def test_a_studio_is_paid_once_in_the_life_of_its_craftsman(walk: Straight) -> None:
    case = studio(walk)

    payable = Payable.objects.get(case=case)
    assert payable.amount == yuan(100_000)
    assert payable.account is not None
    assert payable.account.organisation_id == case.employer_id
    with refused("不能重复申领"):
        walk.begin(of("studio"))
    assert Case.objects.filter(scheme=of("studio").slug).count() == 1


def test_the_reward_of_a_year_waits_for_a_signed_sum_and_comes_once(walk: Straight) -> None:
    case = studio(walk)
    case = act(walk, case, "assess", Role.OFFICER)
    case = act(walk, case, "reward", Role.REVIEWER)
    assert Payable.objects.filter(case=case).count() == 1

    signed(walk, "studio_bonus", "5000000")
    case = act(walk, case, "reward", Role.REVIEWER)
    case = act(walk, case, "reward", Role.REVIEWER)

    bonus = Payable.objects.get(case=case, entitlement__contains="yearly")
    assert bonus.amount == yuan(50_000)


def test_a_middling_year_brings_no_reward(walk: Straight) -> None:
    signed(walk, "studio_bonus", "5000000")
    case = act(walk, studio(walk), "assess", Role.OFFICER, score="84")

    act(walk, case, "reward", Role.REVIEWER)

    assert Payable.objects.filter(case=case).count() == 1


def test_nothing_is_entered_as_spent_beyond_what_was_paid(walk: Straight) -> None:
    case = studio(walk)
    log = log_of(case, "expenses")
    told = {"use": "equipment", "amount": yuan(60_000), "on": walk.day.isoformat(), "slip": "凭001"}

    with refused("超过已拨付"):
        add_rows(case, log, [(told, None)], walk.who(Role.EMPLOYER), walk.now)
    paid(walk, case)
    add_rows(case, log, [(told, None)], walk.who(Role.EMPLOYER), walk.now)
    with refused("超过已拨付"):
        add_rows(case, log, [(told, None)], walk.who(Role.EMPLOYER), walk.now)


def test_money_may_not_go_on_what_is_not_allowed(walk: Straight) -> None:
    case = studio(walk)
    told = {"use": "wages", "amount": yuan(1), "on": walk.day.isoformat(), "slip": "凭001"}

    with refused("应为下列之一"):
        add_rows(case, log_of(case, "expenses"), [(told, None)], walk.who(Role.EMPLOYER), walk.now)


def test_a_row_counts_once_another_hand_has_confirmed_it(walk: Straight) -> None:
    case = studio(walk)
    log, office = log_of(case, "outputs"), walk.cast.actor("officer", walk.day)
    told = {"kind": "patent", "on": walk.day.isoformat(), "what": "一种焊枪", "number": 1}
    before = len(considered(case, walk.day).facts["outputs"])

    row = add_rows(case, log, [(told, None)], walk.who(Role.EMPLOYER), walk.now)[0]
    assert len(considered(case, walk.day).facts["outputs"]) == before
    with refused("您不能核对"):
        confirm_row(row, walk.who(Role.EMPLOYER), walk.now)
    confirm_row(row, office, walk.now)
    assert len(considered(case, walk.day).facts["outputs"]) == before + 1
    strike_row(row, "重复登记", office, walk.now)

    assert len(considered(case, walk.day).facts["outputs"]) == before
    assert LogRow.objects.get(pk=row.pk).reason == "重复登记"


def test_a_confirmed_row_is_struck_by_the_office_alone(walk: Straight) -> None:
    case = studio(walk)
    row = case.log_rows.filter(confirmed_on__isnull=False)[0]

    with refused("您不能划去"):
        strike_row(row, "我要改", walk.who(Role.EMPLOYER), walk.now)


def test_what_was_not_rightly_spent_is_asked_back_when_a_studio_is_cancelled(walk: Straight) -> None:
    case = studio(walk)
    paid(walk, case)
    told = {"use": "equipment", "amount": yuan(30_000), "on": walk.day.isoformat(), "slip": "凭001"}
    row = add_rows(case, log_of(case, "expenses"), [(told, None)], walk.who(Role.EMPLOYER), walk.now)[0]
    confirm_row(row, walk.who(Role.OFFICER), walk.now)

    case = act(walk, case, "cancel", Role.REVIEWER)

    assert case.state == State.CANCELLED
    recovery = Payable.objects.get(case=case).recoveries.get()
    assert recovery.amount == yuan(70_000)


def test_what_is_owed_and_not_paid_is_stopped_when_a_studio_is_cancelled(walk: Straight) -> None:
    case = act(walk, studio(walk), "cancel", Role.REVIEWER)

    assert Payable.objects.get(case=case).state == PayableState.STOPPED


def test_a_course_is_never_recognised_above_the_cap(walk: Straight) -> None:
    scheme = of("course")
    case = walk.go(walk.begin(scheme), scheme, until=State.SCREENED)

    with refused("不得超过"):
        act(walk, case, "grade", Role.OFFICER, sum=yuan(60_000))
    case = walk.go(case, scheme)

    assert Payable.objects.get(case=case).amount == yuan(30_000)


def test_a_department_answers_in_time_or_sends_back_twice_and_no_more(walk: Straight) -> None:
    scheme = of("referral")
    case = walk.go(walk.begin(scheme), scheme, until=State.ACCEPTED)
    for _ in range(2):
        case = act(walk, case, "refer", Role.OFFICER)
        case = act(walk, case, "bounce", Role.DEPARTMENT)
    case = act(walk, case, "refer", Role.OFFICER)

    with refused("不能再退"):
        act(walk, case, "bounce", Role.DEPARTMENT)
    held = Referral.objects.filter(case=case).last()
    assert held is not None
    assert (held.due_on - held.referred_on).days >= 10
    case = act(walk, case, "answer", Role.DEPARTMENT)
    assert case.due_on is None
    case = act(walk, case, "reopen", Role.NOMINEE)
    assert case.state == State.ACCEPTED


def test_another_department_cannot_answer(walk: Straight) -> None:
    scheme = of("referral")
    case = act(walk, walk.go(walk.begin(scheme), scheme, until=State.ACCEPTED), "refer", Role.OFFICER)

    with refused("仅承办部门可以"):
        perform(
            case, "answer", walk.cast.actor("police", walk.day), walk.now, {"how": "done", "remark": "办"}
        )
    assert case.pk not in visible_to(walk.cast.actor("police", walk.day)).values_list("pk", flat=True)
    assert case.pk in visible_to(walk.who(Role.DEPARTMENT)).values_list("pk", flat=True)


def test_what_concerns_the_family_needs_its_consent(walk: Straight) -> None:
    scheme = of("referral")
    case = walk.begin(scheme, lacking="consent")

    with refused("同意书"):
        act(walk, case, "ask", Role.NOMINEE)


@pytest.mark.parametrize("who", ["leader", "supervisor", "government"])
def test_confined_matters_are_not_there_for_others(walk: Straight, who: str) -> None:
    scheme = of("civic")
    case = walk.go(walk.begin(scheme), scheme)

    assert case.pk not in visible_to(walk.cast.actor(who, walk.day)).values_list("pk", flat=True)
    assert case.pk in visible_to(walk.who(Role.NOMINEE)).values_list("pk", flat=True)


def test_what_somebody_is_paid_is_seen_by_those_who_handle_it_alone(walk: Straight) -> None:
    scheme = next(s for s in walkable() if any(log.name == "pay" for log in s.logs))
    case = walk.go(walk.begin(scheme), scheme)
    log = log_of(case, "pay")

    seen = {who for who in ("officer", "unit", "leader", "supervisor", "government", "craftsman")
            if may_see(case, log, walk.cast.actor(who, walk.day))}  # fmt: skip

    assert seen == {"officer", "unit"}


def test_an_award_won_goes_to_the_register_and_a_letter_has_a_number(walk: Straight) -> None:
    scheme = of("recommendation", "2.3.3")

    case = walk.go(walk.begin(scheme), scheme)

    assert HeldHonour.objects.filter(person=case.person, printed=case.answers["award"]).exists()
    assert IssuedLetter.objects.get(case=case).number.startswith("TJ")


def test_an_award_is_not_recommended_beyond_its_places(walk: Straight) -> None:
    scheme = of("recommendation", "2.3.3")
    case = walk.go(walk.begin(scheme), scheme, until=State.CONSENTED)
    Award.objects.update(places=0)

    with refused("尚有推荐名额"):
        walk.take(case, onward(scheme, State.CONSENTED))


def test_a_sheet_gives_every_row_or_every_fault(walk: Straight) -> None:
    scheme = next(s for s in walkable() if any(log.name == "honoured" for log in s.logs))
    case = walk.begin(scheme)
    log = log_of(case, "honoured")
    number = id_number(date(1990, 1, 1), 7)
    head = "姓名,身份证号,荣誉,评选日期,文件号,职业（工种）\n"
    good = f"{head}王示例,{number},企业首席技师,2026-01-05,企字1号,焊工\n"
    bad = f"{head}王示例,420199199001010018,企业大王,2026-13-05,企字1号,焊工\n"

    read, faults = rows(log, read_sheet(good.encode(), columns(log)), walk.day)
    assert (faults, read[0].told["honour"], read[0].id_number) == ([], "employer_chief", number)
    _, faults = rows(log, read_sheet(bad.encode(), columns(log)), walk.day)

    assert {fault.column for fault in faults} == {"身份证号", "荣誉", "评选日期"}


def test_an_apprentice_is_paired_with_the_master_and_what_they_gain_is_linked(walk: Straight) -> None:
    scheme = next(s for s in walkable() if any(log.pairs for log in s.logs))
    case = walk.go(walk.begin(scheme), scheme)
    row = case.log_rows.get(log="apprentices")
    pair = Mentorship.objects.get(apprentice=row.person)
    assert pair.master_id == case.person_id
    assert gained([row]) == {row.pk: ()}

    SkillCertificate.objects.create(
        person=row.person, number="Y000042000001263000009", family="skill_level", level="technician",
        occupation="焊工", issued_on=walk.day,
    )  # fmt: skip

    assert gained([row])[row.pk][0].zh == "焊工技师"
