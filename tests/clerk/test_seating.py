"""Who may sit before whom, who takes an empty seat, and what becomes of a mark when somebody steps aside."""

from datetime import date, timedelta

import pytest

from gongjiang.law.draw import chain_step, ordered
from gongjiang.law.pool_record import pool_of
from gongjiang.law.scoring import panel_mark
from gongjiang.law.stratified import stratum_tickets
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Nomination
from gongjiang.office.clerk import seating
from gongjiang.office.clerk.conflicts import conflicts
from gongjiang.office.clerk.marking import members, open_panel
from gongjiang.office.clerk.marks import criterion_marks, marks_of
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import (
    Employment,
    Expert,
    Mentorship,
    NominatingBody,
    OccupationGroup,
    Posting,
)
from gongjiang.office.review.models import Draw, Panel, Score, Seat
from gongjiang.web.demo.cast import SINCE, person
from gongjiang.web.demo.reviewing import mark_desk, score
from gongjiang.web.demo.walking import Walk
from tests.clerk.standing import files, refused
from tests.town import Town

pytestmark = pytest.mark.both


@pytest.fixture
def pair(town: Town) -> tuple[Walk, Case, Expert]:
    """A nominee and an expert who have nothing to do with each other."""
    walk = town.walked("screened", many=1)
    return walk, files(walk)[0], Expert.objects.select_related("person").all()[0]


def ground(case: Case, expert: Expert, today: date) -> str | None:
    return conflicts([case], [expert], today).get((case.pk, expert.pk))


def test_strangers_have_no_conflict(pair: tuple[Walk, Case, Expert]) -> None:
    walk, case, expert = pair

    assert ground(case, expert, walk.day) is None


def test_the_same_unit_now_or_within_three_years_is_a_conflict(pair: tuple[Walk, Case, Expert]) -> None:
    walk, case, expert = pair
    job = Employment.objects.create(person=expert.person, organisation=case.employer)
    found = []
    for left in (None, walk.day, walk.day - timedelta(days=3 * 365 - 10), walk.day - timedelta(days=3 * 366)):
        job.until = left
        job.save()
        found.append(ground(case, expert, walk.day))

    assert found == ["same_unit", "same_unit", "same_unit", None]


def test_the_nominees_earlier_unit_counts_as_well(pair: tuple[Walk, Case, Expert]) -> None:
    walk, case, expert = pair
    Employment.objects.create(
        person=case.person, organisation=expert.person.employer, until=walk.day - timedelta(days=30)
    )

    assert ground(case, expert, walk.day) == "same_unit"


def test_who_was_put_forward_by_a_nominating_body_does_not_judge_its_nominee(
    pair: tuple[Walk, Case, Expert],
) -> None:
    walk, case, expert = pair
    other = NominatingBody.objects.exclude(pk=case.body_id)[0]
    expert.body = other
    before = ground(case, expert, walk.day)
    Nomination.objects.create(
        case=case, body=other, rank=1, merged=True, by=walk.cast.users["officer"], on=walk.day
    )

    assert (before, ground(case, expert, walk.day)) == (None, "same_body")


def test_nobody_judges_their_own_file(pair: tuple[Walk, Case, Expert]) -> None:
    walk, case, expert = pair
    expert.person = case.person

    assert ground(case, expert, walk.day) == "own"


@pytest.mark.parametrize("expert_is_master", [True, False])
def test_master_and_apprentice_do_not_judge_each_other(
    pair: tuple[Walk, Case, Expert], expert_is_master: bool
) -> None:
    walk, case, expert = pair
    two = (expert.person, case.person) if expert_is_master else (case.person, expert.person)
    Mentorship.objects.create(master=two[0], apprentice=two[1])

    assert ground(case, expert, walk.day) == "mentor"


def group_of(case: Case) -> OccupationGroup:
    return next(g for g in OccupationGroup.objects.all() if case.person.occupation in g.occupations)


def first_seat(walk: Walk, **by: object) -> Seat:
    seat = Seat.objects.filter(panel__round=walk.round, **by).select_related("expert", "panel").first()
    assert seat is not None
    return seat


