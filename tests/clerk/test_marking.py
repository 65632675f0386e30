"""Marks: exact, whole, sealed once, and told to nobody before the panel closes."""

import json
from decimal import Decimal

import pytest

from gongjiang.office.clerk import marking
from gongjiang.office.clerk.listing import fix_ranking
from gongjiang.office.clerk.marks import marks_of
from gongjiang.office.clerk.perform import considered
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.report import markdown
from gongjiang.office.clerk.seating import desk_of, own_seat
from gongjiang.office.journal.models import Leaf
from gongjiang.office.review.models import Panel, Score, Seat
from gongjiang.web.demo.reviewing import mark_desk, score
from gongjiang.web.demo.walking import Walk
from tests import append_only
from tests.clerk.standing import files, refused
from tests.town import Town

CRITERIA = ("skill", "results", "teaching", "morals")
REASONS = dict.fromkeys(CRITERIA, "有据")


@pytest.mark.parametrize(
    "text", ["-1", "-0.01", "100.01", "101", "1000", "88.888", "0.001", "NaN", "Infinity", "1e2", "1E+1", "",
             " ", "八十", "８０．５分", "80,5", "1_0", "+80", "٨٠", "80.", ".5", "0x10"],
)  # fmt: skip
def test_what_is_no_mark_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="不是分数"):
        marking.read_mark(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("0", "0"),
        ("100", "100"),
        ("100.00", "100.00"),
        ("88.5", "88.5"),
        (" 88.25 ", "88.25"),
        ("８８．５", "88.5"),
    ],
)
def test_a_mark_is_kept_exactly_in_plain_digits(text: str, kept: str) -> None:
    assert marking.read_mark(text) == kept


def seats(walk: Walk) -> list[Seat]:
    return marking.members(Panel.objects.filter(round=walk.round).order_by("pk")[0])


def me(walk: Walk, seat: Seat) -> object:
    return walk.who(f"expert-{seat.expert.number}")


@pytest.mark.both
def test_a_draft_may_be_half_done_and_changed(town: Town) -> None:
    walk = town.walked("seated", many=1)
    seat, case = seats(walk)[0], files(walk)[0]

    marking.save_score(seat, case, {"skill": "80", "results": ""}, {}, me(walk, seat), walk.now)
    marking.save_score(seat, case, {"skill": "81.5"}, {"skill": " 扎实 "}, me(walk, seat), walk.now)

    held = Score.objects.get()
    assert (held.marks, held.reasons, held.sealed_at) == ({"skill": "81.5"}, {"skill": "扎实"}, None)


@pytest.mark.both
def test_a_mark_that_is_none_changes_nothing(town: Town) -> None:
    walk = town.walked("seated", many=1)
    seat, case = seats(walk)[0], files(walk)[0]

    with refused("不是分数"):
        marking.save_score(seat, case, {"skill": "100.5"}, {}, me(walk, seat), walk.now)


@pytest.mark.both
def test_sealing_what_is_not_whole_names_the_file_and_the_criterion(town: Town) -> None:
    walk = town.walked("seated", many=1)
    seat, case = seats(walk)[0], files(walk)[0]
    marks = dict.fromkeys(CRITERIA, "80")
    with refused(f"{case.number}：技能技艺尚未评分"):
        marking.seal_scores(seat, me(walk, seat), walk.now)

    marking.save_score(seat, case, {**marks, "teaching": ""}, REASONS, me(walk, seat), walk.now)
    with refused(f"{case.number}：带徒传技尚未评分"):
        marking.seal_scores(seat, me(walk, seat), walk.now)

    marking.save_score(seat, case, marks, {**REASONS, "morals": ""}, me(walk, seat), walk.now)
    with refused(f"{case.number}：道德品格尚未写评语"):
        marking.seal_scores(seat, me(walk, seat), walk.now)


@pytest.mark.both
def test_sealed_marks_do_not_change_and_are_not_sealed_twice(town: Town) -> None:
    walk = town.walked("seated", many=1)
    seat, case = seats(walk)[0], files(walk)[0]
    mark_desk(walk, seat)

    with refused("评分已密封，不能修改"):
        marking.save_score(seat, case, dict.fromkeys(CRITERIA, "100"), REASONS, me(walk, seat), walk.now)
    with refused("评分已全部密封"):
        marking.seal_scores(seat, me(walk, seat), walk.now)


