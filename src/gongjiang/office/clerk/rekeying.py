"""Sealed columns are sealed again with the newest key, chunk by chunk; killed anywhere, it is begun again."""

from collections import Counter
from collections.abc import Iterator

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db import connection, transaction
from django.db.models import BinaryField, F, Func, Model, QuerySet

from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry import files
from gongjiang.office.registry.ring import add_key, give_up_key, place, ring
from gongjiang.office.registry.seal import MARK, Sealed, head_of, key_of, seal
from gongjiang.office.registry.second_factors import SECRETS, opened_for, sealed_factor, sealed_for

CHUNK = 500
SETTLED = 3600
"""Seconds until nothing can be under way any more that was begun with the key before."""

Column = tuple[type[Model], Sealed]


@transaction.atomic
def new_key(now: Moment) -> int:
    """One more key, which seals from now on; the record says which."""
    number = add_key()
    record("key.add", str(number), {"key": number}, now.at)
    return number


@transaction.atomic
def drop_key(number: int, now: Moment) -> None:
    """A key that opens nothing any more is given up. Backups made before keep what it sealed."""
    held = ring()
    if not held.keys.get(number):
        raise refuse(f"没有 {number} 号密钥", f"There is no key {number}")
    if number == held.current or uses()[number]:
        raise refuse("此密钥仍在使用", "This key is still in use")
    if now.at.timestamp() - place(held.current).stat().st_mtime < SETTLED:
        raise refuse("新密钥启用未满一小时", "The newest key is in use for less than an hour")
    record("key.drop", str(number), {"key": number}, now.at)
    give_up_key(number)


def columns() -> list[Column]:
    """Every sealed column of the house, read off its models."""
    return [
        (model, held)
        for model in apps.get_models()
        for held in vars(model).values()
        if isinstance(held, Sealed)
    ]


def uses() -> Counter[int]:
    """How many values each key has sealed."""
    found = Counter[int]()
    for model, held in columns():
        with connection.cursor() as cursor:
            table, column = model._meta.db_table, held.column
            cursor.execute(
                f"SELECT head, COUNT(*) FROM (SELECT CASE WHEN substr({column}, 1, 2) = %s"
                f" THEN substr({column}, 1, 4) END AS head FROM {table} WHERE {column} IS NOT NULL) t"
                " GROUP BY head",
                [MARK],
            )
            for head, many in cursor.fetchall():
                found[key_of(bytes(head)) if head else 1] += many
    for row in Authenticator.objects.iterator():
        found.update(key_of(sealed_factor(row.data[name])) for name in SECRETS if name in row.data)
    found.update(key for key, _ in files.by_key())
    return found


def rotate(now: Moment) -> Iterator[int]:
    """Seal again all that another key has sealed; tells after each chunk how many that were."""
    number = ring().current
    for model, held in columns():
        after = 0
        while chunk := _chunk(model, held, after, number):
            after = chunk[-1]
            yield len(chunk)
    for row in Authenticator.objects.order_by("pk").values_list("pk", flat=True):
        yield _factor(row, number)
    for key, path in files.by_key():
        if key != number:
            files.seal_again(path)
            yield 1
    with transaction.atomic():
        record("key.rotate", str(number), {"key": number}, now.at)


@transaction.atomic
def _chunk(model: type[Model], held: Sealed, after: int, number: int) -> list[int]:
    """The keys of the next rows that another key has sealed, once they are sealed anew."""
    rows = list(_others(model, held, number).filter(pk__gt=after).order_by("pk").select_for_update()[:CHUNK])
    fresh = [
        (seal(held.__get__(row, model), held.bound_to(row)), row.pk, bytes(getattr(row, held.column)))
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {model._meta.db_table} SET {held.column} = %s WHERE id = %s AND {held.column} = %s",
            fresh,
        )
    return [row.pk for row in rows]


def _others(model: type[Model], held: Sealed, number: int) -> QuerySet[Model]:
    head = Func(F(held.column), 1, 4, function="substr", output_field=BinaryField())
    rows: QuerySet[Model] = model._default_manager.alias(sealed_by=head).exclude(sealed_by=head_of(number))
    return rows.filter(**{f"{held.column}__isnull": False})


@transaction.atomic
def _factor(pk: int, number: int) -> int:
    row = Authenticator.objects.select_for_update().filter(pk=pk).first()
    stale = [
        name
        for name in SECRETS
        if row and name in row.data and key_of(sealed_factor(row.data[name])) != number
    ]
    if row and stale:
        fresh = {name: sealed_for(row.user_id, opened_for(row.user_id, row.data[name])) for name in stale}
        row.data.update(fresh)
        row.save(update_fields=["data"])
    return len(stale)
