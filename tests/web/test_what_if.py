"""What if: asked by its address, answered in sums beside today, kept without anybody in it, compared."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gongjiang.law.terms import Role
from gongjiang.office.bulk import ready
from gongjiang.office.bulk.adapting import per_certificate
from gongjiang.office.bulk.making_up import make_up
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Person
from gongjiang.office.whatif.models import KeptScenario
from gongjiang.plans import plans
from tests.treasury import Treasury
from tests.web.cashiers import Cashiers

PLAN = plans()[0]
SUM = next(scheme.grants[0].amount for scheme in PLAN.schemes if scheme.opens_on)
DEARER = next(scheme.grants[-1].amount for scheme in PLAN.schemes if per_certificate(scheme))
URL = reverse("insight:what_if")


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Cashiers:
    settings.DEMO = True
    return Cashiers(treasury)


@pytest.fixture
def leader(cashiers: Cashiers) -> Client:
    cashiers.account("领导壬", Role.LEADER)
    return cashiers.at("领导壬")


@pytest.fixture
def register(tmp_path: Any, settings: Any) -> None:
    for _ in make_up(PLAN, 2_000, 9, tmp_path / "register"):
        pass
    settings.REGISTER = str(tmp_path / "register")


def keep(client: Client, **fields: str) -> KeptScenario:
    client.post(URL, {"name": "试", **fields})
    return KeptScenario.objects.latest("pk")


def test_the_form_shows_what_is_set_today(leader: Client) -> None:
    page = leader.get(URL).content.decode()

    assert f'name="value-{SUM.key}"' in page
    assert "¥300,000.00" in page


def test_an_answer_stands_beside_today_as_picture_and_table(leader: Client, register: None) -> None:
    answer = leader.get(URL, {"name": "试", f"value-{DEARER.key}": "1", "source": "register"})

    rows = answer.context["found"]["schemes"]
    moved = [row["changed"]["fen"] < row["today"]["fen"] for row in rows if row["changed"] != row["today"]]
    assert moved == [True]
    assert [chart.name for chart in answer.context["charts"]] == ["district", "level", "employer", "month"]
    page = answer.content.decode()
    assert page.count("<svg") == page.count("</svg>") > 10
    assert page.count("<table") > 4


def test_asking_writes_nothing(leader: Client) -> None:
    before = Leaf.objects.count()

    leader.get(URL, {f"value-{SUM.key}": "100"})

    assert (Leaf.objects.count(), KeptScenario.objects.count()) == (before, 0)


def test_what_is_kept_holds_sums_alone(leader: Client, treasury: Treasury) -> None:
    person = treasury.person("王小明")

    held = keep(leader, **{f"value-{SUM.key}": "100"})

    text = json.dumps([held.found, held.changes, held.dropped], ensure_ascii=False)
    assert held.changes == [{"key": SUM.key, "value": 10_000, "since": None}]
    assert not any(word in text for one in Person.objects.all() for word in (one.name, one.ref))
    assert person.name not in text
    assert Leaf.objects.latest("seq").kind == "whatif.keep"
    assert leader.get(reverse("insight:kept", args=(held.ref,))).status_code == 200


def test_two_kept_scenarios_are_compared(leader: Client, register: None) -> None:
    one = keep(leader, source="register", **{f"value-{DEARER.key}": "1"})
    two = keep(leader, source="register", **{f"value-{DEARER.key}": "9000"})

    answer = leader.get(reverse("insight:compare"), {"a": one.ref, "b": two.ref})

    rows = answer.context["rows"]
    moved = [row for row in rows if row["second"] != row["changed"]]
    sides = [[row["changed"]["fen"], row["today"]["fen"], row["second"]["fen"]] for row in moved]
    assert sides == [sorted(one) for one in sides] != []
    assert leader.get(reverse("insight:compare"), {"a": one.ref}).status_code == 404


@pytest.mark.parametrize(("value", "said"), [("x", "非负整数"), ("-1", "非负整数"), ("9" * 12, "非负整数")])
def test_what_is_no_sum_is_refused_and_stays_on_the_form(leader: Client, value: str, said: str) -> None:
    page = leader.get(URL, {f"value-{SUM.key}": value}).content.decode()

    assert said in page
    assert f'value="{value}"' in page


def test_a_scenario_without_a_name_is_not_kept(leader: Client) -> None:
    page = leader.post(URL, {"name": " ", f"value-{SUM.key}": "1"}).content.decode()

    assert "请填写方案名称" in page
    assert not KeptScenario.objects.exists()


def test_without_an_engine_the_page_says_so(leader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ready.PACKAGES, "polars", ("no_such_package", "bulk"))

    answer = leader.get(URL, {f"value-{SUM.key}": "100"})

    assert answer.status_code == 200
    assert "gongjiang[bulk]" in answer.content.decode()


def test_others_do_not_find_it(cashiers: Cashiers) -> None:
    seen = {who: cashiers.at(who).get(URL).status_code for who in ("经办戊", "推荐己", "经办甲")}

    assert seen == {"经办戊": 200, "推荐己": 404, "经办甲": 404}
