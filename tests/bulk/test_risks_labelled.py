"""A labelled register: shared cards, rings of one telephone and address, people and papers of impossible
days, classes in which nobody failed, among claims with nothing odd about them. Each is
flagged, and nothing else.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from gongjiang.office.bulk.adapting import per_certificate
from gongjiang.office.bulk.engines import ENGINES
from gongjiang.office.bulk.handed_in import find_register
from gongjiang.office.bulk.listing_out import list_entitled
from gongjiang.office.bulk.risks import CLASS, FLAGS
from tests.bulk.test_scanning import ASKED

Made = tuple[dict[str, Any], dict[str, Any]]
ISSUED = date(2026, 5, 6)


def true_one(n: int) -> Made:
    """A person and their certificate; one in a hundred shares a telephone, as families do, and a class of
    twenty of which one failed.
    """
    person = {"person": f"p{n}", "district": "江岸区", "employer": f"u{n % 300}",
              "birth": date(1970, 1, 1) + timedelta(days=n % 9_000), "account": f"a{n}",
              "phone": f"t{n if n % 100 else n - n % 200}", "address": f"d{n}"}  # fmt: skip
    certificate = {"person": f"p{n}", "number": f"c{n}", "level": "senior_worker", "occupation": "焊工",
                   "issued_on": ISSUED, "state": "verified", "number_agrees": True,
                   "obtained_by": "assessment", "class": f"k{n // 19}", "class_size": 20}  # fmt: skip
    return person, certificate


def seeds(first: int) -> tuple[list[Made], dict[str, str]]:
    """One of each kind, some of several people: who is to be flagged, and how."""
    made = [true_one(first + n) for n in range(6 + CLASS)]
    card, card2, ring, ring2, child, later, *together = made
    card2[0]["account"] = card[0]["account"]
    ring2[0].update(phone=ring[0]["phone"], address=ring[0]["address"])
    child[0]["birth"] = date(2015, 1, 1)
    later[1]["issued_on"] = date(2027, 1, 1)
    for _, certificate in together:
        certificate.update({"class": f"all{first}", "class_size": CLASS})
    kinds = ["shared_account"] * 2 + ["shared_contact"] * 2 + ["impossible_dates"] * 2
    kinds += ["perfect_class"] * CLASS
    for _, certificate in made[:6]:
        certificate.update({"class": f"none{first}", "class_size": None})
    return made, {person["person"]: kind for (person, _), kind in zip(made, kinds, strict=True)}


def flagged(handed_in: Callable[..., Path], out: Path, many: int, times: int) -> tuple[set[Any], set[Any]]:
    """Who was flagged and how; who should have been."""
    rows, wanted = [true_one(n) for n in range(many)], dict[str, str]()
    for time in range(times):
        made, named = seeds(many + 1_000 + time * 100)
        rows, wanted = rows + made, wanted | named
    folder = handed_in(persons=[one for one, _ in rows], certificates=[other for _, other in rows])
    claims = replace(ASKED, schemes=tuple(scheme for scheme in ASKED.schemes if per_certificate(scheme)))
    list_entitled(ENGINES["polars"](), find_register(folder), [claims], out)
    found = pl.read_parquet(out)
    assert found.height >= many
    told = {(row["person"], flag) for row in found.iter_rows(named=True) for flag in FLAGS if row[flag]}
    there = set(found["person"])
    return told, {(who, kind) for who, kind in wanted.items() if who in there}


def test_each_kind_is_flagged_and_nobody_else(handed_in, tmp_path):
    told, wanted = flagged(handed_in, tmp_path / "out.parquet", 400, 3)

    assert told == wanted
    assert {kind for _, kind in wanted} == set(FLAGS)


@pytest.mark.long
def test_among_fifty_thousand_each_kind_is_flagged_and_nobody_else(handed_in, tmp_path):
    told, wanted = flagged(handed_in, tmp_path / "out.parquet", 48_000, 125)

    assert told == wanted
    assert len(wanted) >= 1_800
