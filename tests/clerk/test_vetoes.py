"""What other departments are asked: until all have answered a case waits; a hit reaches whom it concerns."""

from datetime import timedelta

import pytest

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Veto
from gongjiang.office.clerk.vetoes import answer_vetoes, ask_vetoes, to_ask
from gongjiang.web.demo.walking import Walk
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both


@pytest.fixture
def walk(town: Town) -> Walk:
    return town.nominated(many=1)


@pytest.fixture
def case(walk: Walk) -> Case:
    return walk.cases(State.NOMINATED)[0]


def asked(walk: Walk, case: Case) -> list[Veto]:
    return ask_vetoes([case], walk.who("officer"), walk.now)


def answered(walk: Walk, case: Case, **hits: str) -> None:
    """Clear, but for the matters named here with what was found."""
    for row in Veto.objects.filter(case=case, answer="").select_related("case__round"):
        found = hits.get(row.matter, "")
        answer_vetoes([row], "hit" if found else "clear", found, walk.who("officer"), walk.now)


def said(walk: Walk, case: Case) -> str:
    """Why screening is refused; nothing when it passes."""
    done = walk.step("screen", "officer", [case])
    return done.refused[0][1].zh if done.refused else ""


def test_nothing_passes_unasked_or_unanswered(walk: Walk, case: Case) -> None:
    unasked = said(walk, case)
    asked(walk, case)
    waiting = said(walk, case)
    answered(walk, case)

    assert (unasked, waiting) == ("有 2 项尚未征询", "有 2 项征询未答复")
    assert said(walk, case) == ""


def test_an_answer_goes_stale_and_is_asked_again(walk: Walk, case: Case) -> None:
    asked(walk, case)
    answered(walk, case)
    walk.day += timedelta(days=91)

    assert said(walk, case) == "有 2 项答复已过期，须重新征询"
    assert len(asked(walk, case)) == 4
    assert said(walk, case) == "有 2 项征询未答复"
    answered(walk, case)
    assert said(walk, case) == ""


def test_an_answer_holds_on_its_last_day(walk: Walk, case: Case) -> None:
    asked(walk, case)
    answered(walk, case)
    walk.day += timedelta(days=90)

    assert said(walk, case) == ""


def test_a_standing_question_is_not_asked_twice(walk: Walk, case: Case) -> None:
    asked(walk, case)

    assert asked(walk, case) == []
    assert Veto.objects.count() == 4


def test_a_hit_on_the_person_stops_the_case(walk: Walk, case: Case) -> None:
    asked(walk, case)
    answered(walk, case, credit="已列入名单")

    assert said(walk, case) == "有否决情形：失信被执行"


def test_an_accident_at_the_unit_does_not_strike_a_worker_who_had_no_part_in_it(
    walk: Walk, case: Case
) -> None:
    asked(walk, case)
    answered(walk, case, safety="单位发生事故", wages="单位欠薪")

    assert said(walk, case) == ""


def test_the_same_accident_strikes_the_head_of_the_unit(walk: Walk, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(answers={**case.answers, "unit_head": True})
    asked(walk, case)
    answered(walk, case, safety="单位发生事故")

    assert said(walk, case) == "有否决情形：安全生产责任事故"


def test_of_the_head_of_a_unit_every_matter_must_be_answered(walk: Walk, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(answers={**case.answers, "unit_head": True})

    assert said(walk, case) == "有 4 项尚未征询"


def test_what_is_no_answer_is_refused(walk: Walk, case: Case) -> None:
    rows = asked(walk, case)
    officer = walk.who("officer")
    with refused("请写明情况"):
        answer_vetoes(rows[:1], "hit", "", officer, walk.now)
    with refused("请选择答复结果"):
        answer_vetoes(rows[:1], "perhaps", "", officer, walk.now)
    with refused("仅市局经办"):
        answer_vetoes(rows[:1], "clear", "", walk.who("reviewer"), walk.now)

    answered(walk, case)

    with refused("已有答复"):
        answer_vetoes(list(Veto.objects.select_related("case__round"))[:1], "clear", "", officer, walk.now)


def test_a_hit_that_comes_late_keeps_the_person_off_the_final_list(town: Town) -> None:
    walk = town.walked("visited", many=2, places=2)
    from gongjiang.web.demo.journey import propose

    case = walk.cases(State.INSPECTED)[0]
    walk.day += timedelta(days=91)
    asked(walk, case)
    answered(walk, case, discipline="立案调查")
    other = walk.cases(State.INSPECTED)[1]
    asked(walk, other)
    answered(walk, other)

    propose(walk)

    case.refresh_from_db()
    assert (case.state, [held.pk for held in walk.cases(State.PROPOSED)]) == (State.NOT_SELECTED, [other.pk])


def test_whoever_stands_before_a_step_that_wants_the_answers_is_asked(walk: Walk) -> None:
    """Nominees before screening, candidates whose answers have run out, and who is designated directly."""
    case = walk.cases(State.NOMINATED)[0]
    asked = {state: _asked_in(case, state) for state in State}

    assert {state for state, yes in asked.items() if yes} == {State.NOMINATED, State.INSPECTED}


def _asked_in(case: Case, state: State) -> bool:
    Case.objects.filter(pk=case.pk).update(state=state)
    assert case.round is not None
    return case.pk in {one.pk for one in to_ask(case.round)}
