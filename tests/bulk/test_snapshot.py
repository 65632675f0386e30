"""What this office's registers say in bulk is what they say of each case alone."""

from pathlib import Path

import narwhals as nw
import polars as pl
import pytest

from gongjiang.law.register import KEY
from gongjiang.office.bulk.adapting import ground
from gongjiang.office.bulk.checking import faults
from gongjiang.office.bulk.engines import Polars
from gongjiang.office.bulk.handed_in import find_register
from gongjiang.office.bulk.parts import Part
from gongjiang.office.bulk.scanning import opened
from gongjiang.office.bulk.snapshot import snapshot
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.facts import facts_of
from gongjiang.plans import plan_of
from tests.bulk.one_by_one import grouped, values
from tests.town import Town


@pytest.mark.both
def test_the_snapshot_tells_of_a_nominee_what_the_dossier_tells(town: Town, tmp_path: Path) -> None:
    cases = list(Case.objects.filter(round=town.nominated(many=4).round))
    plan = plan_of(cases[0].scheme)
    scheme = plan[cases[0].scheme]

    snapshot(tmp_path)

    assert faults(find_register(tmp_path)) == []
    frames = ground(scheme, opened(Polars(), Part(find_register(tmp_path).files)), plan.registers).frames
    held = {name: nw.to_native(frame).collect() for name, frame in frames.items()}
    people = {told[KEY]: values(scheme.subject, told) for told in held["subject"].iter_rows(named=True)}
    lists = {name: grouped(held[name], many.record) for name, many in scheme.subject.lists.items()}
    dossiers = facts_of(scheme, cases)
    for case in cases:
        row = scheme.subject.row(dossiers[case.pk])
        assert people[case.person.ref] == row.values
        for name, rows in lists.items():
            mine = [child.values for child in rows.get(case.person.ref, ())]
            assert sorted(mine, key=str) == sorted((c.values for c in row.children[name]), key=str)


def test_the_snapshot_names_nobody(town: Town, tmp_path: Path) -> None:
    case = Case.objects.filter(round=town.nominated(many=1).round)[0]

    snapshot(tmp_path)

    text = "".join(str(pl.read_parquet(path).rows()) for path in tmp_path.glob("*.parquet"))
    assert case.person.name not in text
    assert case.person.id_number not in text
