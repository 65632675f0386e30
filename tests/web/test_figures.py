"""Open figures: a number of people below five is never told."""

import pytest
from django.test import Client
from django.urls import reverse

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.coverage import coverage, suppressed
from gongjiang.office.registry.models import Person
from gongjiang.web.visitor import today
from tests.town import Town

FILING = "pay-practice"


def file(many: int, **measures: bool) -> None:
    for place in range(many):
        person = Person.objects.create(name=f"工匠{place}")
        told = {"year": today().year, "craftsman": f"X{place}", **measures}
        number = f"F{Case.objects.count():06d}"
        Case.objects.create(number=number, scheme=FILING, person=person, state=State.ON_RECORD, answers=told,
                            opened_on=today())  # fmt: skip


@pytest.mark.parametrize(("number", "told"), [(0, None), (4, None), (5, 5)])
def test_fewer_than_five_are_never_told(number: int, told: int | None) -> None:
    assert suppressed(number) == told


def test_a_measure_is_told_once_five_have_it(town: Town, demo_clock: None) -> None:
    file(5, equity=True, annual_salary=False)
    file(4, annual_salary=True)

    held = next(one for one in coverage(today().year) if one.scheme.slug == FILING)

    people = {measure.said.zh: measure.people for measure in held.measures}
    assert held.filed == 9
    assert (people["股权期权激励"], people["实行年薪制"]) == (5, None)


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "不予公布"), ("en", "not told")])
def test_the_page_hides_small_numbers(town: Town, demo_clock: None, language: str, word: str) -> None:
    file(5, equity=True)

    page = Client(headers={"accept-language": language}).get(reverse("portal:figures")).content.decode()

    assert word in page