@pytest.mark.both
def test_a_receipt_is_the_number_of_the_leaf_that_holds_the_marks(town: Town) -> None:
    walk = town.walked("seated", many=2)
    seat = seats(walk)[0]

    mark_desk(walk, seat)

    held = Score.objects.filter(seat=seat)
    assert held.count() == len(desk_of(seat))
    for one in held:
        leaf = Leaf.objects.get(seq=one.receipt)
        body = json.loads(leaf.body)
        assert (leaf.kind, leaf.ref) == ("score.seal", one.ref)
        assert (body["marks"], body["reasons"], body["case"]) == (one.marks, one.reasons, one.case_id)


@pytest.mark.both
def test_a_seat_is_marked_by_its_own_expert_alone(town: Town) -> None:
    walk = town.walked("seated", many=1)
    seat, other, case = *seats(walk)[:2], files(walk)[0]

    for who in (me(walk, other), walk.who("officer"), walk.who("auditor"), walk.who("system")):
        with refused("这不是您的席位"):
            marking.save_score(seat, case, {"skill": "60"}, {}, who, walk.now)
        with refused("这不是您的席位"):
            marking.seal_scores(seat, who, walk.now)
        assert own_seat(seat.ref, who) is None


@pytest.mark.both
def test_a_file_of_another_panel_is_on_no_desk_of_this_one(town: Town) -> None:
    walk = town.walked("seated", many=6)
    seat = seats(walk)[0]
    strange = next(case for case in files(walk) if case.pk not in {held.pk for held in desk_of(seat)})

    with refused("不在您的评审范围"):
        marking.save_score(seat, strange, {"skill": "60"}, {}, me(walk, seat), walk.now)


@pytest.mark.both
def test_nobody_reads_a_mark_before_the_panel_closes(town: Town) -> None:
    walk = town.walked("seated", many=2)
    score(walk)
    cases = files(walk)
    with append_only.lifted():
        Score.objects.update(marks=dict.fromkeys(CRITERIA, "77.31"))

    told = [considered(case, walk.day).marks for case in cases]

    assert {(held.closed, held.quorum, held.mark) for held in told} == {(False, False, None)}
    assert {held.mark for held in marks_of(cases).values()} == {None}
    assert "77.31" not in markdown(walk.round)
    with refused("件未到此阶段"):
        fix_ranking(walk.round, "shortlist", "walk", walk.who("officer"), walk.now)


@pytest.mark.both
def test_a_panel_closes_when_every_member_has_sealed_and_then_tells(town: Town) -> None:
    walk = town.walked("seated", many=1)
    panel = Panel.objects.get(round=walk.round)
    for seat in marking.members(panel)[:-1]:
        mark_desk(walk, seat)
    with refused("尚有 1 位专家未密封评分"):
        marking.close_panel(panel, walk.who("officer"), walk.now)

    mark_desk(walk, marking.members(panel)[-1])
    marking.close_panel(panel, walk.who("officer"), walk.now)

    told = marks_of(files(walk))[files(walk)[0].pk]
    assert (told.closed, told.quorum) == (True, True)
    assert isinstance(told.mark, Decimal)
    with refused("该组不在评分中"):
        marking.close_panel(panel, walk.who("officer"), walk.now)


@pytest.mark.both
def test_after_closing_nothing_is_marked_any_more(town: Town) -> None:
    walk = town.walked("closed", many=1)
    seat, case = seats(walk)[0], files(walk)[0]

    with refused("尚未开始或已结束评分"):
        marking.save_score(seat, case, {"skill": "60"}, {}, me(walk, seat), walk.now)


@pytest.mark.both
def test_marking_starts_when_everybody_has_answered(town: Town) -> None:
    walk = town.walked("drawn", many=1)

    with refused("尚有专家未答复邀请"):
        marking.open_panel(Panel.objects.get(), walk.who("officer"), walk.now)
