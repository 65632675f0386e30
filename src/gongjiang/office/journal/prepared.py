"""Questions that are put over and over: which rows have one of these keys? The ORM says once how such a
question reads in SQL; from then on only the keys are told, all of them as one value. See docs/adr/0012.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import Lookup
from django.db.models.query import ModelIterable, get_related_populators
from django.db.models.sql.compiler import SQLCompiler

R = TypeVar("R")
Rows = Iterable[Sequence[Any]]


@dataclass(frozen=True)
class Open:
    """The place of keys that are not told yet."""

    place: int


@models.ForeignObject.register_lookup
@models.Field.register_lookup
class Among(Lookup):
    """`person__among=keys`: as `in`, but one value is told to the database, however many keys there are."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, told = self.process_lhs(compiler, connection)
        sqlite = connection.vendor == "sqlite"
        test = "IN (SELECT value FROM json_each(%s))" if sqlite else "= ANY(%s)"
        keys = self.rhs
        return f"{column} {test}", (*told, keys if isinstance(keys, Open) else one_value(list(keys), sqlite))


def one_value(keys: list[Any], sqlite: bool) -> Any:
    """Keys as the one value that the database unfolds."""
    return json.dumps(keys) if sqlite else keys


class Asked(NamedTuple):
    """A question in SQL, and how a row of the answer is read."""

    sql: str
    told: Sequence[Any]
    read: Callable[[Rows], Iterable[Any]]

    def put(self, db: BaseDatabaseWrapper, keys: Sequence[list[Any]]) -> list[Any]:
        sqlite = db.vendor == "sqlite"
        told = [one_value(keys[one.place], sqlite) if isinstance(one, Open) else one for one in self.told]
        with db.cursor() as cursor:
            cursor.execute(self.sql, told)
            return list(self.read(cursor.fetchall()))


class Prepared(Generic[R]):
    """`ask` says the question of a place for each kind of keys; `as_row` makes what is wanted of a row."""

    def __init__(
        self,
        ask: Callable[..., models.QuerySet[Any, Any]],
        as_row: Callable[[Any], R] | None = None,
        kinds: int = 1,
    ) -> None:
        self.ask, self.as_row, self.kinds = ask, as_row, kinds
        self._asked: dict[str, Asked] = {}

    def __call__(self, *keys: Iterable[Any]) -> list[R]:
        """The rows, in the question's order. None is no key; without a key of each kind nobody is asked."""
        listed = [[key for key in one if key is not None] for one in keys]
        if not all(listed):
            return []
        db = connections[DEFAULT_DB_ALIAS]
        rows = (self._asked.get(db.vendor) or self._prepare()).put(db, listed)
        return [self.as_row(row) for row in rows] if self.as_row else rows

    def _prepare(self) -> Asked:
        question = self.ask(*map(Open, range(self.kinds)))
        compiler = question.query.get_compiler(using=connection.alias)
        sql, told = compiler.as_sql()
        reader = objects if question._iterable_class is ModelIterable else plain
        made = self._asked[connection.vendor] = Asked(sql, told, reader(compiler))
        return made


class PreparedRows(Prepared[tuple[Any, ...]]):
    """A question for values: each row as it comes."""


def plain(compiler: Any) -> Callable[[Rows], Rows]:
    """Rows of values, each as its field has it."""
    found = compiler.get_converters([column for column, _, _ in compiler.select])
    if not found:
        return lambda rows: rows
    converters = [(place, how, column) for place, (how, column) in found.items()]

    def read(rows: Rows) -> Iterator[Sequence[Any]]:
        for row in map(list, rows):
            for place, how, column in converters:
                for convert in how:
                    row[place] = convert(row[place], column, connection)
            yield row

    return read


def objects(compiler: Any) -> Callable[[Rows], Iterator[models.Model]]:
    """Objects of the model, with those that were asked for along with them."""
    values, held, alias = plain(compiler), compiler.klass_info, connection.alias
    start, end = held["select_fields"][0], held["select_fields"][-1] + 1
    names = [column.target.attname for column, _, _ in compiler.select[start:end]]
    populators = get_related_populators(held, compiler.select, alias)  # type: ignore[call-arg]

    def read(rows: Rows) -> Iterator[models.Model]:
        for row in values(rows):
            made: models.Model = held["model"].from_db(alias, names, row[start:end])
            for one in populators:
                one.populate(row, made)
            yield made

    return read
