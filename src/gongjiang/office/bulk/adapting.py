"""A scheme's frames out of a register's tables: each fact is found by the source that it declares.

A scheme whose subject tells of the certificate claimed on has a row for every certificate; any other has one
for every person. A fact that nobody keeps is unknown for everybody.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from gongjiang.law.claim_terms import Channel
from gongjiang.law.clause import Registers
from gongjiang.law.columns_lower import dtype_of, rank_of, word_of
from gongjiang.law.record import Field, Record
from gongjiang.law.register import BY_NAME, KEY, CertificateState, Table
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import SkillLevel, Term
from gongjiang.office.bulk.listing import LISTS
from gongjiang.office.bulk.numbers import agreement

Frame = Any
Tables = Mapping[str, Frame]
OWN = "subject"
CLAIMED = "claimed."
CERTIFICATE = {
    "claimed.level": "level",
    "claimed.occupation": "occupation",
    "claimed.issued_on": "issued_on",
    "claimed.number_agrees": "number_agrees",
    "claimed.verified": "verified",
    "claimed.obtained_by": "obtained_by",
    "insurance.months": "insured_months",
    "insurance.status": "work_status",
    "occupations.shortage": "shortage",
    "certificate_number": "number",
    "channel": "channel",
}
"""The column of a certificate that holds a fact: by its source, or by its name where it is stated."""
PERSON = {"employer.in_city": "employer_in_city"}
READ_OFF, HIGHEST = "number_agrees", "certificates.highest"
SPELT = "_number"
"""A certificate's number in the one spelling, where a register spells some in another."""


@dataclass(frozen=True)
class Ground:
    """What a scan of one scheme stands on: its frames, and the key that tells a person's subjects apart."""

    frames: Mapping[str, Frame]
    own: str


def per_certificate(scheme: Scheme) -> bool:
    return any(field.source.startswith(CLAIMED) for field in scheme.subject.fields.values())


def unanswered(scheme: Scheme) -> tuple[str, ...]:
    """The sources that no table of a register answers: such a scheme is not scanned."""
    single = CERTIFICATE if per_certificate(scheme) else {**PERSON, **MAKERS}
    missing = [f.source for f in scheme.subject.fields.values() if f.source and f.source not in single]
    return (*missing, *(held.source for held in scheme.subject.lists.values() if held.source not in LISTS))


def ground(scheme: Scheme, tables: Tables, registers: Registers, keep: tuple[str, ...] = ()) -> Ground:
    """The frames of one scheme; the subject's has the person's columns that are to be kept, too."""
    claims = per_certificate(scheme)
    subject = (_claims if claims else _people)(scheme, tables, keep)
    return Ground({"subject": subject, **lists(scheme, tables, registers)}, OWN if claims else "")


def lists(scheme: Scheme, tables: Tables, registers: Registers) -> dict[str, Frame]:
    return {
        name: filled(LISTS[held.source](tables, registers), held.record)
        for name, held in scheme.subject.lists.items()
    }


def among(tables: Tables, keys: Frame) -> Tables:
    """The tables, of those people alone."""
    return {name: table.join(keys, on=KEY, how="semi") for name, table in tables.items()}


def filled(frame: Frame, record: type[Record]) -> Frame:
    """The person and the record's own columns; an empty cell means what the declaration says it means."""
    there = set(frame.collect_schema().names())
    told = [_column(field, name if name in there else "") for name, field in record.fields.items()]
    return frame.select(KEY, *told)


def completed(frame: Frame, table: Table) -> Frame:
    """A table with every column that may be left out, empty; what is read off others stays out."""
    there = set(frame.collect_schema().names())
    left = [column for column in table.columns if column.name not in there and column.name != READ_OFF]
    empty = [nw.lit(None, dtype=dtype_of(column.kind)).alias(column.name) for column in left]
    return frame.with_columns(*empty) if empty else frame


def _column(field: Field, column: str) -> nw.Expr:
    if not column:
        return nw.lit(None, dtype=dtype_of(field.kind)).alias(field.name)
    value, absent = nw.col(column), field.absent
    if absent is not None:
        value = value.fill_null(absent.value if isinstance(absent, Term) else absent)
    return value.alias(field.name)


