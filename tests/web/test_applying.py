"""Asking in one's own name: a worker for a subsidy, a unit for a class; from the form to the money owed."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongjiang.law.money import yuan
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Evidence, SignedRuling
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.perform import perform
from gongjiang.office.ledger.models import Payable
from gongjiang.office.registry.models import Organisation, Person, Posting, SkillCertificate
from gongjiang.web.demo.walking import open_round
from tests.clerk.claim_sheets import number, row
from tests.clerk.sheets import in_csv
from tests.clerk.standing import standing
from tests.town import TODAY, Town

CLASS = {"occupation": "焊工", "planned_hours": "80", "starts_on": "2026-01-05", "ends_on": "2026-02-28"}
CLAIM = {"certificate_number": number(1), "claimant": "worker", "channel": "plan", "level": "technician",
         "occupation": "焊工", "issued_on": "2026-02-01"}  # fmt: skip


@pytest.fixture
def worker(town: Town, demo_clock: None) -> Client:
    person = Person(name="示例工人", birth="1990-01-01")
    person.put_id_number(str(row(40)[3]))
    person.save()
    town.cast.account("a-worker", person.name, person)
    return town.client("a-worker")


@pytest.fixture
def unit(town: Town, demo_clock: None) -> Client:
    host = Organisation.objects.create(name="示例职业学院", kind=Organisation.Kind.COLLEGE, in_city=True)
    user = town.cast.account("a-unit", "单位经办", Person.objects.create(name="单位经办"))
    Posting.objects.create(user=user, role=Role.EMPLOYER, organisation=host, since=TODAY)
    return town.client("a-unit")


def done(town: Town, case: Case, step: str, who: str, days: int = 0, **sent: Any) -> Case:
    day = TODAY + timedelta(days=days)
    return perform(case, step, town.actor(who, day), Moment(day, timezone.now()), sent)


def open_case(client: Client, slug: str, form: dict[str, str]) -> Case:
    answer = client.post(reverse("desk:apply", args=[slug]), form)
    assert answer.status_code == 302, answer.content.decode()
    return Case.objects.get(scheme=slug)


def test_a_worker_claims_for_themself(town: Town, worker: Client) -> None:
    assert "技能提升补贴" in worker.get(reverse("desk:applying")).content.decode()
    case = open_case(worker, "skill-upgrade-subsidy", CLAIM)

    assert (case.person.name, case.state) == ("示例工人", State.DRAFT)
    assert SkillCertificate.objects.get(number=number(1)).person == case.person
    answer = worker.post(reverse("desk:step", args=[case.ref, "claim"]), {"version": "1"})
    assert answer.status_code == 302
    assert Case.objects.get(pk=case.pk).state == State.SUBMITTED


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("certificate_number", "Y0001", "证书编号应为 22 位"),
        ("issued_on", "2026-02-31", "errorlist"),
        ("channel", "elsewhere", "errorlist"),
    ],
)
def test_a_wrong_field_comes_back_and_opens_nothing(town, worker, field, value, said):
    before = standing()

    page = worker.post(reverse("desk:apply", args=["skill-upgrade-subsidy"]), CLAIM | {field: value})

    assert said in page.content.decode()
    assert value in page.content.decode()
    assert standing() == before


def test_anothers_certificate_is_refused(town: Town, worker: Client) -> None:
    SkillCertificate.objects.create(
        person=town.workers(1)[0], number=number(1), family="skill_level", level="technician"
    )

    page = worker.post(reverse("desk:apply", args=["skill-upgrade-subsidy"]), CLAIM)

    assert "已登记在他人名下" in page.content.decode()


def test_a_class_is_held_reported_and_paid_to_the_unit(town: Town, unit: Client) -> None:
    case = open_case(unit, "technician-class", CLASS)
    page = unit.post(reverse("desk:step", args=[case.ref, "apply"]), {"version": "1"})
    assert "请先上传项目方案" in page.content.decode()
    Evidence.objects.create(
        case=case, kind="plan", name="方案.pdf", media_type="application/pdf", size=1, sha256="0" * 64,
        stored="x", by=town.cast.users["officer"], at=timezone.now(),
    )  # fmt: skip
    done(town, case, "apply", "a-unit")
    done(town, case, "screen", "officer")
    done(town, case, "start", "reviewer")
    page = unit.post(reverse("desk:step", args=[case.ref, "report"]), {"version": "4"})
    assert "请先报送学员名单" in page.content.decode()
    send(unit, case, [("示甲", row(60)[3], 80, "合格"), ("示乙", row(61)[3], 96, "不合格")])
    assert case.trainees.count() == 2
    done(town, case, "report", "a-unit")
    SignedRuling.objects.create(
        plan="wuhan", key="class_sum", value=yuan(20_000), since=TODAY, signer="王审定", basis="示例文号",
        signed_at=timezone.now(),
    )  # fmt: skip
    account = {"holder": "示例职业学院", "bank": "示例银行", "number": "12345678901", "again": "12345678901"}
    assert unit.post(reverse("desk:account"), account).status_code == 302
    done(town, case, "verify", "officer")
    done(town, case, "publish", "reviewer")
    done(town, case, "clear", "officer", 14)
    done(town, case, "approve", "reviewer", 14, document="示例人社〔2026〕7号")

    owed = Payable.objects.get(case=case)
    assert (owed.amount, owed.account.organisation.name) == (yuan(20_000), "示例职业学院")


def send(client: Client, case: Case, lines: list[tuple[object, ...]]) -> str:
    data = in_csv(lines, ("姓名", "证件号码", "学时", "成绩"))
    file = SimpleUploadedFile("名单.csv", data, content_type="text/csv")
    answer = client.post(reverse("desk:trainees", args=[case.ref]), {"file": file}, follow=True)
    return answer.content.decode()


def test_a_roster_with_a_fault_is_not_taken_at_all(town: Town, unit: Client) -> None:
    case = open_case(unit, "technician-class", CLASS)
    Case.objects.filter(pk=case.pk).update(state=State.UNDER_WAY)

    page = send(unit, case, [("示甲", row(60)[3], 80, "合格"), ("示乙", row(60)[3], "八十", "优")])

    assert "第 3 行 学时" in page
    assert case.trainees.count() == 0


def test_whoever_may_not_apply_finds_no_form(town: Town, demo_clock: None) -> None:
    assert town.client("leader").get(reverse("desk:apply", args=["technician-class"])).status_code == 404
    assert town.client("officer").get(reverse("desk:apply", args=["craftsman-selection"])).status_code == 404


def test_what_cannot_begin_now_is_not_offered_and_says_why(town: Town, worker: Client) -> None:
    page = worker.get(reverse("desk:applying"))

    offered = {scheme.slug for scheme in page.context["schemes"]}
    closed = {scheme.slug: reason.zh for scheme, reason in page.context["closed"]}
    assert "skill-upgrade-subsidy" in offered
    assert closed["life-service"] == "不符合：本人为武汉工匠（2.4.5）"
    assert closed["life-service"] in page.content.decode()
    assert reverse("desk:apply", args=["life-service"]) not in page.content.decode()


@pytest.mark.parametrize(
    ("who", "slug", "said"),
    [("worker", "life-service", "本人为武汉工匠"), ("unit", "practice-base", "现在没有受理中的批次")],
)
def test_the_address_of_what_is_closed_gives_the_reason_and_no_form(town, request, who, slug, said):
    client, before = request.getfixturevalue(who), standing()

    asked = client.get(reverse("desk:apply", args=[slug])).content.decode()
    client.post(reverse("desk:apply", args=[slug]), {"kind": "settling", "beneficiary": "self"})

    assert said in asked
    assert "开立申报" not in asked
    assert standing() == before


def test_an_open_call_opens_the_form(town: Town, unit: Client) -> None:
    open_round("practice-base", "P1", Words("建设申报", "Call"), TODAY, TODAY, 1, town.cast)

    assert "开立申报" in unit.get(reverse("desk:apply", args=["practice-base"])).content.decode()
