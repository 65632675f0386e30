"""A question whose SQL is made once answers as the ORM would, for no key, one and thousands."""

from datetime import date

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from gongjiang.office.cases.models import Case
from gongjiang.office.journal.prepared import Prepared
from gongjiang.office.registry.models import Organisation, Person, SkillCertificate

pytestmark = [pytest.mark.django_db, pytest.mark.both]
COLUMNS = ("number", "person", "issued_on")
HELD = SkillCertificate.objects.order_by("-number").values_list(*COLUMNS)


@pytest.fixture
def people() -> list[Person]:
    unit = Organisation.objects.create(name="示例厂")
    made = [Person.objects.create(name=f"某{n}", employer=unit if n % 2 else None) for n in range(4)]
    for n, person in enumerate(made):
        SkillCertificate.objects.create(
            person=person,
            number=f"Z{n}",
            level="technician",
            occupation="焊工",
            issued_on=date(2026, 1, 1 + n),
        )
    return made


def asked(question: Prepared[object], *keys: list[object]) -> tuple[list[object], list[str]]:
    with CaptureQueriesContext(connection) as put:
        rows = question(*keys)
    return rows, [one["sql"] for one in put.captured_queries]


@pytest.mark.parametrize("many", [1, 3, 5000])
def test_rows_are_those_of_the_orm_in_its_order_and_of_its_types(people: list[Person], many: int) -> None:
    keys = [person.pk for person in people[1:]][:many] + list(range(10**9, 10**9 + max(0, many - 3)))
    question: Prepared[tuple[object, ...]] = Prepared(lambda held: HELD.filter(person__among=held), tuple)

    rows, put = asked(question, keys)  # type: ignore[arg-type]

    assert rows == [tuple(row) for row in HELD.filter(person__in=keys[:3])]
    assert isinstance(rows[0][2], date)  # type: ignore[index]
    assert len(put) == 1


def test_no_key_asks_nothing(people: list[Person]) -> None:
    question: Prepared[object] = Prepared(lambda held: HELD.filter(person__among=held))

    assert asked(question, []) == ([], [])


def test_its_sql_is_made_once_and_each_asking_has_its_own_keys(people: list[Person]) -> None:
    made: list[int] = []

    def ask(names: object, numbers: object) -> models.QuerySet[SkillCertificate, tuple[object, ...]]:
        made.append(1)
        return HELD.filter(number__among=numbers, person__name__among=names)  # type: ignore[return-value]

    question: Prepared[tuple[str, ...]] = Prepared(ask, tuple, 2)

    assert [row[0] for row in question(["某1", "某2"], ["Z2", "Z3"])] == ["Z2"]
    assert [row[0] for row in question(["某3"], ["Z2", "Z3"])] == ["Z3"]
    assert made == [1]


def test_objects_come_with_those_asked_for_along_with_them(people: list[Person]) -> None:
    question: Prepared[Person] = Prepared(
        lambda names: Person.objects.select_related("employer").filter(name__among=names).order_by("pk")
    )
    found = question(["某0", "某1"])

    with CaptureQueriesContext(connection) as put:
        assert [(one.pk, one.employer and one.employer.name) for one in found] == [
            (people[0].pk, None),
            (people[1].pk, "示例厂"),
        ]
    assert not put.captured_queries
    found[1].position = "班长"
    found[1].save()
    assert Person.objects.get(pk=found[1].pk).position == "班长"


def test_what_a_case_states_is_read_as_what_it_was(people: list[Person]) -> None:
    told = {"level": "技师", "years": [1, 2], "none": None}
    Case.objects.create(number="P1", scheme="x", person=people[0], answers=told, opened_on=date(2026, 1, 1))
    question: Prepared[tuple[object, ...]] = Prepared(
        lambda keys: Case.objects.filter(person__among=keys).values_list("answers", "opened_on"), tuple
    )

    assert question([people[0].pk]) == [(told, date(2026, 1, 1))]


def test_a_sign_of_sql_in_a_key_is_a_key(people: list[Person]) -> None:
    question: Prepared[tuple[object, ...]] = Prepared(
        lambda numbers: HELD.filter(number__among=numbers), tuple
    )

    assert question(["Z1') OR 1=1 --", '"]', "%s"]) == []
