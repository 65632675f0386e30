"""What is sealed opens in its own row alone; keys change by chunks, and a kill between them loses nothing."""

import shutil
from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest
from allauth.mfa.models import Authenticator
from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.db import DatabaseError, models, transaction

from gongjiang.office.clerk import rekeying
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.objections import object_to
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.rekeying import columns, drop_key, new_key, rotate, uses
from gongjiang.office.notice.models import Entry, Objection
from gongjiang.office.registry import files
from gongjiang.office.registry import ring as rings
from gongjiang.office.registry.models import Person
from gongjiang.office.registry.seal import MARK, _cipher, seal
from gongjiang.office.registry.second_factors import opened, sealed_for
from tests.town import TODAY, Town

NUMBERS = [f"42019919900101{serial:04d}" for serial in range(30)]


@pytest.fixture
def secrets_of_its_own(tmp_path, settings):
    """Keys are added in a folder of the test's own."""
    for name in ("field", "blind"):
        shutil.copy(settings.SECRETS / name, tmp_path / name)
    settings.SECRETS = settings.HOME = tmp_path
    rings._read.cache_clear()
    yield tmp_path
    rings._read.cache_clear()


@pytest.fixture
def now() -> Moment:
    return Moment(TODAY, datetime(2026, 3, 2, 1, tzinfo=UTC))


@pytest.fixture
def people(secrets_of_its_own, db) -> list[Person]:
    made = [Person(name="示例") for _ in NUMBERS]
    for person, number in zip(made, NUMBERS, strict=True):
        person.put_id_number(number)
        person.save()
    return made


def numbers() -> list[str]:
    return [one.id_number for one in Person.objects.filter(name="示例").order_by("pk")]


def test_every_column_of_bytes_that_is_sealed_is_among_those_that_keys_change_for() -> None:
    held = {(model._meta.label, one.column) for model, one in columns()}
    binary = {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.BinaryField) and "sealed" in field.name
    }

    assert held == binary


@pytest.mark.both
def test_cipher_text_put_in_another_row_opens_nothing(people: list[Person]) -> None:
    one, other = people[:2]
    Person.objects.filter(pk=one.pk).update(id_sealed=other.id_sealed)

    with pytest.raises(InvalidTag):
        _ = Person.objects.get(pk=one.pk).id_number


def test_cipher_text_that_names_another_key_opens_nothing(people: list[Person], now: Moment) -> None:
    new_key(now)
    raw = bytes(people[0].id_sealed or b"")
    people[0].id_sealed = MARK + (2).to_bytes(2, "big") + raw[4:]

    with pytest.raises(InvalidTag):
        _ = people[0].id_number


def test_what_was_sealed_before_keys_had_numbers_still_opens(people: list[Person], now: Moment) -> None:
    one, nonce = people[0], MARK + bytes(10)
    old = nonce + _cipher(rings.ring().key(1)).encrypt(nonce, b"old", f"person|id|{one.ref}".encode())
    Person.objects.filter(pk=one.pk).update(id_sealed=old)
    assert Person.objects.get(pk=one.pk).id_number == "old"

    new_key(now)
    list(rotate(now))

    assert Person.objects.get(pk=one.pk).id_number == "old"


@pytest.mark.both
def test_a_change_of_keys_that_was_cut_off_is_begun_again_and_ends(
    people: list[Person], now: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekeying, "CHUNK", 7)
    first = dict(uses())
    new_key(now)

    cut = list(islice(rotate(now), 2))
    halfway = dict(uses())
    rest = list(rotate(now))

    assert (cut, numbers()) == ([7, 7], NUMBERS)
    assert halfway == {1: first[1] - 14, 2: 14}
    assert sum(rest) == first[1] - 14
    assert dict(uses()) == {2: first[1]}


def test_a_file_at_rest_is_sealed_for_its_name_and_sealed_again(people: list[Person], now: Moment) -> None:
    (name, _), (other, _) = files.keep("evidence", b"%PDF- 42019919900101"), files.keep("sheets", b"x")
    place = rings.place(1).parent
    (place / "evidence" / "old").write_bytes(b"%PDF- of earlier")
    new_key(now)
    list(rotate(now))

    held = {path.name: path.read_bytes() for path in (place / "evidence").iterdir()}
    assert all(told.startswith(MARK + b"\x00\x02") and b"PDF" not in told for told in held.values())
    assert files.kept("evidence", name) == b"%PDF- 42019919900101"
    assert (files.kept("evidence", "old"), files.kept("sheets", other)) == (b"%PDF- of earlier", b"x")
    (place / "sheets" / name).write_bytes(held[name])
    with pytest.raises(InvalidTag):
        files.kept("sheets", name)


def test_a_key_in_use_is_not_given_up(people: list[Person], now: Moment) -> None:
    new_key(now)

    for number in (1, 2):
        with pytest.raises(Refused, match="仍在使用"):
            drop_key(number, now)

    list(rotate(now))
    with pytest.raises(Refused, match="未满一小时"):
        drop_key(1, now)
    drop_key(1, Moment(TODAY, datetime.now(UTC) + timedelta(hours=1)))
    assert (rings.place(1).read_bytes(), numbers()) == (b"", NUMBERS)


def test_what_is_written_meanwhile_has_the_new_key(people: list[Person], now: Moment) -> None:
    new_key(now)
    people[0].put_phone("13900000000")

    assert bytes(people[0].phone_sealed or b"")[:4] == MARK + b"\x00\x02"


@pytest.mark.both
def test_an_objection_is_sealed_anew_and_not_rewritten(people, town: Town, now: Moment) -> None:
    made = town.walked("noticed", many=2, places=1)
    entry = Entry.objects.first()
    assert entry is not None
    object_to(entry, "person", "内容不实", "实名者", made.now)
    new_key(now)
    list(rotate(now))

    held = Objection.objects.get()
    assert (held.text, held.who) == ("内容不实", "实名者")
    for told in (seal("x", f"objection|text|{held.ref}"), b"gj\x00\x01" + bytes(held.text_sealed)[4:], b""):
        with pytest.raises(DatabaseError, match="fixed fact"), transaction.atomic():
            Objection.objects.update(text_sealed=told)


@pytest.mark.both
def test_a_second_factor_is_sealed_anew_for_its_account(people, town: Town, now: Moment) -> None:
    user = town.cast.users["officer"]
    Authenticator.objects.create(user=user, type="totp", data={"secret": sealed_for(user.pk, "ABC")})
    new_key(now)
    list(rotate(now))

    told = Authenticator.objects.get().data["secret"]
    assert (opened(told), set(uses())) == ("ABC", {2})
    Authenticator.objects.update(user=town.cast.users["reviewer"])
    assert opened(told) != "ABC"