def me(walk: Walk, seat: Seat) -> object:
    return walk.who(f"expert-{seat.expert.number}")


def test_a_declared_interest_keeps_the_units_files_off_the_desk(town: Town) -> None:
    walk = town.walked("drawn", many=3)
    seat = first_seat(walk, kind="member")
    case = seating.cases_of(seat.panel)[0]

    seating.accept(seat, [case.employer_id], "曾任顾问", me(walk, seat), walk.now)

    Case.objects.filter(round=walk.round).update(state=State.UNDER_REVIEW)
    assert case.pk not in {held.pk for held in seating.desk_of(seat)}
    assert list(case.recusals.values_list("expert", "ground", "note")) == [
        (seat.expert_id, "declared", "曾任顾问")
    ]


def test_a_seat_is_answered_once_and_by_its_own_expert(town: Town) -> None:
    walk = town.walked("drawn", many=1)
    seat, other = Seat.objects.filter(panel__round=walk.round, kind="member").select_related("expert")[:2]

    with refused("这不是您的席位"):
        seating.accept(seat, [], "", me(walk, other), walk.now)
    seating.accept(seat, [], "", me(walk, seat), walk.now)
    with refused("您已答复过"):
        seating.decline(seat, "有事", me(walk, seat), walk.now)


def test_who_declines_is_replaced_by_the_next_drawn_never_by_a_pick(town: Town) -> None:
    walk = town.walked("drawn", many=1)
    waiting = list(Seat.objects.filter(panel__round=walk.round, kind="alternate").order_by("order"))
    called = []
    for seat in Seat.objects.filter(panel__round=walk.round, kind="member").order_by("-order")[:2]:
        seating.decline(seat, "出差", me(walk, seat), walk.now)
        called.append(Seat.objects.filter(state="invited").latest("order").pk)

    assert called == [seat.pk for seat in waiting]


def test_declining_needs_a_reason(town: Town) -> None:
    walk = town.walked("drawn", many=1)
    seat = first_seat(walk, kind="member")

    with refused("请写明谢绝理由"):
        seating.decline(seat, "", me(walk, seat), walk.now)


def test_an_expert_with_sealed_marks_is_not_replaced(town: Town) -> None:
    walk = town.walked("seated", many=1)
    seat = members(Panel.objects.get())[0]
    mark_desk(walk, seat)

    with refused("已密封评分，不能替换"):
        seating.replace(seat, "不合意", walk.who("supervisor"), walk.now)


def test_a_replaced_expert_leaves_no_draft_and_the_panel_waits_for_the_next(town: Town) -> None:
    from gongjiang.office.clerk.marking import close_panel, save_score

    walk = town.walked("seated", many=1)
    panel = Panel.objects.get()
    leaving, *rest = members(panel)
    save_score(leaving, files(walk)[0], {"skill": "90"}, {}, me(walk, leaving), walk.now)

    seating.replace(leaving, "生病住院", walk.who("officer"), walk.now)

    assert Score.objects.count() == 0
    for seat in rest:
        mark_desk(walk, seat)
    with refused("尚有专家未答复邀请"):
        close_panel(panel, walk.who("officer"), walk.now)
    leaving.refresh_from_db()
    with refused("您尚未接受邀请"):
        save_score(leaving, files(walk)[0], {}, {}, me(walk, leaving), walk.now)


def test_a_recusal_found_later_takes_the_file_and_voids_that_mark_alone(town: Town) -> None:
    walk = town.walked("seated", many=2)
    score(walk)
    case = files(walk)[0]
    seats = list(Seat.objects.filter(scores__case=case).order_by("order"))
    given = {s.seat_id: s.marks["skill"] for s in Score.objects.filter(case=case)}
    whole = criterion_marks([case])[case.pk]["skill"]

    seating.recuse(seats[0], case, "系亲属", me(walk, seats[0]), walk.now)

    left = [given[seat.pk] for seat in seats[1:]]
    assert whole == panel_mark([given[seat.pk] for seat in seats])
    assert criterion_marks([case])[case.pk]["skill"] == panel_mark(left)
    assert case.pk not in {held.pk for held in seating.desk_of(seats[0])}
    others = [held for held in files(walk) if held.pk != case.pk]
    assert all(len(given_to(held)) == 7 for held in others)


