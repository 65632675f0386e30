"""A draw as one JSON record that anybody can replay, and the replay."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from gongjiang.law.draw import chain_step
from gongjiang.law.pool import Pool, canonical, plain, pool_commitment
from gongjiang.law.pool_record import is_number, is_text, pool_of
from gongjiang.law.rfc3797 import rfc3797
from gongjiang.law.stratified import Draw, stratified
from gongjiang.law.words import Problem, Words, problem

FORMAT = "gongjiang-draw"
VERSION = 1
HASH_SORT = "hash-sort"
RFC3797 = "rfc3797"

Bundle = dict[str, object]


@dataclass(frozen=True, slots=True)
class Replayed:
    """The record is true. Panel order: strata in code-point order, then ticket order."""

    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The record is refused. `field` is the path of what differs, such as `tickets.焊接.Z04`."""

    field: str
    said: Words


def bundle(pool: Pool, value: str, one_time_code: str) -> Bundle | Problem:
    """The record of a hash-sort draw. `value` is the public value as announced; the code is hex."""
    step = chain_step(one_time_code, pool.commitment)
    if step is None:
        return problem("一次性码不在已公布的承诺链中", "the one-time code is not in the committed chain")
    draw = stratified(pool, value, one_time_code)
    if isinstance(draw, Problem):
        return draw
    secret_side = {"one_time_code": one_time_code, "chain_step": step, "tickets": draw.tickets}
    announced = {"source": pool.source, "source_time": pool.source_time, "value": value}
    head = heading(HASH_SORT, plain(pool), pool_commitment(pool), announced)
    return {**head, **secret_side, "result": result(draw), "skips": [list(skip) for skip in draw.skipped]}


def heading(mode: str, pool: object, commitment: str, public: object) -> Bundle:
    """What both modes say first."""
    opening = {"format": FORMAT, "version": VERSION, "mode": mode}
    return {**opening, "pool": pool, "pool_commitment": commitment, "public": public}


def result(draw: Draw) -> Bundle:
    """Panel, alternates and the strata short of alternates, as JSON holds them."""
    panel = {stratum: list(labels) for stratum, labels in draw.panel.items()}
    alternates = {stratum: list(labels) for stratum, labels in draw.alternates.items()}
    return {"panel": panel, "alternates": alternates, "short_of_alternates": list(draw.short_of_alternates)}


def bundle_rfc3797(
    labels: Sequence[str], sources: Sequence[Sequence[int | float | str]], count: int, source: str, source_time: str
) -> Bundle | Problem:
    """The record of an RFC 3797 draw; the order of `labels` is part of what is frozen."""
    drawn = rfc3797(sources, len(labels), count)
    if isinstance(drawn, Problem):
        return drawn
    pool: dict[str, object] = {"labels": list(labels), "count": count, "source": source, "source_time": source_time}
    frozen = sha256(canonical({**pool, "labels": list(labels), "count": count})).hexdigest()  # type: ignore[dict-item]
    value = [[str(number) for number in numbers] for numbers in sources]
    head = heading(RFC3797, pool, frozen, {"source": source, "source_time": source_time, "value": value})
    order = [labels[place - 1] for place in drawn.selected]
    return {**head, "key": drawn.key, "tickets": list(drawn.md5), "result": {"order": order}, "skips": []}


def replay(record: object) -> Replayed | Mismatch:
    """Draw again from the record's inputs: the same order, or the first thing that differs.

    A record whose pool and commitment were both rewritten is consistent with itself: compare
    `pool_commitment` with the one published before the draw.
    """
    if not isinstance(record, dict) or unpaired(record):
        return differs("format")
    for field, wanted in (("format", FORMAT), ("version", VERSION)):
        if record.get(field) != wanted or type(record[field]) is not type(wanted):
            return differs(field)
    again = {HASH_SORT: again_by_hash_sort, RFC3797: again_by_rfc3797}.get(str(record.get("mode")))
    rebuilt = again(record) if again else differs("mode")
    if isinstance(rebuilt, Mismatch):
        return rebuilt
    path = difference(rebuilt, record)
    return Replayed(order_of(rebuilt)) if path is None else differs(path)


def unpaired(record: object) -> bool:
    """Whether some text holds half a character, which has no bytes to hash."""
    return any("\ud800" <= sign <= "\udfff" for sign in json.dumps(record, ensure_ascii=False))


def again_by_hash_sort(record: Mapping[str, object]) -> Bundle | Mismatch:
    """The record as its pool, public value and code make it."""
    pool, value, code = pool_of(record.get("pool")), part(record, "public", "value"), record.get("one_time_code")
    if pool is None:
        return differs("pool")
    if pool_commitment(pool) != record.get("pool_commitment"):
        return differs("pool_commitment")
    if not isinstance(value, str):
        return differs("public.value")
    if not isinstance(code, str) or chain_step(code, pool.commitment) is None:
        return Mismatch("one_time_code", Words("一次性码不在承诺链中", "the one-time code is not in the chain"))
    rebuilt = bundle(pool, value, code)
    return Mismatch("pool", rebuilt.said) if isinstance(rebuilt, Problem) else rebuilt


def again_by_rfc3797(record: Mapping[str, object]) -> Bundle | Mismatch:
    """The record as its labels and public numbers make it."""
    labels, count = part(record, "pool", "labels"), part(record, "pool", "count")
    source, when = part(record, "pool", "source"), part(record, "pool", "source_time")
    if not (isinstance(labels, list) and all(map(is_text, (*labels, source, when))) and is_number(count)):
        return differs("pool")
    value = part(record, "public", "value")
    if not isinstance(value, list) or not all(isinstance(v, list) and all(map(is_text, v)) for v in value):
        return differs("public.value")
    rebuilt = bundle_rfc3797(labels, value, int(str(count)), str(source), str(when))
    return Mismatch("public.value", rebuilt.said) if isinstance(rebuilt, Problem) else rebuilt


def part(record: Mapping[str, object], outer: str, inner: str) -> object:
    """A value one level down, or None."""
    value = record.get(outer)
    return value.get(inner) if isinstance(value, dict) else None


def difference(wanted: object, found: object) -> str | None:
    """The path of the first difference, None when there is none; 1, 1.0 and true are different."""
    if json.dumps(wanted, sort_keys=True) == json.dumps(found, sort_keys=True):
        return None
    if isinstance(wanted, dict) and isinstance(found, dict):
        # What is missing or extra is named first, then the fields in the order they are written.
        for key in [*(found.keys() ^ wanted.keys()), *wanted]:
            inner = difference(wanted.get(key, ...), found.get(key, ...)) if key in wanted and key in found else ""
            if inner is not None:
                return f"{key}.{inner}".rstrip(".")
    return ""


def differs(field: str) -> Mismatch:
    """A refusal naming the field."""
    return Mismatch(field, Words(f"重算结果与记录不一致:{field}", f"the replay differs from the record at {field}"))


def order_of(record: Mapping[str, object]) -> tuple[str, ...]:
    """The labels drawn, in order."""
    if record["mode"] == RFC3797:
        return tuple(str(label) for label in list_of(part(record, "result", "order")))
    panel = part(record, "result", "panel")
    return tuple(str(label) for _, labels in sorted(items_of(panel)) for label in list_of(labels))


def list_of(value: object) -> list[object]:
    """The list a record built here holds."""
    return value if isinstance(value, list) else []


def items_of(value: object) -> list[tuple[str, object]]:
    """The pairs a record built here holds."""
    return list(value.items()) if isinstance(value, dict) else []
