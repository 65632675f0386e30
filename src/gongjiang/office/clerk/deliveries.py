"""Files of other registers are taken in once, whole or not at all; a newer file says the newer truth."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.words import Problem, Words
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.adding import add_many
from gongjiang.office.journal.models import record
from gongjiang.office.registry.blinding import any_of, blind, latest, latest_of
from gongjiang.office.registry.looking_up import look_up
from gongjiang.office.registry.models import (
    Delivery,
    InsuranceRecord,
    OutsideCertificate,
    OutsidePayment,
    Person,
    SkillCertificate,
)
from gongjiang.office.registry.sheets.deliveries import Delivered, DeliveryRow
from gongjiang.office.registry.sheets.delivery_columns import COLUMNS
from gongjiang.office.registry.sheets.reading import read_sheet
from gongjiang.office.registry.sheets.row import Fault

PART = 5000
TOLD = 20
"""Faults named in a refusal: enough to see what is wrong with the file."""


@dataclass(frozen=True)
class Sent:
    """What arrived: which register's data, from whom, under which name."""

    kind: str
    source: str
    name: str
    data: bytes = field(repr=False)


@transaction.atomic
def take_delivery(sent: Sent, actor: Actor, now: Moment) -> Delivery:
    """A file with a faulty row is refused as a whole: half a register would call many people absent."""
    by, digest = must(actor, "register.keep"), sha256(sent.data).hexdigest()
    if Delivery.objects.filter(kind=sent.kind, sha256=digest).exists():
        raise refuse("该文件已经载入过", "This very file has been taken in before")
    rows = _rows(sent, now)
    made = Delivery.objects.create(
        kind=sent.kind,
        source=sent.source[:80],
        name=sent.name[:160],
        sha256=digest,
        rows=len(rows),
        at=now.at,
    )
    for start in range(0, len(rows), PART):
        TAKE[sent.kind](made, rows[start : start + PART], now)
    told = {"kind": sent.kind, "source": sent.source, "sha256": digest, "rows": len(rows), "by": by}
    record("delivery.take", sent.kind, told, now.at)
    return made


def _rows(sent: Sent, now: Moment) -> list[Delivered]:
    sheet = read_sheet(sent.data, COLUMNS[sent.kind])
    if isinstance(sheet, Problem):
        raise Refused(sheet.said)
    good: list[Delivered] = []
    faults: list[Fault] = []
    for number, cells in sheet.rows:
        row = DeliveryRow(number, cells, sheet.headings)
        read = row.read(sent.kind, now.day)
        if read:
            good.append(read)
        faults += row.faults
    if faults:
        raise Refused(_told(faults))
    return good


def _told(faults: Sequence[Fault]) -> Words:
    zh = "；".join(f"第 {f.row} 行 {f.column}：{f.said.zh}" for f in faults[:TOLD])
    en = "; ".join(f"row {f.row} {f.column}: {f.said.en}" for f in faults[:TOLD])
    return Words(f"{len(faults)} 处有误，未载入。{zh}", f"{len(faults)} faults, nothing was taken in. {en}")


def _certificates(made: Delivery, rows: Sequence[Delivered], now: Moment) -> None:
    """The newest file wins; certificates on record are looked up again."""
    told = {str(row.told["number"]): row.told for row in rows}
    held = [OutsideCertificate(delivery=made, **one) for one in told.values()]
    OutsideCertificate.objects.bulk_create(
        held, update_conflicts=True, unique_fields=["number"],
        update_fields=["delivery", "level", "occupation", "issued_on", "revoked"],
    )  # fmt: skip
    ours = list(SkillCertificate.objects.filter(number__in=told))
    look_up(ours, now.day)
    SkillCertificate.objects.bulk_update(ours, ["state", "looked_up_on", "looked_up_in"], batch_size=500)


def _insurance(made: Delivery, rows: Sequence[Delivered], now: Moment) -> None:
    """Records of people this office knows; of the others nothing is kept."""
    people = _people(rows)
    known = {
        (people[i], row.told["month"]): row.told for row in rows if (i := latest_of(_number(row))) in people
    }
    held = [
        InsuranceRecord(delivery=made, person_id=pk, month=month, months=one["months"], status=one["status"])
        for (pk, month), one in known.items()
    ]
    InsuranceRecord.objects.bulk_create(
        held, update_conflicts=True, unique_fields=["person", "month"],
        update_fields=["delivery", "months", "status"],
    )  # fmt: skip


def _payments(made: Delivery, rows: Sequence[Delivered], now: Moment) -> None:
    """Kept by the blind index alone: the person may claim here later."""
    add_many(
        OutsidePayment(
            delivery=made,
            id_index=blind(_number(row)),
            **{k: v for k, v in row.told.items() if k != "id_number"},
        )
        for row in rows
    )


def _number(row: Delivered) -> str:
    return str(row.told["id_number"])


def _people(rows: Sequence[Delivered]) -> Mapping[str, int]:
    found = Person.objects.filter(id_index__in=any_of({_number(row) for row in rows}))
    return {latest(index or ""): pk for index, pk in found.values_list("id_index", "pk")}


TAKE: Mapping[str, Callable[[Delivery, Sequence[Delivered], Moment], None]] = {
    "certificates": _certificates,
    "insurance": _insurance,
    "payments": _payments,
}
