"""Blank sheets have the headings that their own reader knows; a roster that waits says that it is checked."""

import pytest
from django.urls import reverse

from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Roster
from gongjiang.office.clerk.rosters import work_one
from gongjiang.office.registry.sheets.claim_columns import COLUMNS as CLAIMS
from gongjiang.office.registry.sheets.nomination_columns import COLUMNS as NOMINATIONS
from gongjiang.office.registry.sheets.reading import read_sheet
from tests.clerk.claim_sheets import roster, row
from tests.town import Town
from tests.web.test_rosters import send

pytestmark = pytest.mark.usefixtures("demo_clock")


@pytest.mark.parametrize("which", ["roster", "nominations"])
def test_a_blank_sheet_is_read_by_the_reader_it_is_for(town: Town, which: str) -> None:
    client = town.client("officer")
    if which == "roster":
        page, address, columns = reverse("desk:rosters"), reverse("desk:roster_template"), CLAIMS
    else:
        ref = town.round().round.ref
        page, address, columns = (
            reverse("desk:import", args=[ref]), reverse("desk:import_template", args=[ref]), NOMINATIONS,
        )  # fmt: skip

    read = read_sheet(client.get(address).content, columns, {})

    assert address in client.get(page).content.decode()
    assert not isinstance(read, Problem)
    assert set(read.headings) == {column.key for column in columns}


def test_a_roster_that_waits_does_not_say_that_nothing_is_wrong(town: Town) -> None:
    client = town.client("officer")
    send(client, roster([row(1, 金额=1)]))
    page = reverse("desk:roster", args=[Roster.objects.get().ref])

    waiting = client.get(page).content.decode()
    assert work_one()
    done = client.get(page).content.decode()

    assert ("正在核对" in waiting, "没有问题行" in waiting) == (True, False)
    assert ("正在核对" in done, "应为" in done) == (False, True)
