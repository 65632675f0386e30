"""The law's front door: what a person may do with a case now, and why not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gongjiang.law.effect import Confer, Pay, Reserve, Tell
from gongjiang.law.judge import brief, determined, judge, offers
from gongjiang.law.procedure import Dossier, Move, Refusal
from gongjiang.law.rule import Verdict
from gongjiang.law.scheme import Outcome, outcome_of
from gongjiang.law.standing import Actor, Determined, Notice, Post, Resolution
from gongjiang.law.terms import Medal, Role, State
from gongjiang.law.words import Words
from gongjiang.plans import plan_of

PLAN = plan_of("craftsman-direct")
SCHEME = PLAN["craftsman-direct"]
SETTINGS = PLAN.settings()
DAY = date(2024, 6, 3)
OFFICER = Actor(1, 1, (Post(Role.OFFICER),))
REVIEWER = Actor(2, 2, (Post(Role.REVIEWER),))
GOVERNMENT = Actor(3, 3, (Post(Role.GOVERNMENT),))
GOLD = {"klass": "worldskills", "medal": Medal.GOLD, "recommended_by": "city_hrss"}


def dossier(state: State, on_register: Any = True, **known: Any) -> Dossier:
    result = {**_typed(GOLD), "on_register": on_register}
    facts = {"team_size": 1, "titles_held": [], "contest_results": [result]}
    return Dossier(state=state, person=9, today=DAY, facts=facts, **known)


def _typed(raw: dict[str, Any]) -> dict[str, Any]:
    fields = SCHEME.subject.lists["contest_results"].record.fields
    return {name: fields[name].kind(value) for name, value in raw.items()}


def ruled(step: str, held: Dossier, actor: Actor) -> Move | Refusal:
    return judge(PLAN, SCHEME, step, held, actor, SETTINGS)


def test_a_step_that_does_not_exist_is_refused():
    assert ruled("fly", dossier(State.DRAFT), OFFICER) == Refusal(
        Words("没有“fly”这个环节", "There is no step called fly")
    )


def test_a_step_from_another_state_is_refused_by_naming_the_state():
    assert ruled("verify", dossier(State.DRAFT), OFFICER) == Refusal(
        Words("当前为“草稿”，不能核实", "The case is draft: cannot verify")
    )


def test_a_step_is_refused_to_everybody_but_its_role():
    assert ruled("verify", dossier(State.CONSENTED), REVIEWER) == Refusal(
        Words("仅市局经办可以核实", "Only the city officer may verify")
    )


def test_a_reason_that_is_asked_for_must_be_given():
    assert ruled("reject", dossier(State.CONSENTED), OFFICER) == Refusal(
        Words("请填写理由", "Please give: reason")
    )


def test_a_move_carries_the_findings_that_allowed_it():
    move = ruled("verify", dossier(State.CONSENTED), OFFICER)

    assert move.target is State.VERIFIED
    assert [(f.rule, f.verdict) for f in move.findings] == [
        (name, Verdict.PASS) for name in ("contest", "team", "not_titled_before")
    ]


def test_a_refusal_tells_its_reason_to_the_nominee_in_a_letter():
    move = ruled("reject", dossier(State.CONSENTED, sent={"reason": "成绩被取消"}), OFFICER)

    assert move.effects == (
        Tell(
            Words("经核实不符合条件", "You were found not to be eligible"),
            Words(
                "经核实不符合条件。理由：成绩被取消",
                "You were found not to be eligible. Reason: 成绩被取消",
            ),
        ),
    )


def test_an_open_finding_holds_the_case_until_a_person_has_determined_it_and_another_confirmed():
    held = dossier(State.CONSENTED, on_register=None)
    answer = Determined("contest", "pass", confirmed=False, by=1)

    unanswered = ruled("verify", held, OFFICER)
    unconfirmed = ruled("verify", replace(held, determined=(answer,)), OFFICER)
    confirmed = ruled("verify", replace(held, determined=(replace(answer, confirmed=True),)), OFFICER)

    rule = SCHEME.rules[0]
    refused = Refusal(Words(f"待认定：{rule.said.zh}（2.1.3）", f"needs a person: {rule.said.en} (2.1.3)"))
    assert unanswered == unconfirmed == refused
    assert confirmed.target is State.VERIFIED


@pytest.mark.parametrize("answer", ["pass", "fail"])
def test_a_determination_answers_only_what_is_open(answer):
    settled = brief(PLAN, SCHEME, dossier(State.CONSENTED), SETTINGS).findings
    determinations = (Determined("contest", answer, confirmed=True, by=1),)

    assert determined(settled, dossier(State.CONSENTED, determined=determinations)) == settled


def test_a_determination_may_go_against_the_person():
    denied = (Determined("contest", "fail", confirmed=True, by=1),)

    considered = brief(PLAN, SCHEME, dossier(State.CONSENTED, on_register=None, determined=denied), SETTINGS)

    assert outcome_of(considered.findings) is Outcome.NOT_ELIGIBLE
    assert considered.grants == ()


def test_nobody_confirms_their_own_determination():
    mine = (Determined("contest", "pass", confirmed=False, by=REVIEWER.user),)
    held = dossier(State.CONSENTED, on_register=None, determined=mine)

    assert ruled("confirm", held, REVIEWER) == Refusal(
        Words("认定与复核须由不同人员完成", "Another person must confirm the determination")
    )


def test_an_approval_sets_aside_what_the_title_will_bring():
    resolution = Resolution("武政〔2024〕1 号", DAY, listed=True, equal=True)

    move = ruled("approve", dossier(State.CLEARED, resolution=resolution), GOVERNMENT)

    ((slug, pay),) = brief(PLAN, SCHEME, dossier(State.CLEARED), SETTINGS).consequences
    assert move.effects == (Reserve(slug, pay),)
    assert isinstance(pay, Pay)


def test_a_conferral_grants_the_title_and_tells_the_person():
    resolution = Resolution("武政〔2024〕1 号", DAY, listed=True, equal=True)

    move = ruled("confer", dossier(State.APPROVED, resolution=resolution), GOVERNMENT)

    assert [type(effect) for effect in move.effects] == [Confer, Tell]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER])
def test_whoever_handled_the_case_does_not_approve_it(role):
    hands = {role: frozenset({GOVERNMENT.person})}
    resolution = Resolution("武政〔2024〕1 号", DAY, listed=True, equal=True)

    refused = ruled("approve", dossier(State.CLEARED, resolution=resolution, hands=hands), GOVERNMENT)

    assert refused == Refusal(
        Words("经办与审核须由不同人员完成", "Another person must do this: you have handled the case")
    )


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        (Notice(), Words("公示期未满（至 None）", "The notice runs until None")),
        (Notice(DAY), Words("公示期未满（至 2024-06-03）", "The notice runs until 2024-06-03")),
        (Notice(date(2024, 6, 2), held=True), Words("有异议尚未处理完毕", "An objection is still open")),
        (Notice(date(2024, 6, 2), upheld=True), Words("异议成立，不能通过", "An objection was upheld")),
    ],
)
def test_a_notice_ends_only_when_its_days_are_over_and_nothing_stands_against_the_person(notice, said):
    assert ruled("clear", dossier(State.ON_NOTICE, notice=notice), OFFICER) == Refusal(said)


def test_offers_name_every_way_out_and_why_it_is_closed():
    considered = brief(PLAN, SCHEME, dossier(State.CONSENTED), SETTINGS)

    offered = {offer.step.name: offer.refusal for offer in offers(considered, SCHEME, OFFICER)}

    only = {
        "confirm": Words("仅市局复核可以复核认定", "Only the second officer may confirm a determination"),
        "withdraw": Words("仅被推荐人可以撤回", "Only the nominee may withdraw"),
        "end": Words("仅市局复核可以终止办理", "Only the second officer may end the case"),
    }
    assert offered == {"determine": None, "verify": None, "reject": None, **only}


def test_what_is_not_asked_for_yet_does_not_close_a_way():
    considered = brief(PLAN, SCHEME, dossier(State.CONSENTED), SETTINGS)

    rejecting = next(offer for offer in offers(considered, SCHEME, OFFICER) if offer.step.name == "reject")

    assert rejecting.refusal is None
