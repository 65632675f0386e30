"""Replay a draw record with nothing but Python: python replay_draw.py record.json [commitment]."""

import hashlib
import hmac
import json
import re
import sys
from typing import Any

LONGEST_CHAIN = 1_000


def canonical(value: Any) -> bytes:
    """Type, length and content of a value, so that no two values share their bytes."""
    tag = {dict: b"d", list: b"l", str: b"s", int: b"i", type(None): b"n"}[type(value)]
    if tag == b"d":
        body = b"".join(canonical(k) + canonical(value[k]) for k in sorted(value))
    elif tag == b"l":
        body = b"".join(map(canonical, value))
    else:
        body = b"" if value is None else str(value).encode()
    return tag + str(len(body)).encode() + b":" + body


def chain_step(code: str, commitment: str) -> int:
    """How many times the code must be hashed to give the commitment."""
    link = bytes.fromhex(code) if re.fullmatch("[0-9a-f]{64}", code) else b""
    for step in range(1, LONGEST_CHAIN + 1 if link else 0):
        link = hashlib.sha256(link).digest()
        if link.hex() == commitment:
            return step
    raise ValueError("one_time_code")


def walk(pool: dict[str, Any], stratum: str, order: list[str], orgs: list[str]) -> tuple[Any, Any, Any]:
    """Panel, alternates and skips of one stratum; `orgs` has one entry for each seat taken so far."""
    panel, spare, skips = list[str](), list[str](), list[list[str]]()
    cap = len(pool["experts"]) if pool["org_cap"] is None else pool["org_cap"]
    for label in order:
        if len(panel) == pool["seats"][stratum] and len(spare) == pool["alternates"]:
            break
        org = pool["experts"][label]["org"]
        if label in pool["recused"] or orgs.count(org) >= cap:
            skips.append([label, "recused" if label in pool["recused"] else "org_cap"])
        elif len(panel) < pool["seats"][stratum]:
            panel, orgs[:] = [*panel, label], [*orgs, org]
        else:
            spare.append(label)
    return panel, spare, skips


def hash_sort(record: dict[str, Any]) -> dict[str, Any]:
    """Code, tickets, result and skips as the pool, the public value and the code make them."""
    pool, code = record["pool"], record["one_time_code"]
    prk = hmac.digest(bytes.fromhex(code), record["public"]["value"].encode(), "sha256")
    step, orgs, skips = chain_step(code, pool["commitment"]), list[str](), list[list[str]]()
    tickets, panel, spare = dict[str, Any](), dict[str, list[str]](), dict[str, list[str]]()
    for stratum in sorted(pool["seats"]):
        labels = [label for label, expert in pool["experts"].items() if expert["stratum"] == stratum]
        texts = {label: f"{pool['context']}{stratum}|{label}".encode() + b"\x01" for label in labels}
        drawn = tickets[stratum] = {label: hmac.digest(prk, texts[label], "sha256").hex() for label in labels}
        panel[stratum], spare[stratum], passed = walk(
            pool, stratum, sorted(labels, key=drawn.__getitem__), orgs
        )
        skips += passed
        if len(panel[stratum]) < pool["seats"][stratum]:
            raise ValueError("pool")
    short = [stratum for stratum in panel if len(spare[stratum]) < pool["alternates"]]
    order = [label for stratum in panel for label in panel[stratum]]
    result = {"order": order, "panel": panel, "alternates": spare, "short_of_alternates": short}
    return {"one_time_code": code, "chain_step": step, "tickets": tickets, "result": result, "skips": skips}


def printed(numbers: list[str]) -> str:
    """One public source as RFC 3797 writes it."""
    if all(re.fullmatch("[0-9]{1,40}", n) for n in numbers):
        return "".join(f"{n}." for n in sorted(map(int, numbers))) + "/"
    pairs = [re.fullmatch(r"([0-9]{1,40})\.([0-9]{0,40})", n).groups() for n in numbers]  # type: ignore[union-attr]
    return "".join(f"{int(whole)}.{rest.rstrip('0')}" for whole, rest in pairs) + "/"


def rfc3797(record: dict[str, Any]) -> dict[str, Any]:
    """Key, digests and result of an RFC 3797 draw."""
    labels, digests, order = list(record["pool"]["labels"]), list[str](), list[str]()
    key = "".join(map(printed, record["public"]["value"]))
    for turn in range(record["pool"]["count"]):
        bracket = turn.to_bytes(2, "big")
        digest = hashlib.md5(bracket + key.encode() + bracket, usedforsecurity=False).hexdigest().upper()
        digests.append(digest)
        order.append(labels.pop(int(digest, 16) % len(labels)))
    return {"key": key, "tickets": digests, "result": {"order": order}, "skips": []}


def replayed(record: dict[str, Any]) -> dict[str, Any]:
    """The whole record, drawn again from its inputs."""
    pool, mode = record["pool"], {"hash-sort": hash_sort, "rfc3797": rfc3797}[record["mode"]]
    public = {name: pool[name] for name in ("source", "source_time")} | {"value": record["public"]["value"]}
    frozen = hashlib.sha256(canonical(pool)).hexdigest()
    if frozen != record["pool_commitment"]:
        raise ValueError("pool_commitment")
    head = {"format": "gongjiang-draw", "version": 1, "mode": record["mode"], "pool_commitment": frozen}
    return {**head, "pool": pool, "public": public, **mode(record)}


def fault(path: str, published: str = "") -> str:
    """The field in which the record differs from its replay as text (to Python 1 equals true), or nothing."""
    try:
        with open(path, encoding="utf-8") as file:
            again = replayed(record := json.load(file))
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as broken:
        return str(broken) or "format"  # A record of another shape breaks somewhere, and that is a refusal.
    texts = [{(name, json.dumps(one[name], sort_keys=True)) for name in one} for one in (again, record)]
    strange = "pool_commitment" if published not in ("", again["pool_commitment"]) else ""
    return min((name for name, _ in texts[0] ^ texts[1]), default=strange)


if __name__ == "__main__":
    found = fault(*sys.argv[1:3])
    print(f"不一致 differs: {found}" if found else "一致，抽取可以复现。The draw replays exactly.")
    sys.exit(1 if found else 0)
