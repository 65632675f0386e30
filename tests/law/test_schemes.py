"""Every scheme of every plan: its examples, its guide, its citations. A new scheme needs no new test."""

import tomllib
from dataclasses import replace
from typing import Any

import pytest

from gongjiang.law.facts import read_facts
from gongjiang.law.phrase import phrase
from gongjiang.law.plan import Plan
from gongjiang.law.rule import Verdict
from gongjiang.law.scheme import Assessment, Outcome, Scheme
from gongjiang.plans import plans
from gongjiang.plans.folder import text_of
from tests.law.every import EVERY, every_scheme
from tests.law.people import signed

RULES = [
    pytest.param(plan, scheme, rule, id=f"{scheme.slug}.{rule.name}")
    for plan, scheme in (case.values for case in EVERY)
    for rule in scheme.rules
]
every_rule = pytest.mark.parametrize(("plan", "scheme", "rule"), RULES)


def examples(scheme: Scheme) -> dict[str, Any]:
    return {"verdict": {}, "rulings": {}, "signed": {}} | tomllib.loads(text_of(scheme, "examples.toml"))


def assessed(plan: Plan, scheme: Scheme, changes: dict[str, Any], rulings: dict[str, Any]) -> Assessment:
    """The example that passes, changed."""
    held = examples(scheme)
    facts = read_facts(scheme, held["passes"] | changes)
    assert facts.strange == ()
    ruled = {key: signed(value, held["on"]) for key, value in (held["signed"] | rulings).items()}
    return scheme.assess(facts.row, held["on"], plan.settings(ruled))


@every_scheme
def test_the_example_that_passes_is_eligible(plan, scheme):
    found = assessed(plan, scheme, {}, {})

    assert found.outcome is Outcome.ELIGIBLE
    assert [finding.verdict for finding in found.findings] == [Verdict.PASS] * len(scheme.rules)
    assert found.priority is False


@every_scheme
def test_the_examples_state_every_fact_of_the_scheme(plan, scheme):
    assert set(examples(scheme)["passes"]) == {*scheme.subject.fields, *scheme.subject.lists}


@every_scheme
def test_every_rule_has_an_example_that_fails_it(plan, scheme):
    assert list(examples(scheme)["alone"]) == [rule.name for rule in scheme.rules]


@every_rule
def test_the_example_fails_its_rule_alone(plan, scheme, rule):
    held = examples(scheme)
    expected = Verdict(held["verdict"].get(rule.name, "fail"))

    found = assessed(plan, scheme, held["alone"][rule.name], held["rulings"].get(rule.name, {}))

    assert {finding.rule: finding.verdict for finding in found.findings} == {
        other.name: expected if other is rule else Verdict.PASS for other in scheme.rules
    }


@every_scheme
def test_priority_raises_the_order_and_never_the_eligibility(plan, scheme):
    held = examples(scheme)
    assert ("priority" in held) == (scheme.priority is not None)

    found = assessed(plan, scheme, held.get("priority", {}), {})

    assert found.priority is (scheme.priority is not None)
    assert found.outcome is Outcome.ELIGIBLE


@every_scheme
def test_the_guide_speaks_chinese_and_then_english(plan, scheme):
    lines = text_of(scheme, "guide.md").splitlines()

    assert [line for line in lines if line.startswith("# ")] == ["# 中文", "# English"]


@every_scheme
def test_every_citation_is_a_clause_of_the_plan(plan, scheme):
    cited = {scheme.clause, *(rule.clause for rule in scheme.every_rule), *(g.clause for g in scheme.grants)}

    assert cited - set(plan.by_clause) == set()


@every_scheme
def test_every_rule_rests_on_words_of_its_clause(plan, scheme):
    assert [rule.name for rule in scheme.every_rule if not all(rule.terms) or not rule.terms] == []


@every_scheme
def test_rules_have_names_of_their_own(plan, scheme):
    names = [rule.name for rule in scheme.every_rule]

    assert len(set(names)) == len(names)


@every_scheme
def test_every_rule_can_be_said_in_both_languages(plan, scheme):
    titles = {title.slug: title.said for title in plan.registers.titles.values()}
    day = examples(scheme)["on"]

    said = [phrase(rule.expr, plan.settings(), day, scheme.subject, titles) for rule in scheme.every_rule]

    assert [words for words in said if not (words.zh and words.en)] == []
    assert [words.en for words in said if any("\u4e00" <= sign <= "\u9fff" for sign in words.en)] == []


@every_scheme
def test_nobody_of_whom_nothing_is_known_is_eligible(plan, scheme):
    found = scheme.assess(scheme.subject.row({}), examples(scheme)["on"], plan.settings())

    assert found.outcome is not Outcome.ELIGIBLE
    assert found.grants == ()


def test_slugs_are_unique_across_plans():
    slugs = [scheme.slug for plan in plans() for scheme in plan.schemes]

    assert len(set(slugs)) == len(slugs)


def test_a_rule_is_asked_of_the_record_of_its_scheme():
    plan, scheme = EVERY[0].values

    moved = replace(scheme, slug="moved")

    assert [rule.record for rule in moved.every_rule] == [scheme.subject] * len(scheme.every_rule)
