"""Every public vector of agreement, severity, orders and assignment; and what none of them says."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from gongjiang.law.agreement import agreement
from gongjiang.law.assigning import Asked, Assigned, Missing, assigned, shared_total
from gongjiang.law.expected_rank import expected
from gongjiang.law.flow import Flow
from gongjiang.law.preferences import borda, bradley_terry, kemeny
from gongjiang.law.rating_scale import scaled
from gongjiang.law.reliability import alpha, band, icc, kendall
from gongjiang.law.severity import Components, severity
from gongjiang.law.words import Problem
from gongjiang.law.worst_off import best_of_worst
from tests.law.test_review_vectors import of
from tests.law.vectors import DATA

Vector = dict[str, Any]
WITHOUT_DATA = {"pl-nascar", "assign-real"}
"""These name files of other people's that are not among the vectors."""


def test_every_vector_has_its_data_but_for_two():
    public = json.loads((DATA / "review_vectors.json").read_text("utf-8"))["public"]

    assert len(public) == 78
    assert {one["id"] for one in public if set(one["input"]) in ({"data"}, {"files"})} == WITHOUT_DATA


@of("reliability.icc", "reliability.icc+kendall")
def test_agreement_by_analysis_of_variance(vector: Vector) -> None:
    wanted = vector["expected"].get("exact") or vector["expected"]["icc"]

    assert icc(vector["input"]["table"]) == pytest.approx(wanted, abs=vector["tolerance"])


@of("reliability.icc+kendall")
def test_concordance_of_ranks(vector: Vector) -> None:
    found, wanted = kendall(vector["input"]["table"]), vector["expected"]

    told = (found.corrected, found.plain, found.chi_square, found.chance)
    names = ("kendall_W_tie_corrected", "W_uncorrected", "chisq", "p")
    assert told == pytest.approx([wanted[name] for name in names], abs=1e-4)


@of("reliability.alpha")
def test_agreement_where_marks_are_missing(vector: Vector) -> None:
    found = {metric: alpha(vector["input"]["raters_by_units"], metric) for metric in vector["expected"]}

    assert found == pytest.approx(vector["expected"], abs=vector["tolerance"])


@of("severity.lmm")
def test_the_mixed_model_is_that_of_lme4(vector: Vector) -> None:
    found, wanted = severity([tuple(row) for row in vector["input"]["rows"]]), vector["expected"]

    parts = found.components
    told = (found.level, found.error, parts.nominee, parts.expert, parts.rest, found.deviance)
    names = ("mu", "se_mu", "var_plate", "var_sample", "var_resid", "reml_deviance")
    assert told == pytest.approx([wanted[name] for name in names], abs=1e-4)
    assert found.of_expert == pytest.approx(wanted["blup_sample"], abs=1e-4)
    first = {name: found.of_nominee[name] for name in wanted["blup_plate_first6"]}
    assert first == pytest.approx(wanted["blup_plate_first6"], abs=1e-4)


@of("severity.reliability")
def test_reliability_of_one_and_of_several(vector: Vector) -> None:
    given, wanted = vector["input"], vector["expected"]
    parts = Components(given["var_nominee"], given["var_reviewer"], given["var_resid"])

    found = (parts.reliability(), parts.reliability(given["k"]))

    names = ("single_reviewer_reliability", "k_reviewer_reliability")
    assert found == pytest.approx([wanted[name] for name in names], abs=vector["tolerance"])


@of("severity.mfrm")
def test_grades_on_a_scale(vector: Vector) -> None:
    found, wanted = scaled(vector["input"]["table"], vector["input"]["categories"]), vector["expected"]

    assert found.severity == pytest.approx(list(wanted["severity"].values()), abs=vector["tolerance"])
    assert found.thresholds == pytest.approx(wanted["thresholds"], abs=vector["tolerance"])
    assert found.loss == pytest.approx(wanted["neg_log_lik"], abs=vector["tolerance"])
    assert found.dropped == wanted["extreme_persons_dropped"]


@of("rank.expected")
def test_expected_ranks_are_as_published(vector: Vector) -> None:
    given, wanted = vector["input"], vector["expected"]["published"]
    width = given["assessors"]
    grades = [7 - one for one in given["grades_7_minus"]]

    found = expected([grades[start : start + width] for start in range(0, len(grades), width)])

    assert [one.rank for one in found] == pytest.approx(wanted["er"], abs=vector["tolerance"])
    assert [one.surpassed for one in found] == pytest.approx(wanted["sucra"], abs=0.015)


@of("rank.bradley_terry")
def test_preferences_give_abilities(vector: Vector) -> None:
    found = bradley_terry(vector["input"]["wins"])

    assert found.ability == pytest.approx(vector["expected"]["ability"], abs=vector["tolerance"])
    assert found.error == pytest.approx(vector["expected"]["se"], abs=vector["tolerance"])


def test_who_always_wins_has_no_ability():
    assert isinstance(bradley_terry([[0, 3, 2], [0, 0, 1], [0, 1, 0]]), Problem)


@of("rank.kemeny+borda")
def test_the_order_that_fewest_contradict(vector: Vector) -> None:
    orders = [(tuple(order), holders) for order, holders in vector["input"]["rankings"]]

    found = kemeny(orders)

    assert (found.distance, [list(one) for one in found.orders], borda(orders)) == (
        vector["expected"]["kemeny_distance"],
        vector["expected"]["optima"],
        vector["expected"]["borda"],
    )
    assert isinstance(kemeny([(tuple(range(13)), 1)]), Problem)


