"""The registers are kept through the pages, and what is entered there feeds findings and draws."""

import pytest
from django.urls import reverse

from gongjiang.law.terms import Role
from gongjiang.office.registry.models import Expert, HeldHonour, HonourName, Person, Proposal, User
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


EXPERTS, ASK, WAITS = "desk:register", "提请开立账号", "账号待审定"


@pytest.fixture
def expert(town: Town) -> Expert:
    """Somebody just entered, first on the list, who cannot sign in yet."""
    term = {"group": Expert.objects.first().group.pk, "since": "2026-01-01", "until": "2028-12-31"}
    assert (
        town.client("officer").post(reverse(EXPERTS, args=("experts",)), SOMEBODY | term).status_code == 302
    )
    made = Expert.objects.get(person__name="登示例")
    Expert.objects.filter(pk=made.pk).update(number="E0000")
    made.refresh_from_db()
    return made


def shown(page: str) -> list[bool]:
    return [words in page for words in (ASK, WAITS)]


def test_an_expert_is_added_by_an_officer_and_has_an_account_when_a_security_administrator_says_so(
    town: Town, expert: Expert
) -> None:
    officer, security, page = (
        town.client("officer"),
        town.client("security"),
        reverse(EXPERTS, args=("experts",)),
    )
    asked = [officer.get(page).content.decode()]
    asked += [
        officer.post(reverse("desk:give_to", args=(expert.person.ref,)), follow=True).content.decode()
        for _ in range(2)
    ]
    before = User.objects.filter(person=expert.person).exists()
    waits = security.get(reverse("desk:appointments")).content.decode()
    held = Proposal.objects.get()

    given = security.post(
        reverse("desk:appointments"), {"act": "decide", "proposal": held.ref, "granted": "yes"}
    )

    account = User.objects.get(person=expert.person)
    assert [shown(one) for one in asked] == [[True, False], [False, True], [False, True]]
    assert ["已提交，待安全管理员审定" in one for one in asked] == [False, True, False]
    assert [word in waits for word in ("登示例", "E0000", expert.group.name, "聘期至 2028-12-31")] == [
        True
    ] * 4
    assert (before, list(account.postings.values_list("role", flat=True))) == (False, [Role.EXPERT])
    assert account.check_password(given.context["password"])
    assert shown(officer.get(page).content.decode()) == [False, False]


def test_an_expert_who_has_an_account_as_a_nominee_is_given_the_post_in_it(
    town: Town, expert: Expert
) -> None:
    town.cast.account("as-nominee", "登示例", expert.person)
    officer, security = town.client("officer", "en"), town.client("security", "en")

    officer.post(reverse("desk:give_to", args=(expert.person.ref,)))
    page = officer.get(reverse(EXPERTS, args=("experts",))).content.decode()
    told = security.get(reverse("desk:appointments")).content.decode()
    held = {"act": "decide", "proposal": Proposal.objects.get().ref, "granted": "yes"}
    security.post(reverse("desk:appointments"), held)

    only = User.objects.get(person=expert.person)
    assert ("account waits for its decision" in page, "post given" in told) == (True, True)
    assert list(only.postings.values_list("role", flat=True)) == [Role.EXPERT]


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
