"""Another city is another package: found at the entry point, decided by the same functions."""

import json
from datetime import date
from pathlib import Path

import pytest

import gongjiang.plans as installed
from gongjiang.law.columns import scan
from gongjiang.law.effect import Confer, Pay
from gongjiang.law.facts import read_facts
from gongjiang.law.judge import judge
from gongjiang.law.money import yuan
from gongjiang.law.phrase import phrase
from gongjiang.law.procedure import Dossier
from gongjiang.law.rule import Verdict
from gongjiang.law.scheme import Outcome
from gongjiang.law.standing import Actor, Post
from gongjiang.law.terms import Fund, Role, State
from gongjiang.law.words import Words
from gongjiang.plans.folder import text_of
from tests import other_city
from tests.law.people import as_register
from tests.other_city.terms import MASTER

SLUG, DAY = "apprentice-subsidy", date(2024, 6, 3)
RAISED = [
    {"level": "senior_worker", "certified": "2024-02-01"},
    {"level": "technician", "certified": "2023-06-05"},
]
FACTS = {"title": "master", "paid_on": None, "apprentices": RAISED}


class Entry:
    """An entry point of another distribution."""

    def load(self):
        return other_city.PLAN


@pytest.fixture
def elsewhere(monkeypatch):
    before = installed.entry_points
    monkeypatch.setattr(installed, "entry_points", lambda group: [*before(group=group), Entry()])
    installed.plans.cache_clear()
    yield installed.plan_of(SLUG)
    installed.plans.cache_clear()


def test_the_plan_is_found_beside_those_installed(elsewhere):
    assert elsewhere is other_city.PLAN
    assert [plan.slug for plan in installed.plans()] == ["elsewhere", "wuhan"]


def test_its_scheme_is_decided_by_the_same_functions(elsewhere):
    scheme = installed.scheme(SLUG)

    found = scheme.assess(read_facts(scheme, FACTS).row, DAY, elsewhere.settings())

    assert found.outcome is Outcome.ELIGIBLE
    assert found.assumptions == ("enough",)
    assert found.grants == (Pay(yuan(1_200), Fund.EMPLOYMENT, "4.2"),)


def test_its_amount_changes_on_its_day(elsewhere):
    scheme = installed.scheme(SLUG)

    granted = scheme.grants_on(scheme.subject.row({}), date(2025, 1, 1), elsewhere.settings())

    assert [pay.amount for pay in granted] == [yuan(1_500)]


@pytest.mark.parametrize(
    ("change", "fails"),
    [
        ({"title": None}, "titled"),
        ({"apprentices": RAISED[:1]}, "raised"),
        ({"apprentices": [RAISED[0], RAISED[1] | {"certified": "2023-06-03"}]}, "raised"),
        ({"paid_on": "2024-01-01"}, "not_paid_lately"),
    ],
)
def test_its_rules_fail_one_by_one(elsewhere, change, fails):
    scheme = installed.scheme(SLUG)

    found = scheme.assess(read_facts(scheme, FACTS | change).row, DAY, elsewhere.settings())

    assert [f.rule for f in found.findings if f.verdict is Verdict.FAIL] == [fails]


def test_its_register_is_scanned(elsewhere):
    scheme = installed.scheme(SLUG)
    rows = [read_facts(scheme, FACTS | {"title": title}).row for title in ("master", None)]

    found = scan(scheme, as_register(scheme, rows), DAY, elsewhere.settings()).sort("person")

    assert found["outcome"].to_list() == ["eligible", "not_eligible"]


def test_its_rule_is_told_to_the_public(elsewhere):
    scheme = installed.scheme(SLUG)

    said = phrase(scheme.every_rule[1].expr, elsewhere.settings(), DAY, scheme.subject)

    assert said == Words(
        "徒弟（发证日期不早于办理日前 365 日，且发证日期不晚于办理日，且等级不低于高级工）的项数不小于 2",
        "the number of records of apprentice (certified on is no earlier than 365 days before the day of "
        "handling and certified on is no later than the day of handling and level is at least senior worker) "
        "is at least 2",
    )


def test_its_case_goes_through_the_same_door(elsewhere):
    scheme = installed.scheme(SLUG)
    facts = read_facts(scheme, FACTS).row
    given = facts.values | {"apprentices": [child.values for child in facts.children["apprentices"]]}
    dossier = Dossier(state=State.DRAFT, person=9, today=DAY, facts=given, account=True)
    officer = Actor(1, 1, (Post(Role.OFFICER),))

    assert judge(elsewhere, scheme, "verify", dossier, officer, elsewhere.settings()).target is State.VERIFIED


def test_it_is_listed_and_decided_at_the_console(elsewhere, tmp_path, capsys):
    from gongjiang.web.console import decide

    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(FACTS), "utf-8")

    code = decide.run("decide", [SLUG, str(facts), "--on", "2024-06-03", "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert (code, answer["outcome"], [g["amount_yuan"] for g in answer["grants"]]) == (0, "eligible", [1200])


def test_a_title_of_theirs_brings_their_own_sum(elsewhere):
    scheme = installed.scheme("river-master")
    row = read_facts(scheme, {"level": "technician", "years": 5}).row

    found = scheme.assess(row, DAY, elsewhere.settings())

    assert [grant for grant in found.grants if isinstance(grant, Confer)] == [Confer(MASTER, "4.1")]
    assert [grant.amount for grant in found.grants if isinstance(grant, Pay)] == [yuan(66_000)]
    assert scheme.assess(scheme.subject.row({"years": 4}), DAY, elsewhere.settings()).grants == ()


def test_its_guide_lies_beside_its_scheme(elsewhere):
    assert text_of(installed.scheme(SLUG), "guide.md").startswith("# 中文")


@pytest.mark.parametrize("name", ["apprentice_subsidy", "river_master"])
def test_it_takes_fewer_than_eighty_lines_to_write_a_scheme(name):
    scheme = Path(other_city.__file__).parent / "schemes" / name / "scheme.py"

    assert len(scheme.read_text("utf-8").splitlines()) < 80
