"""This office's own registers as a register that was handed in: what other departments would send us."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from gongjiang.law.register import BY_NAME, KEY, Table
from gongjiang.law.terms import Term
from gongjiang.office.bulk.snapshot_claims import (
    CHUNK,
    Row,
    certificates,
    claim_schemes,
    claims,
    outside_payments,
)
from gongjiang.office.cases.models import Case
from gongjiang.office.honours.models import Honour
from gongjiang.office.ledger.models import Payable, PayableState
from gongjiang.office.registry.blinding import latest
from gongjiang.office.registry.models import HeldHonour, NominatingBody, PayeeAccount, Person
from gongjiang.office.registry.standing_results import published
from gongjiang.plans import plans

PLACES = (NominatingBody.Kind.DISTRICT, NominatingBody.Kind.ZONE)
"""Of who nominated somebody, those that are a place; an association is none."""
KINDS: dict[Any, Any] = {bool: pl.Boolean, int: pl.Int64, date: pl.Date}


def snapshot(folder: Path) -> None:
    """Write every table. It holds no names and no numbers that could be dialled or paid to."""
    for name, rows in READERS.items():
        table = BY_NAME[name]
        frame = pl.DataFrame(list(rows()), schema=schema(table), orient="row")
        frame.sort(KEY).write_parquet(folder / f"{name}.parquet")


def schema(table: Table) -> dict[str, Any]:
    return {
        column.name: pl.String if issubclass(column.kind, Term) else KINDS.get(column.kind, pl.String)
        for column in table.columns
    }


def persons() -> Iterator[Row]:
    """Where they work, what they last stated, and a blind index of the account in use."""
    accounts = dict(PayeeAccount.objects.order_by("pk").values_list("person", "number_index"))
    cases = Case.objects.order_by("pk")
    stated: dict[int, dict[str, Any]] = dict(cases.values_list("person", "answers"))
    placed = cases.filter(body__kind__in=PLACES).values_list("person", "body__name")
    districts: dict[int, str] = dict(placed)
    people = Person.objects.values_list(
        "pk", "ref", "birth", "employer__credit_code", "employer__name", "employer__in_city"
    )
    for pk, ref, birth, code, unit, in_city in people.iterator(CHUNK):
        answers = stated.get(pk, {})
        yield {
            KEY: ref, "birth": birth, "district": districts.get(pk), "employer": code or unit,
            "employer_in_city": in_city, "account": latest(accounts[pk]) if pk in accounts else None,
            "front_line": truth(answers.get("front_line")), "unit_head": truth(answers.get("unit_head")),
            "front_line_since": day(answers.get("front_line_since")),
        }  # fmt: skip


def truth(stated: Any) -> bool | None:
    return stated if isinstance(stated, bool) else None


def day(stated: Any) -> date | None:
    try:
        return date.fromisoformat(str(stated))
    except ValueError:
        return None


def honours() -> Iterator[Row]:
    """Honours as printed, with what the dictionary says; and the titles that this office conferred."""
    held = HeldHonour.objects.values_list(
        "person__ref", "printed", "entry__name", "entry__level", "entry__skilled", "given_on"
    )
    for person, printed, name, level, skilled, given in held.iterator(CHUNK):
        yield {KEY: person, "name": name or printed, "level": level, "skilled": skilled, "given_on": given}
    named = {slug: title.said.zh for plan in plans() for slug, title in plan.registers.titles.items()}
    titled = Honour.objects.values_list("person__ref", "title", "conferred_on", "revoked_on")
    for person, title, given, revoked in titled.iterator(CHUNK):
        yield {KEY: person, "name": named.get(title, title), "given_on": given, "revoked_on": revoked}


def results() -> Iterator[Row]:
    """Published results; an annulled one is told with its day."""
    for row in published().select_related("person").order_by("pk").iterator(CHUNK):
        result, trade = row.entry.result, row.entry.trade
        yield {
            KEY: row.person.ref, "contest": str(trade.edition), "class": trade.edition.klass,
            "medal": result.medal or None, "rank": result.rank, "recommended_by": row.entry.recommended_by,
            "on_register": bool(trade.edition.approving_document), "team_size": trade.team_size,
            "annulled_on": result.annulled_on,
        }  # fmt: skip


def payments() -> Iterator[Row]:
    """What is owed or paid, and what has been claimed on certificates."""
    owed = Payable.objects.exclude(state=PayableState.STOPPED).exclude(case__scheme__in=claim_schemes())
    for person, scheme, on, amount in owed.values_list(
        "person__ref", "case__scheme", "opened_at__date", "amount"
    ).iterator(CHUNK):
        yield {KEY: person, "scheme": scheme, "paid_on": on, "amount_fen": amount, "stands": True}
    yield from claims()
    yield from outside_payments()


READERS: Mapping[str, Callable[[], Iterator[Row]]] = {
    "persons": persons,
    "certificates": certificates,
    "honours": honours,
    "results": results,
    "payments": payments,
}