def given_to(case: Case) -> list[Score]:
    return list(Score.objects.filter(case=case, sealed_at__isnull=False))


def test_too_few_marks_left_is_no_result_rather_than_a_mean_of_few(town: Town) -> None:
    walk = town.walked("seated", many=1)
    score(walk)
    case = files(walk)[0]
    for seat in Seat.objects.filter(scores__case=case)[:3]:
        seating.recuse(seat, case, "系同门", me(walk, seat), walk.now)
    Panel.objects.update(state="closed")

    done = walk.step("close_review", "officer", [case])

    assert marks_of([case])[case.pk].mark is None
    assert [said.zh for _, said in done.refused] == ["有效评分不足，不能形成结果"]


def exhausted(walk: Walk, many: int = 3) -> None:
    """Everybody else accepts; so many members, one after the other, decline."""
    for _ in range(many):
        seat = first_seat(walk, state="invited")
        seating.decline(seat, "不能参加", me(walk, seat), walk.now)
    for seat in Seat.objects.filter(panel__round=walk.round, state="invited").select_related("expert"):
        seating.accept(seat, [], "", me(walk, seat), walk.now)


def test_when_the_pool_is_exhausted_the_office_is_told_how_many_seats_are_empty(town: Town) -> None:
    walk = town.walked("drawn", many=1)
    exhausted(walk, many=4)
    case = files(walk)[0]

    with refused("尚缺 2 席"):
        open_panel(Panel.objects.get(), walk.who("officer"), walk.now)
    done = walk.step("assign", "officer", [case])

    assert [said.zh for _, said in done.refused] == ["该组专家尚未抽取就位"]


def test_the_next_code_of_the_same_chain_draws_the_substitute(town: Town) -> None:
    walk = town.walked("screened", many=1)
    group = group_of(files(walk)[0])
    more_experts(town, group.pk, 4)
    from gongjiang.web.demo.reviewing import draw as drawn

    drawn(walk)
    first = set(Seat.objects.values_list("expert__number", flat=True))
    exhausted(walk)

    draw = Draw.objects.get(round=walk.round)
    told = draw.substitutions[0]
    pool = pool_of(draw.pool)
    assert pool is not None
    order = ordered(stratum_tickets(pool, group.code, draw.public_value, told["code"]))
    assert chain_step(told["code"], draw.commitment) == 2
    assert told["entering"] == next(number for number in order if number not in first)
    assert Leaf.objects.filter(kind="seat.substitute", body__contains=told["code"]).count() == 1
    assert open_panel(Panel.objects.get(), walk.who("officer"), walk.now).state == "open"
    assert len(members(Panel.objects.get())) == 7


def more_experts(town: Town, group: int, many: int) -> None:
    for place in range(many):
        made = person(town.cast, town.dice, f"补充专家{place}")
        number = f"X{place:03d}"
        Expert.objects.create(person=made, group_id=group, number=number, since=SINCE, until=date(2028, 1, 1))
        user = town.cast.account(f"expert-{number}", made.name, made)
        Posting.objects.create(user=user, role="expert", since=SINCE)


def test_the_conflicts_of_a_substitute_are_derived_too(town: Town) -> None:
    walk = town.walked("screened", many=1)
    case = files(walk)[0]
    group = group_of(case)
    more_experts(town, group.pk, 1)
    Mentorship.objects.create(master=Expert.objects.get(number="X000").person, apprentice=case.person)
    from gongjiang.web.demo.reviewing import draw as drawn

    drawn(walk)
    exhausted(walk)

    assert Seat.objects.filter(expert__number="X000").exists()
    assert list(case.recusals.values_list("expert__number", "ground")) == [("X000", "mentor")]
    assert len(members(Panel.objects.get())) == 7
