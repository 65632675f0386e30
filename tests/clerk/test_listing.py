"""The two lists: ranked once from frozen inputs, and everybody passed over is passed over for a reason."""

import hashlib
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from gongjiang.law.candidates import Candidate
from gongjiang.law.ranking import Selection, select
from gongjiang.office.cases.models import Case, Round, Veto
from gongjiang.office.clerk.listing import fix_ranking, lot_tickets
from gongjiang.office.clerk.marking import close_panel, members, seal_scores
from gongjiang.office.clerk.rounds import warnings
from gongjiang.office.clerk.seating import desk_of
from gongjiang.office.journal.models import canonical
from gongjiang.office.registry.models import Organisation
from gongjiang.office.review.models import Panel, Placing, Ranking, Score, Visit
from gongjiang.web.demo.contests import first_places
from gongjiang.web.demo.journey import plan_visits, shortlist, visit
from gongjiang.web.demo.walking import Walk
from tests.clerk.standing import files, refused
from tests.town import Town

pytestmark = pytest.mark.both
CRITERIA = ("skill", "results", "teaching", "morals")


def fix(walk: Walk, stage: str = "final", fill: str = "walk") -> Ranking:
    return fix_ranking(walk.round, stage, fill, walk.who("officer"), walk.now)


def marked_alike(walk: Walk, mark: str = "80", but: dict[int, str] | None = None) -> None:
    """Every expert gives everybody the same mark on everything, but for some cases another one."""
    for panel in Panel.objects.filter(round=walk.round):
        for seat in members(panel):
            for case in desk_of(seat):
                marks = dict.fromkeys(CRITERIA, (but or {}).get(case.pk, mark))
                Score.objects.create(
                    seat=seat, case=case, marks=marks, reasons=dict.fromkeys(CRITERIA, "有据")
                )
            if desk_of(seat):
                seal_scores(seat, walk.who(f"expert-{seat.expert.number}"), walk.now)
        close_panel(panel, walk.who("officer"), walk.now)
    walk.step("close_review", "officer", walk.cases("under_review"))


def visited(walk: Walk, mark: str = "85") -> None:
    shortlist(walk)
    plan_visits(walk)
    visit(walk)
    Visit.objects.filter(case__round=walk.round).update(mark=Decimal(mark))


def order(ranking: Ranking) -> list[int]:
    return [Case.objects.get(number=number).pk for number, _ in log(ranking)]


def log(ranking: Ranking) -> list[tuple[str, str]]:
    return list(chosen(ranking).log)


def chosen(ranking: Ranking) -> Selection:
    """The frozen input, through the law's own selection."""
    held = ranking.frozen
    candidates = [candidate(one) for one in held["candidates"]]
    found = select(candidates, held["seats"], held["caps"], fill=held["fill"])
    assert isinstance(found, Selection)
    return found


def candidate(one: dict[str, Any]) -> Candidate:
    keys = tuple(map(Decimal, one["keys"]))
    return Candidate(one["id"], Decimal(one["score"]), keys, one["ticket"], one["veto"], one["attrs"])


def test_the_shortlist_takes_twice_the_places_and_the_rest_are_below_the_line(town: Town) -> None:
    walk = town.walked("closed", many=6, places=2)

    ranking = fix(walk, "shortlist")

    rows = Placing.objects.filter(ranking=ranking)
    assert (ranking.seats, rows.filter(selected=True).count()) == (4, 4)
    assert list(rows.filter(selected=False).values_list("reason", flat=True)) == ["below line"] * 2


def test_a_list_is_computed_once(town: Town) -> None:
    walk = town.walked("closed", many=2, places=1)
    fix(walk, "shortlist")

    with refused("该名单已经确定"):
        fix(walk, "shortlist")


@pytest.mark.parametrize(
    ("stage", "fill", "said"), [("last", "walk", "没有这个阶段"), ("shortlist", "any", "请明确补位规则")]
)
def test_a_stage_or_a_fill_rule_that_is_none_is_refused(town: Town, stage: str, fill: str, said: str) -> None:
    walk = town.walked("closed", many=1, places=1)

    with refused(said):
        fix(walk, stage, fill)


def test_the_frozen_input_replays_to_the_same_winners(town: Town) -> None:
    walk = town.walked("visited", many=6, places=3)

    ranking = fix(walk)
    ranking.refresh_from_db()

    again = chosen(ranking)
    placed = Placing.objects.filter(ranking=ranking, selected=True).order_by("rank")
    assert list(again.winners) == list(placed.values_list("case__number", flat=True))
    assert dict(again.log) == dict(
        Placing.objects.filter(ranking=ranking).values_list("case__number", "reason")
    )
    assert ranking.sha256 == hashlib.sha256(canonical(ranking.frozen).encode()).hexdigest()


