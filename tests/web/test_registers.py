"""The registers are kept through the pages, and what is entered there feeds findings and draws."""

import pytest
from django.urls import reverse

from gongjiang.law.terms import Role
from gongjiang.office.registry.models import Expert, HeldHonour, HonourName, Person, User
from gongjiang.web.demo.people import credit_code, id_number
from tests.town import TODAY, Town

pytestmark = pytest.mark.usefixtures("demo_clock")
SOMEBODY = {
    "name": "登示例",
    "id_number": id_number(TODAY.replace(year=1975), 5),
    "employer": "登记示例研究院",
    "employer_code": credit_code(777),
    "occupation": "焊工",
}


@pytest.mark.parametrize("key", ["experts", "honours", "units", "occupations"])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_register_has_its_page(town: Town, key: str, language: str) -> None:
    answer = town.client("officer", language).get(reverse("desk:register", args=(key,)))

    assert answer.status_code == 200


def test_an_expert_is_added_and_given_an_account_whose_password_is_shown_once(town: Town) -> None:
    officer, group = town.client("officer"), Expert.objects.first().group
    term = {"group": group.pk, "since": "2026-01-01", "until": "2028-12-31"}

    added = officer.post(reverse("desk:register", args=("experts",)), SOMEBODY | term)
    expert = Expert.objects.get(person__name="登示例")
    given = officer.post(reverse("desk:give_to", args=(expert.person.ref,)))

    account = User.objects.get(person=expert.person)
    assert added.status_code == 302
    assert list(account.postings.values_list("role", flat=True)) == [Role.EXPERT]
    assert account.check_password(given.context["password"])
    assert officer.post(reverse("desk:give_to", args=(expert.person.ref,))).status_code == 302
    assert User.objects.filter(person=expert.person).count() == 1


def test_a_name_added_to_the_dictionary_matches_the_honours_already_held(town: Town) -> None:
    person = Person.objects.filter(name__gt="").first()
    held = HeldHonour.objects.create(person=person, printed="示例首席焊将")

    told = {"name": "示例首席焊将", "level": "city", "skilled": "on"}
    town.client("officer").post(reverse("desk:register", args=("honours",)), told)

    held.refresh_from_db()
    assert held.entry == HonourName.objects.get(name="示例首席焊将")


def test_strangers_have_no_registers(town: Town) -> None:
    for who in ("reviewer", "maker", "body-420102", "leader"):
        assert town.client(who).get(reverse("desk:register", args=("experts",))).status_code == 404
