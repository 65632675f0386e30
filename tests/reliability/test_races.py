"""Several people at the counter at one moment: one wins, the others are told, nothing is half done."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ledger_ground import Ground, copied, ground

pytestmark = pytest.mark.both
CROWD, PACE = "tests.reliability.crowd", 0.01
Race = Callable[[str, int], tuple[list[str], dict[str, Any]]]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """A migrated database that each race copies."""
    with ground(tmp_path_factory.mktemp("races") / "home") as made:
        yield made


@pytest.fixture
def race(empty: Ground, tmp_path: Path) -> Iterator[Race]:
    """Run a race: what each was told, an empty text for who won, and how the office stands after."""
    with copied(empty, tmp_path / "home") as place:
        yield lambda name, many: ran(place, name, many)


def ran(place: Ground, name: str, many: int) -> tuple[list[str], dict[str, Any]]:
    assert place.run(CROWD, "prepare", name) == (0, "")
    gate = place.home / "go"
    running = [place.start(CROWD, "race", name, str(number), str(gate)) for number in range(many)]
    while len(list(place.home.glob("ready-*"))) < many and all(one.poll() is None for one in running):
        time.sleep(PACE)
    gate.touch()
    said = [process.communicate(timeout=60)[0] for process in running]
    assert [process.returncode for process in running] == [0] * many
    code, told = place.run(CROWD, "tell")
    assert code == 0
    return [json.loads(one) for one in said], json.loads(told)


def test_two_officers_screen_one_case_and_the_second_is_told(race: Race) -> None:
    said, office = race("screen", 2)

    assert sorted(said) == ["", "当前为“资格审查通过”，不能通过资格审查"]
    assert (office["states"], office["steps"]["screen"]) == ({"screened": 1}, 1)


def test_a_double_click_nominates_once(race: Race) -> None:
    said, office = race("nominate", 2)

    assert [one[:4] for one in sorted(said)] == ["", "当前为“"]
    assert (office["nominations"], office["leaves"]["case.nominate"]) == ([False], 1)


def test_one_place_left_goes_to_exactly_one(race: Race) -> None:
    said, office = race("compete", 3)

    assert sorted(said) == ["", "推荐名额已用完（1/1）", "推荐名额已用完（1/1）"]
    assert office["states"] == {"nominated": 1, "consented": 2}


def test_approvals_stop_when_the_money_is_gone(race: Race) -> None:
    said, office = race("approve", 4)

    assert sorted(one.split("可用")[-1] for one in said) == ["", "", *["¥0.00，不足¥300,000.00"] * 2]
    assert (office["reserved"], office["available"]) == (2, 0)
    assert office["states"] == {"approved": 2, "cleared": 2}


def test_bodies_that_file_one_newcomer_at_once_share_one_file(race: Race) -> None:
    said, office = race("file", 3)

    assert said == ["", "", ""]
    assert (office["states"], office["newcomers"]) == ({"draft": 1}, 1)
    assert office["nominations"] == [True, True]


def test_experts_who_seal_at_once_each_get_a_receipt_of_their_own_and_once(race: Race) -> None:
    said, office = race("seal", 6)

    assert sorted(said) == ["", "", "", "评分已全部密封", "评分已全部密封", "评分已全部密封"]
    assert (office["sealed"], office["leaves"]["score.seal"]) == (3, 3)


@pytest.mark.parametrize(
    ("act", "second", "table"),
    [("commit", "本批次已有抽取", "draws"), ("rank", "该名单已经确定", "rankings")],
)
def test_what_is_done_once_is_done_once_by_two(race: Race, act: str, second: str, table: str) -> None:
    said, office = race(act, 2)

    assert [one.split("，")[0] for one in sorted(said)] == ["", second]
    assert office[table] == 1


def test_departments_are_asked_once_by_two(race: Race) -> None:
    said, office = race("ask", 2)

    assert sorted(said) == ["0", "8"]
    assert office["vetoes"] == 8


def test_a_certificate_claimed_at_once_is_claimed_once(race: Race) -> None:
    said, office = race("claim", 4)

    assert said.count("") == 1
    assert {one[:2] for one in said if one} <= {"已有", "其中"}
    assert (office["holds"], office["steps"]["take"]) == (1, 1)