def _people(scheme: Scheme, tables: Tables, keep: tuple[str, ...]) -> Frame:
    people, kept = tables["persons"], BY_NAME["persons"].by_name
    known, told = set(people.collect_schema().names()), []
    for name, field in scheme.subject.fields.items():
        column = PERSON.get(field.source, name if name in kept else "")
        if field.source in MAKERS:
            column = counted_as(field.source)
            if column in known:
                told.append(_column(field, column))
                continue
            counted = MAKERS[field.source](tables, scheme.slug).rename({"value": column})
            people = people.join(counted, on=KEY, how="left")
            if (none := NONE.get(field.source)) is not None:
                people = people.with_columns(nw.col(column).fill_null(none))
        told.append(_column(field, column))
    return people.select(KEY, *keep, *told)


def counted_as(source: str) -> str:
    """The column of what is counted: without a point, which some engines take for a part of a structure."""
    return "_" + source.replace(".", "_")


def shared(schemes: Sequence[Scheme], tables: Tables, keep: tuple[str, ...]) -> Frame | None:
    """The people with their highest level, where several schemes ask for it: worked out once for all."""
    asking = [
        scheme for scheme in schemes if any(f.source == HIGHEST for f in scheme.subject.fields.values())
    ]
    if len(asking) < 2:
        return None
    names = {PERSON.get(f.source, name) for scheme in schemes for name, f in scheme.subject.fields.items()}
    people = tables["persons"].select(KEY, *keep, *sorted(names & set(BY_NAME["persons"].by_name)))
    joined = people.join(_highest(tables, "").rename({"value": counted_as(HIGHEST)}), on=KEY, how="left")
    return joined.with_columns(nw.col(counted_as(HIGHEST)).fill_null(SkillLevel.NONE.value))


def _claims(scheme: Scheme, tables: Tables, keep: tuple[str, ...]) -> Frame:
    """Certificates that stand, each as if its holder claimed on it today, through its own channel."""
    held = standing(tables)
    number = nw.col(SPELT if SPELT in held.collect_schema().names() else "number")
    known, state = ~(nw.col("state") == CertificateState.DECLARED.value), nw.col("state")
    told = {
        "verified": nw.when(known).then(state == CertificateState.VERIFIED.value),
        "channel": nw.col("channel").fill_null(Channel.PLAN.value),
        OWN: nw.col("number"),
    }
    if READ_OFF not in held.collect_schema().names():
        told[READ_OFF] = agreement(number, nw.col("level"), nw.col("issued_on"))
    held = held.with_columns(**told, number=number)
    if keep:
        held = held.join(tables["persons"].select(KEY, *keep), on=KEY, how="left")
    fields = scheme.subject.fields.items()
    return held.select(
        KEY, OWN, *keep, *[_column(f, CERTIFICATE.get(f.source or name, "")) for name, f in fields]
    )


def subjects(scheme: Scheme, tables: Tables) -> Frame:
    """A row for each of whom the scheme is asked."""
    return standing(tables) if per_certificate(scheme) else tables["persons"]


def standing(tables: Tables) -> Frame:
    revoked = (nw.col("state") == CertificateState.REVOKED.value).fill_null(False)
    return tables["certificates"].filter(~revoked)


def _highest(tables: Tables, slug: str) -> Frame:
    ranked = standing(tables).select(KEY, rank_of(nw.col("level"), SkillLevel).alias("value"))
    return ranked.group_by(KEY).agg(nw.col("value").max()).with_columns(
        word_of(nw.col("value"), SkillLevel).alias("value")
    )  # fmt: skip


def _team(tables: Tables, slug: str) -> Frame:
    return tables["results"].group_by(KEY).agg(nw.col("team_size").max().alias("value"))


def _times(tables: Tables, slug: str) -> Frame:
    """Payments of the same scheme that stand."""
    paid = tables["payments"].filter((nw.col("scheme") == slug) & nw.col("stands").fill_null(True))
    return paid.group_by(KEY).agg(nw.len().cast(nw.Int64).alias("value"))


MAKERS: Mapping[str, Callable[[Tables, str], Frame]] = {
    "certificates.highest": _highest,
    "results.team": _team,
    "payments.times": _times,
}
"""What is counted over a person's rows, by the source that the fact declares."""
NONE: Mapping[str, str | int] = {"certificates.highest": SkillLevel.NONE.value, "payments.times": 0}
"""What is counted of a person without rows; anything else is then empty."""
