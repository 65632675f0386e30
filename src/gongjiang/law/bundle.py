"""A draw as one JSON record that anybody can replay, and the replay."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from gongjiang.law.draw import chain_step
from gongjiang.law.pool import Plain, Pool, canonical, plain, pool_commitment
from gongjiang.law.pool_record import is_number, is_text, is_texts, pool_of
from gongjiang.law.rfc3797 import Number, rfc3797
from gongjiang.law.stratified import Draw, stratified
from gongjiang.law.words import Problem, Words, problem

FORMAT = "gongjiang-draw"
VERSION = 1
HASH_SORT = "hash-sort"
RFC3797 = "rfc3797"

Bundle = dict[str, Any]


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
    """The order, and the panel, alternates and strata short of alternates, as JSON holds them."""
    order = [label for stratum in sorted(draw.panel) for label in draw.panel[stratum]]
    panel = {stratum: list(labels) for stratum, labels in draw.panel.items()}
    alternates = {stratum: list(labels) for stratum, labels in draw.alternates.items()}
    shortage = list(draw.short_of_alternates)
    return {"order": order, "panel": panel, "alternates": alternates, "short_of_alternates": shortage}


def bundle_rfc3797(
    labels: Sequence[str], sources: Sequence[Sequence[Number]], count: int, source: str, source_time: str
) -> Bundle | Problem:
    """The record of an RFC 3797 draw; the order of `labels` is part of what is frozen."""
    drawn = rfc3797(sources, len(labels), count)
    if isinstance(drawn, Problem):
        return drawn
    public = {"source": source, "source_time": source_time}
    pool: dict[str, Plain] = {"labels": list(labels), "count": count, **public}
    frozen = sha256(canonical(pool)).hexdigest()
    value = [[str(number) for number in numbers] for numbers in sources]
    head = heading(RFC3797, pool, frozen, {**public, "value": value})
    order = [labels[place - 1] for place in drawn.selected]
    return {**head, "key": drawn.key, "tickets": list(drawn.md5), "result": {"order": order}, "skips": []}


def replay(record: object, published: str | None = None) -> Replayed | Mismatch:
    """Draw again from the record's inputs: the same order, or the first thing that differs.

    A record whose pool and commitment were both rewritten is consistent with itself, so give as
    `published` the pool commitment that was published before the draw.
    """
    if not isinstance(record, dict) or unpaired(record):
        return differs("format")
    for field, wanted in (("format", FORMAT), ("version", VERSION)):
        if record.get(field) != wanted or type(record[field]) is not type(wanted):
            return differs(field)
    if published not in (None, record.get("pool_commitment")):
        return differs("pool_commitment")
    again = {HASH_SORT: again_by_hash_sort, RFC3797: again_by_rfc3797}.get(str(record.get("mode")))
    rebuilt = again(record) if again else differs("mode")
    if isinstance(rebuilt, Mismatch):
        return rebuilt
    path = difference(rebuilt, record)
    return Replayed(tuple(rebuilt["result"]["order"])) if path is None else differs(path)


def unpaired(record: object) -> bool:
    """Whether some text holds half a character, which has no bytes to hash."""
    return any("\ud800" <= sign <= "\udfff" for sign in json.dumps(record, ensure_ascii=False))


def again_by_hash_sort(record: Mapping[str, Any]) -> Bundle | Mismatch:
    """The record as its pool, public value and code make it."""
    pool, code = pool_of(record.get("pool")), record.get("one_time_code")
    value = part(record, "public", "value")
    if pool is None:
        return differs("pool")
    if pool_commitment(pool) != record.get("pool_commitment"):
        return differs("pool_commitment")
    if not isinstance(value, str):
        return differs("public.value")
    if not isinstance(code, str) or chain_step(code, pool.commitment) is None:
        return Mismatch("one_time_code", Words("一次性码不在承诺链中", "the code is not in the chain"))
    rebuilt = bundle(pool, value, code)
    return Mismatch("pool", rebuilt.said) if isinstance(rebuilt, Problem) else rebuilt


def again_by_rfc3797(record: Mapping[str, Any]) -> Bundle | Mismatch:
    """The record as its labels and public numbers make it."""
    labels, count = part(record, "pool", "labels"), part(record, "pool", "count")
    source, when = part(record, "pool", "source"), part(record, "pool", "source_time")
    if not (is_texts(labels) and is_text(source) and is_text(when) and is_number(count)):
        return differs("pool")
    value = part(record, "public", "value")
    if not isinstance(value, list) or not all(map(is_texts, value)):
        return differs("public.value")
    rebuilt = bundle_rfc3797(labels, value, count, source, when)
    return Mismatch("public.value", rebuilt.said) if isinstance(rebuilt, Problem) else rebuilt


def part(record: Mapping[str, Any], outer: str, inner: str) -> Any:
    """A value one level down, or None."""
    value = record.get(outer)
    return value.get(inner) if isinstance(value, dict) else None


def difference(wanted: object, found: object) -> str | None:
    """The path of the first difference, None when there is none; 1, 1.0 and true are different."""
    if json.dumps(wanted, sort_keys=True) == json.dumps(found, sort_keys=True):
        return None
    if isinstance(wanted, dict) and isinstance(found, dict):
        # What is missing or extra is named first, then the fields in the order they are written.
        for key in [*sorted(found.keys() ^ wanted.keys()), *wanted]:
            inner = difference(wanted[key], found[key]) if key in wanted and key in found else ""
            if inner is not None:
                return f"{key}.{inner}".rstrip(".")
    return ""


def differs(field: str) -> Mismatch:
    """A refusal naming the field."""
    return Mismatch(field, Words(f"重算结果与记录不一致：{field}", f"the replay differs at {field}"))
