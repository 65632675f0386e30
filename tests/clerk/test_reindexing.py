"""The blind index has keys that can be changed: nothing is opened, nothing is lost, and everybody is found
meanwhile.
"""

import json
import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from django.apps import apps

from gongjiang.config.secrets import KeysMissing, keys
from gongjiang.office.clerk import reindexing
from gongjiang.office.clerk.facts_claims import paid_elsewhere
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.people import Named, find_or_make
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.reindexing import INDICES, index_uses, new_index_key, reindex
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry import blinding
from gongjiang.office.registry import ring as rings
from gongjiang.office.registry.blinding import blind, forms, latest, latest_of
from gongjiang.office.registry.models import Delivery, OutsidePayment, PayeeAccount, Person
from tests.console.conftest import Told, console
from tests.town import TODAY

__all__ = ["console"]
MANY = 3000
NOW = Moment(TODAY, datetime(2026, 3, 2, 1, tzinfo=UTC))
pytestmark = pytest.mark.django_db


def number(serial: int) -> str:
    return f"42019919900101{serial:04d}"


@pytest.fixture
def secrets_of_its_own(tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch):
    for name in ("field", "blind"):
        shutil.copy(settings.SECRETS / name, tmp_path / name)
    settings.SECRETS = settings.HOME = tmp_path
    monkeypatch.setattr(blinding, "SETTLING", 0)
    rings._read.cache_clear()
    yield tmp_path
    rings._read.cache_clear()


@pytest.fixture
def kept(secrets_of_its_own: Path) -> list[str]:
    """People with accounts, and what another city paid to each: known by the index alone."""
    numbers = [number(serial) for serial in range(MANY)]
    made = [Person(name="示例") for _ in numbers]
    for person, told in zip(made, numbers, strict=True):
        person.put_id_number(told)
    Person.objects.bulk_create(made)
    file = Delivery.objects.create(kind="x", source="某", name="某", sha256="0" * 64, at=NOW.at)
    OutsidePayment.objects.bulk_create(
        OutsidePayment(delivery=file, id_index=blind(told), kind="x", occupation="焊工", year=2026)
        for told in numbers
    )
    account = PayeeAccount(person=made[0], holder="示例", bank="示例行", added_at=NOW.at)
    account.put_number("6200000000000000")
    account.save()
    return numbers


def found(told: str) -> Person:
    """As every clerk finds them: no second one is made."""
    return find_or_make(Named("示例", told), NOW)


def paid(person: Person) -> int:
    class Case:
        pass

    case = Case()
    case.person = person  # type: ignore[attr-defined]
    return len(paid_elsewhere([case])[latest(person.id_index or "")])  # type: ignore[list-item]


def test_every_column_of_an_index_is_carried_over() -> None:
    fields = {(model, field.name) for model in apps.get_models() for field in model._meta.concrete_fields}

    assert set(INDICES) == {(model, name) for model, name in fields if name.endswith("_index")}


@pytest.mark.both
def test_a_change_of_index_keys_that_was_cut_off_is_begun_again_and_everybody_is_found(
    kept: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reindexing, "CHUNK", 700)
    before = dict(Person.objects.values_list("pk", "id_index"))
    new_index_key(NOW)

    cut = list(islice(reindex(NOW), 7))
    halfway, some = index_uses(), kept[::100]
    people = [found(told) for told in some]
    rest = sum(reindex(NOW))

    assert cut == [700, 700, 700, 700, 200, 700, 700]
    assert halfway == {1: 2 * MANY + 1 - 4400, 2: 4400}
    assert [(person.id_number, paid(person)) for person in people] == [(told, 1) for told in some]
    assert Person.objects.count() == MANY
    assert (rest, index_uses()) == (2 * MANY + 1 - 4400, {2: 2 * MANY + 1})
    assert [paid(found(told)) for told in some] == [1] * len(some)
    assert {latest(index or "") for index in before.values()} == set(
        Person.objects.values_list("id_index", flat=True)
    )
    assert Leaf.objects.filter(kind="index.rotate").count() == 1


def test_two_keys_later_it_is_the_same_and_no_key_alone_gives_the_index(kept: list[str]) -> None:
    for _ in range(2):
        new_index_key(NOW)
        list(reindex(NOW))

    assert index_uses() == {3: 2 * MANY + 1}
    assert found(kept[5]).id_number == kept[5]
    rings.place(3, "blind").write_bytes(bytes(32))
    rings._read.cache_clear()
    assert not Person.objects.filter(id_index__in=forms(kept[5])).exists()


def test_a_key_of_a_moment_ago_is_looked_up_and_not_yet_used(
    secrets_of_its_own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other processes do not know it yet: what is kept by it they would not find."""
    monkeypatch.setattr(blinding, "SETTLING", 3)
    new_index_key(NOW)
    first, second = forms(number(1))

    assert (blind(number(1)), latest_of(number(1))) == (first, second)
    with pytest.raises(Refused, match="刚刚启用"):
        list(reindex(NOW))
    os.utime(rings.place(2, "blind"), (0, time.time() - 4))
    assert blind(number(1)) == second
    assert (len(second), second[:2], first.count(".")) == (64, "2.", 0)


def test_a_house_without_one_of_its_index_keys_does_not_start(tmp_path: Path) -> None:
    keys(tmp_path, has_data=False)
    for later in (2, 3):
        (tmp_path / "secrets" / f"blind.{later}").write_bytes(bytes(32))
        (tmp_path / "secrets" / f"blind.{later}").chmod(0o600)
    keys(tmp_path, has_data=True)
    (tmp_path / "secrets" / "blind.2").unlink()

    with pytest.raises(KeysMissing):
        keys(tmp_path, has_data=True)


def test_at_the_console(secrets_of_its_own: Path, console: Callable[..., Told]) -> None:
    person = Person(name="示例")
    person.put_id_number(number(1))
    person.save()

    assert console("keys", "add", "--index").code == 0
    assert "1" in console("keys", "rotate", "--index").out
    told = json.loads(console("keys", "list").out)
    assert [(one["kind"], one["key"], one.get("indexed"), one["state"]) for one in told] == [
        ("field", 1, None, "current"), ("blind", 1, 0, "kept"), ("blind", 2, 1, "current"),
    ]  # fmt: skip
