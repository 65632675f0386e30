"""Rows against what the record says of them, column by column: edited, added or taken away past the house."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from django.db.models import Model

from gongjiang.office.cases.models import Evidence, PlanTerm, SignedRuling
from gongjiang.office.clerk.reading_rows import rows_of
from gongjiang.office.honours.models import Certificate, CertificateFile, Honour, Resolution
from gongjiang.office.journal.models import Leaf
from gongjiang.office.journal.rows import GONE, columns, digested
from gongjiang.office.notice.models import Entry, Notice
from gongjiang.office.registry.files import EVIDENCE, kept
from gongjiang.office.registry.models import Posting
from gongjiang.office.registry.ring import KeyUnknown
from gongjiang.office.review.models import Draw, Photo, Placing, Ranking, Recusal, Seat

HELD: tuple[type[Model], ...] = (
    Notice, Entry, Resolution, Resolution.cases.through, Honour, Certificate, CertificateFile, Draw, Seat,
    Recusal, Ranking, Placing, Posting, SignedRuling, PlanTerm, Evidence, Photo,
)  # fmt: skip
"""Tables of which every row stands in some leaf as it was last written."""
WITH_FILES: tuple[type[Model], ...] = (Evidence, Photo)
"""Those of which every row says where its file lies, and what is in it."""
UNOPENED = (InvalidTag, KeyUnknown, ValueError)
Said = tuple[int, tuple[str, ...], str]
"""The leaf, the columns it knew, the digest."""
Row = tuple[str, str]
"""Its table and its key."""


def strayed_rows() -> list[str]:
    """Every row that is not as the record says, by its table and key."""
    said, lost = last_said()
    found = [name for model in HELD for name in _strayed(model, said.get(model._meta.db_table, {}))]
    files = [name for model in WITH_FILES for name in _files(model, lost)]
    return [*found, *_unopened(), *files]


def last_said() -> tuple[dict[str, dict[str, Said]], set[Row]]:
    """By table and key, what was said last; and which rows are of people whose data was erased."""
    held: dict[str, dict[str, Said]] = {}
    erased: set[Row] = set()
    leaves = Leaf.objects.filter(body__contains='"rows":{').order_by("seq").values_list("seq", "body")
    for seq, body in leaves.iterator():
        told = json.loads(body)
        since = told.get("erased", {}).get("seq", seq)
        for table, (names, digests) in told["rows"].items():
            known, of = held.setdefault(table, {}), tuple(names)
            for key, digest in digests.items():
                if since >= known.get(key, (0,))[0]:
                    known[key] = since, of, digest
            if since != seq:
                erased |= {(table, key) for key in digests}
    return held, erased


def _strayed(model: type[Model], said: dict[str, Said]) -> Iterator[str]:
    table, names = model._meta.db_table, columns(model)
    waiting = {key for key, (_, _, digest) in said.items() if digest != GONE}
    for key, row in rows_of(model._base_manager.all(), names):
        waiting.discard(str(key))
        _, known, digest = said.get(str(key), (0, (), GONE))
        if row is None or digest == GONE or _digest(names, row, known) != digest:
            yield f"{table} {key}"
    yield from (f"{table} {key}" for key in sorted(waiting))


def _digest(names: tuple[str, ...], row: tuple[Any, ...], known: tuple[str, ...]) -> str | None:
    """Of the columns that there were when the row was written; none where one of them is gone."""
    if names == known:
        return digested(row)
    held = dict(zip(names, row, strict=True))
    return digested(held[name] for name in known) if known and held.keys() >= set(known) else None


def _unopened() -> Iterator[str]:
    """The secret of a draw that does not open any more."""
    for key, row in rows_of(Draw.objects.all(), ("secret_sealed", "pool_sha256")):
        try:
            assert row is None or isinstance(Draw(secret_sealed=row[0], pool_sha256=row[1]).secret, str)
        except UNOPENED:
            yield f"{Draw._meta.db_table} {key}"


def _files(model: type[Model], erased: set[Row]) -> Iterator[str]:
    """Documents whose file is not the one that was handed in; of who was erased they are rightly gone."""
    table, stored = model._meta.db_table, model._base_manager.exclude(stored="")
    for key, row in rows_of(stored, ("stored", "sha256")):
        if row is not None:
            found = _digest_of(row[0])
            if found != row[1] and (found is not None or (table, str(key)) not in erased):
                yield f"file {row[0]}"


def _digest_of(stored: str) -> str | None:
    """Of the file as it opens; of nothing where it does not, and none where there is no file."""
    try:
        body = kept(EVIDENCE, stored)
    except UNOPENED:
        body = b""
    return None if body is None else sha256(body).hexdigest()
