"""免申即享, and the files of other registers: found, prepared, agreed to by the person, and never forced."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Hold
from gongjiang.office.clerk.perform import perform
from gongjiang.office.post.models import Letter
from gongjiang.office.registry.models import Delivery, Person, SkillCertificate
from gongjiang.web.visitor import now
from tests.clerk.claim_sheets import born, certificates, number, row
from tests.town import TODAY, Town

pytest.importorskip("polars")


@pytest.fixture
def holders(town: Town, demo_clock: None) -> Town:
    """Three people with certificates; the register of certificates knows two of them."""
    for n in (1, 2, 3):
        cells = row(n)
        person = Person(name=str(cells[1]), birth=born(n))
        person.put_id_number(str(cells[3]))
        person.save()
        SkillCertificate.objects.create(
            person=person, number=number(n), family="skill_level", occupation="焊工", issued_on="2026-02-01",
            level=("senior_technician", "technician", "senior_worker")[n % 3],
        )  # fmt: skip
    return town


def deliver(town: Town, data: bytes, kind: str = "certificates") -> Any:
    file = SimpleUploadedFile("证书.csv", data, content_type="text/csv")
    told = {"kind": kind, "source": "示例中心", "file": file}
    return town.client("officer").post(reverse("desk:deliveries"), told)


def test_whoever_is_owed_something_is_found_and_asked_only_to_agree(holders: Town) -> None:
    assert deliver(holders, certificates((1, 2))).status_code == 302
    client = holders.client("officer")
    page = client.get(reverse("desk:screening")).content.decode()
    assert number(1) in page
    assert number(3) not in page

    client.post(reverse("desk:screening"), {"count": "2"})

    cases = list(Case.objects.filter(scheme="skill-upgrade-subsidy").order_by("pk"))
    assert {case.state for case in cases} == {State.DRAFT}
    assert Letter.objects.filter(case__in=cases, subject__contains="可以领取").count() == 2
    assert not Hold.objects.exists()
    user = holders.cast.account("a-worker", "本人", cases[0].person)
    from gongjiang.office.clerk.authority import actor_of

    moved = perform(cases[0], "claim", actor_of(user, TODAY), now())
    assert moved.state == State.SUBMITTED
    assert Hold.objects.count() == 1


def test_a_second_look_offers_nothing_twice(holders: Town) -> None:
    deliver(holders, certificates((1, 2)))
    client = holders.client("officer")
    client.post(reverse("desk:screening"), {"count": "2"})

    again = client.post(reverse("desk:screening"), {"count": "2"})

    assert "请准确填写件数" in again.content.decode()
    assert Case.objects.filter(scheme="skill-upgrade-subsidy").count() == 2


def test_a_wrong_count_prepares_nothing(holders: Town) -> None:
    deliver(holders, certificates((1, 2)))

    page = holders.client("officer").post(reverse("desk:screening"), {"count": "3"})

    assert "请准确填写件数" in page.content.decode()
    assert not Case.objects.filter(scheme="skill-upgrade-subsidy").exists()


def test_a_file_with_a_fault_comes_back_with_the_row_and_is_not_kept(holders: Town) -> None:
    bad = certificates((1, 2)).replace("技师".encode("gb18030"), "大师".encode("gb18030"))

    page = deliver(holders, bad).content.decode()

    assert "处有误，未载入" in page
    assert not Delivery.objects.exists()


def test_the_same_file_is_taken_in_once(holders: Town) -> None:
    deliver(holders, certificates((1,)))

    assert "已经载入过" in deliver(holders, certificates((1,))).content.decode()