def asked(given: Vector) -> Asked:
    barred = frozenset((i, j) for i, j in given["forbidden"])
    return Asked(given["scores"], given["k"], given["load_min"], given["load_max"], barred)


def fits(question: Asked, found: Assigned) -> None:
    assert not found.pairs & question.barred
    assert set(Counter(i for i, _ in found.pairs).values()) == {question.each}
    loads = Counter(j for _, j in found.pairs)
    assert all(question.least <= loads[j] <= question.most for j in range(len(question.scores[0])))


@of("assign.max_total")
def test_the_best_assignment_is_proved_elsewhere(vector: Vector) -> None:
    question, wanted = asked(vector["input"]), vector["expected"]

    found = assigned(question)

    assert isinstance(found, Assigned)
    fits(question, found)
    assert found.total == wanted["max_total"]
    assert best_of_worst(question) == wanted["max_min_nominee_sum"]
    assert shared_total(question, 0.5) == wanted["jecmen_total_q0.5"]
    assert shared_total(question, 0.7) == pytest.approx(wanted["jecmen_total_q0.7"])


@of("assign.side_constraints")
def test_organisations_and_the_core_are_kept(vector: Vector) -> None:
    given, wanted = vector["input"], vector["expected"]
    core = frozenset((i, j) for i, row in enumerate(given["core"]) for j, one in enumerate(row) if one)
    orgs = {"organisations": tuple(given["reviewer_org"]), "of_one": given["max_per_org"]}
    cores = {"core": core, "of_core": given["min_core"]}
    plain = asked(given)

    found = [assigned(replace(plain, **one)) for one in ({}, cores, orgs, {**orgs, **cores})]

    names = ("plain", "with_min_core", "with_org_cap", "with_both")
    assert [getattr(one, "total", None) for one in found] == [wanted[name] for name in names]
    for i in range(len(plain.scores)):
        mine = [given["reviewer_org"][j] for n, j in found[2].pairs if n == i]
        assert len(mine) == len(set(mine))


def test_both_conditions_at_once_are_met_where_they_can_be():
    plain = Asked([[9, 8, 1, 1], [9, 8, 1, 1]], 2, 0, 2)
    both = replace(plain, organisations=(0, 0, 1, 1), of_one=1, core=frozenset({(0, 1), (1, 3)}), of_core=1)

    found = assigned(both)

    assert isinstance(found, Assigned)
    assert (found.total, {(0, 1), (1, 3)} <= found.pairs) == (9 + 10, True)


@of("assign.infeasible")
def test_what_cannot_be_assigned_names_for_whom(vector: Vector) -> None:
    found, wanted = assigned(asked(vector["input"])), vector["expected"]

    assert isinstance(found, Missing)
    assert (found.needed, found.fillable, list(found.nominees)) == (
        wanted["seats_needed"], wanted["max_seats_fillable"], wanted["min_cut_nominees"],
    )  # fmt: skip


@of("assign.min_cost")
def test_a_flow_of_least_cost(vector: Vector) -> None:
    net, edges = Flow(), vector["input"]["edges"]
    for name in {edge[0] for edge in edges}:
        net.arc("source", name, 1)
    for name in {edge[1] for edge in edges}:
        net.arc(name, "sink", 1)
    places = {(u, p): net.arc(u, p, 1, cost) for u, p, cost in edges}

    flow, cost = net.run("source", "sink", 9)

    assert (flow, cost) == (3, vector["expected"]["cost"])
    chosen = [list(pair) for pair, place in places.items() if net.sent(place)]
    assert sorted(chosen) == vector["expected"]["unique_optimum"]


def test_a_panel_is_told_with_its_band_and_each_experts_severity():
    marks = {(n, e): base + lean for n, base in (("甲", 90.0), ("乙", 80.0), ("丙", 70.0), ("丁", 60.0))
             for e, lean in (("1", 0.0), ("2", -4.0), ("3", 1.0))}  # fmt: skip
    whole = agreement(marks)
    some = agreement({cell: mark for cell, mark in marks.items() if cell != ("甲", "1")})

    assert whole is not None
    assert some is not None
    assert (whole.method, whole.band, round(whole.concordance or 0, 6)) == ("ICC", "good", 1.0)
    assert min(whole.model.of_expert, key=whole.model.of_expert.__getitem__) == "2"
    assert whole.model.fair("甲") > whole.model.fair("乙")
    assert (some.method, some.concordance, some.one < some.mean) == ("alpha", None, True)


def test_nothing_is_told_of_one_nominee_or_of_equal_marks():
    assert agreement({("甲", "1"): 80.0, ("甲", "2"): 90.0}) is None
    assert agreement(dict.fromkeys((("甲", "1"), ("甲", "2"), ("乙", "1"), ("乙", "2")), 80.0)) is None


@pytest.mark.parametrize(
    ("figure", "name"), [(0.8, "good"), (0.79, "caution"), (0.67, "caution"), (0.66, "again")]
)
def test_a_reliability_has_its_band(figure, name):
    assert band(figure) == name
