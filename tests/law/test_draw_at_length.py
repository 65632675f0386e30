"""The draw over thousands of rounds: anybody replays each, nobody is favoured, alone or in company."""

import json
from collections import Counter
from itertools import combinations
from math import comb
from random import Random

import pytest

from gongjiang.law.bundle import Replayed, bundle, replay
from gongjiang.law.draw import chain
from gongjiang.law.pool import Expert, Pool
from gongjiang.law.standalone.replay_draw import fault
from gongjiang.law.stratified import stratified

STRATUM, MANY, SEATS = "焊接", 12, 4
ALIKE = {f"E{n:02}": Expert(STRATUM, f"O{n}") for n in range(MANY)}
ROUNDS = 20_000
EACH = ROUNDS * SEATS / MANY
SPREAD = 1 - (SEATS - 1) / (MANY - 1)
"""A panel is drawn without putting back: counts spread less than independent ones, by so much."""


@pytest.fixture(scope="module")
def panels() -> list[tuple[str, ...]]:
    return drawn(ROUNDS, ALIKE)


def drawn(rounds: int, experts: dict[str, Expert]) -> list[tuple[str, ...]]:
    found = []
    for n in range(rounds):
        links = chain(f"secret {n}", 2)
        pool = Pool(experts, {STRATUM: SEATS}, commitment=links[-1], context=f"{n}|")
        found.append(stratified(pool, f"value {n}", links[-2]).panel[STRATUM])
    return found


def too_far(counted: Counter, expected: float, cells: int) -> float:
    """Chi-square against an equal share for each; what was never counted is as far off as it is expected."""
    found = sum((seen - expected) ** 2 / expected for seen in counted.values())
    return found + expected * (cells - len(counted))


def within(chi_square: float, freedom: int) -> bool:
    """Four standard deviations about the mean; the cube root is nearly normal (Wilson and Hilferty)."""
    part = 2 / (9 * freedom)
    return abs((chi_square / freedom) ** (1 / 3) - (1 - part)) < 4 * part**0.5


def test_nobody_sits_more_often_than_another_nor_any_two_together(panels):
    alone = Counter(label for panel in panels for label in panel)
    pairs = Counter(pair for panel in panels for pair in combinations(sorted(panel), 2))
    pairs_in_all = comb(MANY, 2)

    assert within(too_far(alone, EACH, MANY) / SPREAD, MANY - 1)
    both = ROUNDS * comb(SEATS, 2) / pairs_in_all
    assert too_far(pairs, both, pairs_in_all) < 1.5 * pairs_in_all


def test_a_draw_that_favours_somebody_once_in_twenty_is_seen(panels):
    favoured = [n for n, panel in enumerate(panels) if "E00" not in panel][::20]
    changed = dict(enumerate(panels)) | {n: ("E00", *panels[n][1:]) for n in favoured}

    alone = Counter(label for panel in changed.values() for label in panel)

    assert not within(too_far(alone, EACH, MANY) / SPREAD, MANY - 1)


@pytest.mark.parametrize("rounds", [100, pytest.param(1_000, marks=pytest.mark.long)])
def test_draws_of_every_shape_are_replayed_and_none_of_them_with_a_bit_changed(rounds, tmp_path):
    dice, true, changed = Random(20261126), tmp_path / "true.json", tmp_path / "changed.json"
    for n in range(rounds):
        record = shaped(dice, n)
        true.write_text(text := json.dumps(record, ensure_ascii=False))
        changed.write_text(bent(text, dice))

        assert replay(record) == Replayed(tuple(record["result"]["order"]))
        assert (fault(str(true)), fault(str(changed)) == "") == ("", False)


def shaped(dice: Random, n: int) -> dict:
    """A draw with strata, a cap, alternates and recusals as the dice fall, that fills its panel."""
    strata = [f"S{k}" for k in range(dice.randint(1, 3))]
    experts = {f"E{k:02}": Expert(dice.choice(strata), f"O{dice.randint(0, 9)}") for k in range(40)}
    links = chain(f"secret {n}", dice.randint(2, 5))
    pool = Pool(
        experts, dict.fromkeys(strata, 2), alternates=dice.randint(0, 2), context=f"{n}|", source="lottery",
        recused=frozenset(dice.sample(sorted(experts), 3)), org_cap=dice.choice((None, 2)),
        commitment=links[-1], source_time="2031-01-02T21:15+08:00",
    )  # fmt: skip
    made = bundle(pool, f"value {n}", links[-2])
    assert isinstance(made, dict), made
    return made


def bent(text: str, dice: Random) -> str:
    """One bit of one letter or digit changed, to another that is printed."""
    while True:
        at = dice.randrange(len(text))
        other = chr(ord(text[at]) ^ 1 << dice.randrange(3))
        if text[at].isalnum() and other.isalnum() and text[at].isascii():
            return text[:at] + other + text[at + 1 :]
