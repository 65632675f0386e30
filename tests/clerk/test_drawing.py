"""The draw: frozen before the public value, made by another hand, replayed by anybody."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from gongjiang.law.bundle import Mismatch, Replayed, replay
from gongjiang.law.standalone import replay_draw
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.drawing import commit_draw, draw_panels, void_draw
from gongjiang.office.clerk.marking import save_score
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.seating import desk_of
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Expert, OccupationGroup
from gongjiang.office.review.models import Draw, Panel, Recusal, Seat
from gongjiang.web.demo.walking import Walk
from tests import append_only
from tests.clerk.standing import files, refused
from tests.town import Town

VALUE = "3.8.14.22.27.31.9."
pytestmark = pytest.mark.both


def later(walk: Walk) -> str:
    return f"{walk.day}T21:30"


def tonight(walk: Walk) -> Moment:
    return Moment(walk.day, walk.now.at + timedelta(hours=12))


def committed(walk: Walk) -> Draw:
    return commit_draw(walk.round, "双色球下一期", later(walk), walk.who("officer"), walk.now)


def drawn(walk: Walk, draw: Draw | None = None, value: str = VALUE) -> Draw:
    return draw_panels(draw or committed(walk), value, "公证员", walk.who("supervisor"), tonight(walk))


def test_the_pool_is_frozen_and_promised_before_the_public_value_exists(town: Town) -> None:
    walk = town.walked("screened", many=3)

    draw = committed(walk)

    groups = set(draw.pool["seats"])
    assert (draw.public_value, draw.bundle, draw.drawn_by, Panel.objects.count()) == ("", None, None, 0)
    assert set(draw.pool["experts"]) == set(
        Expert.objects.filter(group__code__in=groups).values_list("number", flat=True)
    )
    assert draw.pool["commitment"] == draw.commitment
    promised = json.loads(Leaf.objects.get(kind="draw.commit").body)
    assert promised["pool_sha256"] == draw.pool_sha256


def test_the_public_value_must_be_named_beforehand(town: Town) -> None:
    walk = town.walked("screened", many=2)

    with refused("请先约定公开值"):
        commit_draw(walk.round, "", later(walk), walk.who("officer"), walk.now)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("明天", "请写明公开值出现的日期和时间"),
        ("2026-01-01T21:30", "须在承诺之后才出现"),
        ("2026-01-01T21:30+00:00", "须在承诺之后才出现"),
    ],
)
def test_a_value_that_may_be_known_already_is_refused(town: Town, told: str, said: str) -> None:
    walk = town.walked("screened", many=2)

    with refused(said):
        commit_draw(walk.round, "双色球下一期", told, walk.who("officer"), walk.now)
    assert not Draw.objects.exists()


def test_nobody_draws_before_the_public_value_appears(town: Town) -> None:
    walk = town.walked("screened", many=2)
    draw = committed(walk)

    with refused("公开值尚未出现"):
        draw_panels(draw, VALUE, "公证员", walk.who("supervisor"), walk.now)
    assert drawn(walk, draw).state == Draw.State.DRAWN


def test_who_committed_may_not_draw_even_by_a_second_account(town: Town) -> None:
    walk = town.walked("screened", many=2)
    draw, person = committed(walk), town.cast.users["officer"].person
    second = town.cast.account("officer-again", "张经办", person)
    town.cast.users["supervisor"].postings.update(user=second)

    with refused("须由不同人员完成"):
        draw_panels(draw, VALUE, "公证员", walk.who("officer-again"), walk.now)


def test_an_officer_without_the_post_may_not_draw(town: Town) -> None:
    walk = town.walked("screened", many=2)
    draw = committed(walk)

    with refused("仅监督人员可以办理"):
        draw_panels(draw, VALUE, "公证员", walk.who("officer2"), walk.now)


def test_a_pool_changed_after_the_promise_is_refused(town: Town) -> None:
    walk = town.walked("screened", many=2)
    draw = committed(walk)
    number = sorted(draw.pool["experts"])[0]
    del draw.pool["experts"][number]
    with append_only.lifted():
        draw.save(update_fields=["pool"])

    with refused("候选池与承诺不符"):
        draw_panels(draw, VALUE, "公证员", walk.who("supervisor"), tonight(walk))


def test_what_happens_in_the_register_after_the_promise_changes_nothing(town: Town) -> None:
    walk = town.walked("screened", many=2)
    draw = committed(walk)
    Expert.objects.update(until=walk.day - timedelta(days=1))

    drawn(walk, draw)

    draw.refresh_from_db()
    assert draw.state == Draw.State.DRAWN
    assert replay(draw.bundle, draw.pool_sha256) == Replayed(tuple(draw.bundle["result"]["order"]))


def test_a_round_is_drawn_once(town: Town) -> None:
    walk = town.walked("screened", many=2)
    draw = drawn(walk)

    with refused("需先作废并说明理由"):
        committed(walk)
    with refused("已完成或已作废"):
        drawn(walk, draw)


def test_a_redraw_needs_a_reason_and_keeps_the_first(town: Town) -> None:
    walk = town.walked("screened", many=2)
    first = drawn(walk)
    with refused("请写明作废理由"):
        void_draw(first, " ", walk.who("supervisor"), walk.now)

    void_draw(first, "公开值录入有误", walk.who("supervisor"), walk.now)
    second = drawn(walk)

    kept = Draw.objects.filter(round=walk.round).order_by("attempt")
    assert list(kept.values_list("attempt", "state", "void_reason")) == [
        (1, "void", "公开值录入有误"),
        (2, "drawn", ""),
    ]
    first.refresh_from_db()
    assert isinstance(replay(first.bundle, first.pool_sha256), Replayed)
    assert second.pool["context"] != first.pool["context"]


def test_voiding_the_first_again_leaves_the_second_alone(town: Town) -> None:
    walk = town.walked("screened", many=2)
    first = drawn(walk)
    void_draw(first, "录入有误", walk.who("supervisor"), walk.now)
    drawn(walk)

    with refused("该抽取已作废"):
        void_draw(first, "再次", walk.who("supervisor"), walk.now)


def test_a_draw_stands_once_somebody_has_marked(town: Town) -> None:
    walk = town.walked("seated", many=2)
    seat = Seat.objects.filter(panel__round=walk.round, kind="member").first()
    assert seat is not None
    case, me = desk_of(seat)[0], walk.who(f"expert-{seat.expert.number}")
    save_score(seat, case, {"skill": "80"}, {}, me, walk.now)

    with refused("已有专家评分"):
        void_draw(Draw.objects.get(round=walk.round), "不满意", walk.who("supervisor"), walk.now)


def test_anybody_replays_the_stored_bundle_and_one_changed_byte_is_refused(
    town: Town, tmp_path: Path
) -> None:
    walk = town.walked("screened", many=4)
    draw = drawn(walk)
    draw.refresh_from_db()
    text, dice = json.dumps(draw.bundle, ensure_ascii=False, separators=(",", ":")), Random(5)

    assert by_script(text, draw.pool_sha256, tmp_path) == 0
    assert isinstance(replay(json.loads(text), draw.pool_sha256), Replayed)
    places = dice.sample(range(len(text)), 60)
    assert [place for place in places if passes(changed(text, place), draw.pool_sha256)] == []
    assert [by_script(changed(text, place), draw.pool_sha256, tmp_path) for place in places[:4]] == [1] * 4


def group_of(case: Case) -> OccupationGroup:
    return next(g for g in OccupationGroup.objects.all() if case.person.occupation in g.occupations)


def changed(text: str, place: int) -> str:
    """One character is another: a bit of it flipped."""
    return text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]


def passes(text: str, published: str) -> bool:
    try:
        return not isinstance(replay(json.loads(text), published), Mismatch)
    except json.JSONDecodeError:
        return False


def by_script(text: str, published: str, folder: Path) -> int:
    """The script that stands alone, as an outsider runs it: no house, no settings."""
    record = folder / "record.json"
    record.write_text(text, "utf-8")
    command = [sys.executable, "-I", str(replay_draw.__file__), str(record), published]
    return subprocess.run(command, capture_output=True, check=False, cwd=folder).returncode


def test_an_occupation_of_no_group_is_named(town: Town) -> None:
    walk = town.walked("screened", many=2)
    person = walk.cases(State.SCREENED)[0].person
    person.occupation = "未知工种"
    person.save()

    with refused("下列职业未归入大类：未知工种"):
        committed(walk)


def test_nobody_is_drawn_where_there_is_nothing_to_review(town: Town) -> None:
    walk = town.nominated(many=1)

    with refused("没有待评审的办件"):
        committed(walk)


def test_a_nominee_who_is_an_expert_cannot_be_drawn(town: Town) -> None:
    walk = town.walked("screened", many=2)
    case = walk.cases(State.SCREENED)[0]
    group = group_of(case)
    expert = Expert.objects.filter(group=group)[0]
    expert.person.occupation = case.person.occupation
    expert.person.save()
    Case.objects.filter(pk=case.pk).update(person=expert.person)

    draw = drawn(walk)

    draw.refresh_from_db()
    assert draw.pool["recused"] == [expert.number]
    assert expert.number not in draw.bundle["result"]["order"]
    assert not Seat.objects.filter(expert=expert).exists()


def test_a_group_with_too_few_experts_is_told_in_words(town: Town) -> None:
    walk = town.walked("screened", many=1)
    group = group_of(files(walk)[0])
    few = list(Expert.objects.filter(group=group).values_list("pk", flat=True)[:3])
    Expert.objects.filter(pk__in=few).update(until=walk.day - timedelta(days=1))
    draw = committed(walk)

    with refused(f"专业组“{group.code}”需要 7 人，回避和单位上限之后只有 6 人"):
        drawn(walk, draw)


def test_conflicts_of_everybody_drawn_are_derived_as_they_sit(town: Town) -> None:
    walk = town.walked("screened", many=2)
    case = walk.cases(State.SCREENED)[0]
    for expert in Expert.objects.select_related("person"):
        expert.person.employer = case.employer
        expert.person.save()

    drawn(walk)

    seated = Seat.objects.filter(panel__round=walk.round).count()
    assert Recusal.objects.filter(case=case, ground="same_unit").count() == seated
