"""Blind indices are carried over to the newest key, chunk by chunk; killed anywhere, it is begun again.

Nothing is opened for it, and the house stays in use: a value is looked up in each of its forms meanwhile.
"""

from collections import Counter
from collections.abc import Iterator

from django.db import connection, transaction
from django.db.models import Count, F, Model, QuerySet
from django.db.models.functions import Substr

from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry.blinding import TOLD, latest, number_of, settled
from gongjiang.office.registry.models import OutsidePayment, PayeeAccount, Person
from gongjiang.office.registry.ring import INDEX, add_key, ring

CHUNK = 2000
INDICES: tuple[tuple[type[Model], str], ...] = (
    (OutsidePayment, "id_index"),
    (Person, "id_index"),
    (PayeeAccount, "number_index"),
)


@transaction.atomic
def new_index_key(now: Moment) -> int:
    """One more key. What comes in is kept by it as soon as all the house looks up by it."""
    number = add_key(INDEX)
    record("index.key", str(number), {"key": number}, now.at)
    return number


def index_uses() -> Counter[int]:
    """How many values are kept by each key."""
    found = Counter[int]()
    for model, column in INDICES:
        rows = model._default_manager.exclude(**{column: None}).order_by()
        heads = rows.values_list(Substr(F(column), 1, TOLD)).annotate(many=Count("pk"))
        for head, many in heads:
            found[number_of(head)] += many
    return found


def reindex(now: Moment) -> Iterator[int]:
    """Carry over all that is kept by an earlier key; tells after each chunk how many that were."""
    if not settled():
        raise refuse("新密钥刚刚启用，请稍候再试", "The new key was added a moment ago: try again shortly")
    number = ring(kind=INDEX).current
    for model, column in INDICES:
        after = 0
        while number > 1 and (chunk := _chunk(model, column, after, number)):
            after = chunk[-1]
            yield len(chunk)
    with transaction.atomic():
        record("index.rotate", str(number), {"key": number}, now.at)


@transaction.atomic
def _chunk(model: type[Model], column: str, after: int, number: int) -> list[int]:
    """The keys of the next rows that are kept by an earlier key, once they are carried over."""
    rows = _earlier(model, column, number).filter(pk__gt=after).order_by("pk").select_for_update()
    held = list(rows.values_list("pk", column)[:CHUNK])
    fresh = [(latest(index), pk, index) for pk, index in held]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {model._meta.db_table} SET {column} = %s WHERE id = %s AND {column} = %s", fresh
        )
    return [pk for pk, _ in held]


def _earlier(model: type[Model], column: str, number: int) -> QuerySet[Model]:
    rows: QuerySet[Model] = model._default_manager.exclude(**{column: None})
    return rows.exclude(**{f"{column}__startswith": f"{number}."})
