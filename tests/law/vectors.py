"""The public vectors and the readers that turn their plain shapes into the law's values."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from gongjiang.law.candidates import Candidate
from gongjiang.law.pool import Expert, Pool
from gongjiang.law.rubric import Section, Steps, Table

DATA = Path(__file__).parent.parent / "data"


def vectors(*topics: str) -> list[dict[str, Any]]:
    """The vectors of these topics."""
    public = json.loads((DATA / "review_vectors.json").read_text("utf-8"))["public"]
    return [vector for vector in public if vector["topic"] in topics]


def pool_from(given: dict[str, Any]) -> Pool:
    experts = {label: Expert(**expert) for label, expert in given["experts"].items()}
    recused, cap = frozenset(given["recused"]), given["org_cap"]
    return Pool(experts, given["quotas"], recused, given["alternates"], cap, given["context"])


def candidates_from(rows: list[dict[str, Any]]) -> list[Candidate]:
    return [
        Candidate(
            row["id"],
            Decimal(row["score"]),
            tuple(map(Decimal, row["keys"])),
            row["ticket"],
            row["veto"],
            row["attrs"],
        )
        for row in rows
    ]


def rubric_from(name: str) -> dict[str, Section]:
    """A rubric kept as data: section -> cap and items."""
    sections = json.loads((DATA / name).read_text("utf-8"))
    return {
        title: Section(
            {item: item_from(item, raw) for item, raw in held["items"].items()}, Decimal(held["cap"])
        )
        for title, held in sections.items()
    }


def item_from(name: str, raw: dict[str, Any]) -> Table | Steps:
    cap = Decimal(raw["cap"]) if "cap" in raw else None
    if "first" in raw:
        return Steps(name, Decimal(raw["first"]), Decimal(raw["more"]), cap)
    return Table(
        {kind: Decimal(points) for kind, points in raw["points"].items()}, raw.get("best_only", False), cap
    )


def yuecheng_evidence(given: dict[str, Any]) -> dict[str, dict[str, int]]:
    awarded = {
        "city_or_technician": given["apprentices_city_or_technician"],
        "district_or_senior": given["apprentices_district_or_senior"],
    }
    return {
        "competition": dict(Counter(given["competition"])),
        "honours": dict(Counter(given["honours"])),
        "certificate_level": {str(given["certificate_level"]): 1} if given["certificate_level"] else {},
        "apprentices": {"apprentices": given["apprentices"]},
        "famous_master_pairing": {"yes": int(given["famous_master_pairing"])},
        "apprentices_awarded": awarded,
    }