def test_a_cap_passes_over_the_third_of_one_unit_with_the_reason(town: Town) -> None:
    walk = town.walked("visited", many=4, places=3)
    unit = Organisation.objects.filter(in_city=True)[0]
    Case.objects.filter(round=walk.round).update(employer=unit)

    ranking = fix(walk)

    assert [reason for _, reason in log(ranking)] == ["selected", "selected", "cap:employer", "cap:employer"]
    assert Placing.objects.filter(ranking=ranking, selected=True).count() == 2


def test_cases_without_a_unit_are_not_capped_together(town: Town) -> None:
    walk = town.walked("visited", many=3, places=3)
    Case.objects.filter(round=walk.round).update(employer=None)

    ranking = fix(walk)

    assert Placing.objects.filter(ranking=ranking, selected=True).count() == 3


def test_priority_breaks_a_tie_and_never_beats_a_better_mark(town: Town) -> None:
    walk = town.walked("seated", many=4, places=4)
    better, preferred, *_ = files(walk)
    first_places([preferred.person], date(2025, 9, 1))
    marked_alike(walk, but={better.pk: "81"})
    visited(walk)

    ranking = fix(walk)

    assert order(ranking)[:2] == [better.pk, preferred.pk]
    assert list(Placing.objects.filter(ranking=ranking).order_by("rank").values_list("rank", flat=True)) == [
        1, 2, 3, 3,
    ]  # fmt: skip


def test_who_is_equal_in_everything_is_ordered_by_the_lots_of_the_committed_draw(town: Town) -> None:
    walk = town.walked("seated", many=4, places=2)
    marked_alike(walk)

    ranking = fix(walk, "shortlist")

    lots = lot_tickets(walk.round, files(walk))
    assert order(ranking) == [case.pk for case in sorted(files(walk), key=lambda case: lots[case.ref])]
    assert set(Placing.objects.filter(ranking=ranking).values_list("rank", flat=True)) == {1}


def test_a_vetoed_nominee_is_left_out_with_the_reason_whatever_the_mark(town: Town) -> None:
    walk = town.walked("visited", many=3, places=3)
    case = files(walk)[0]
    answered = {"answer": "hit", "answered_on": walk.day, "expires_on": walk.day + timedelta(days=90)}
    asked = {"matter": "discipline", "scope": "person", "department": "police", "asked_on": walk.day}
    Veto.objects.create(case=case, by=walk.cast.users["officer"], note="示例", **asked, **answered)

    ranking = fix(walk)

    placed = Placing.objects.get(ranking=ranking, case=case)
    assert (placed.selected, placed.reason, placed.rank) == (False, "veto:违纪违法", 3)
    assert Placing.objects.filter(ranking=ranking, selected=True).count() == 2
    assert walk.step("propose", "officer", [case]).moved == []


def test_an_inspection_without_a_mark_is_refused_not_counted_as_nothing(town: Town) -> None:
    walk = town.walked("visited", many=2, places=2)
    Visit.objects.filter(case=files(walk)[0]).update(mark=None)

    with refused("有考察尚无分数"):
        fix(walk)


def test_a_case_that_lost_its_quorum_is_named_instead_of_ranked(town: Town) -> None:
    from gongjiang.office.clerk.seating import recuse
    from gongjiang.office.review.models import Seat

    walk = town.walked("closed", many=2, places=1)
    case = files(walk)[0]
    for seat in Seat.objects.filter(scores__case=case)[:3]:
        recuse(seat, case, "系亲属", walk.who("supervisor"), walk.now)

    with refused(f"有效评分不足：{case.number}"):
        fix(walk, "shortlist")


def test_nobody_is_ranked_while_somebody_has_not_arrived(town: Town) -> None:
    walk = town.walked("scored", many=2, places=1)

    with refused("2 件未到此阶段"):
        fix(walk, "shortlist")


def opened(town: Town, places: int, opens: date) -> Round:
    return town.round(code=f"W{places}-{opens}", places=places, opens=opens).round


def test_about_twenty_warns_and_never_blocks(town: Town) -> None:
    day = date(2026, 3, 2)
    found = {places: opened(town, places, day) for places in (17, 18, 25, 26, 200)}

    warned = {places: [said.zh for said in warnings(held)] for places, held in found.items()}

    assert {places for places, said in warned.items() if said} == {17, 26, 200}
    assert warned[26] == ["26 人，不在“20 名左右”（18 至 25）之内"]
    assert [said.zh[:4] for said in warnings(found[18], selected=30)] == ["30 人"]


def test_two_years_between_rounds_warns_and_never_blocks(town: Town) -> None:
    first = opened(town, 20, date(2024, 3, 4))
    second, third = opened(town, 20, date(2026, 3, 4)), opened(town, 20, date(2027, 3, 8))

    assert (warnings(first), warnings(second)) == ([], [])
    assert [said.zh for said in warnings(third)] == [f"距上一批次（{second.code}）不是 2 年"]
