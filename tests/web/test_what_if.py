"""What if: asked by its address, answered in sums beside today, kept without anybody in it, compared."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gongjiang.law.effect import MatchBy, PayBy
from gongjiang.law.money import yuan
from gongjiang.law.register import KEY
from gongjiang.law.scenario import reads
from gongjiang.law.terms import Role
from gongjiang.office.bulk import ready
from gongjiang.office.bulk.adapting import per_certificate
from gongjiang.office.bulk.making_up import make_up
from gongjiang.office.bulk.scanning import answerable
from gongjiang.office.bulk.snapshot import persons
from gongjiang.office.cases.models import Case
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import NominatingBody, Organisation, Person
from gongjiang.office.whatif.models import KeptScenario
from gongjiang.plans import plans
from gongjiang.web.insight.what_if_bars import called, named
from tests.treasury import TODAY, Treasury
from tests.web.cashiers import Cashiers

PLAN = plans()[0]
SUM = next(scheme.grants[0].amount for scheme in PLAN.schemes if scheme.opens_on)
DEARER = next(scheme.grants[-1].amount for scheme in PLAN.schemes if per_certificate(scheme))
TIERED = next(one for one in PLAN.schemes if any(isinstance(grant, MatchBy) for grant in one.grants))
TIER = next(grant.amount for grant in TIERED.grants if isinstance(grant, PayBy))
OWN_RIGHT = next(scheme for scheme in PLAN.schemes if per_certificate(scheme))
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


def test_where_experts_choose_the_sum_for_each_is_told_and_no_total(leader: Client, register: None) -> None:
    answer = leader.get(URL, {"name": "试", f"value-{TIER.key}": "7", "source": "register"})

    rows = {row["scheme"]: row for row in answer.context["found"]["schemes"]}
    row = rows[TIERED.slug]
    assert row["each"]["today"]["fund"] == TIER.on(TODAY)
    assert row["each"]["changed"]["fund"] == yuan(7)
    assert row["each"]["today"]["employer"] > 0
    assert "each" not in rows[OWN_RIGHT.slug]
    assert "择优确定，不计总额" in answer.content.decode()


def test_no_setting_is_offered_that_changes_nothing_here(leader: Client) -> None:
    """Grants to units are not in a register of people: what only they read is not asked for."""
    offered = {blank.held.key for blank in leader.get(URL).context["blanks"]}
    answered = frozenset[str]().union(*(reads(scheme) for scheme in answerable(PLAN)))
    others = frozenset[str]().union(*(reads(scheme) for scheme in PLAN.schemes)) - answered

    assert others > set()
    assert offered & others == set()
    assert {SUM.key, DEARER.key, TIER.key} <= offered


@pytest.mark.django_db
def test_units_are_told_by_name_where_the_house_knows_them() -> None:
    Organisation.objects.create(name="光谷精工有限公司", credit_code="91420100MA4KX00017")

    units = named(["91420100MA4KX00017", "unknown"])

    assert called("employer", "91420100MA4KX00017", units).zh == "光谷精工有限公司"
    assert called("employer", "unknown", units).zh == "unknown"


@pytest.mark.django_db
def test_a_district_is_a_place_and_no_association(treasury: Treasury) -> None:
    bodies = {kind: NominatingBody.objects.create(code=f"T-{kind}", name=f"测试{kind}", kind=kind)
              for kind in ("district", "zone", "department", "industry")}  # fmt: skip
    for kind, body in bodies.items():
        case = treasury.case(kind)
        Case.objects.filter(pk=case.pk).update(body=body)
    moved = treasury.case("district")
    Case.objects.filter(pk=moved.pk).update(body=bodies["industry"])

    found = {row[KEY]: row["district"] for row in persons()}

    assert found == {"ref-district": "测试district", "ref-zone": "测试zone", "ref-department": None,
                     "ref-industry": None}  # fmt: skip
