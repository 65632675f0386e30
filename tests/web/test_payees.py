"""Who is paid stands where the money is shown: the unit whose account it is, and beside it for whom."""

import io
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from gongjiang.law.money import yuan
from gongjiang.office.ledger.batches import open_batch
from gongjiang.office.ledger.models import Payable
from gongjiang.office.ledger.owing import newest_of, owe_many
from gongjiang.office.registry.models import Organisation, PayeeAccount
from gongjiang.plans import plans
from tests.treasury import LINE, NOW, Treasury
from tests.web.cashiers import Cashiers

UNIT, WORKER = "光谷精工有限公司", "王工"
OF_UNITS = next(one.slug for plan in plans() for one in plan.schemes if one.of_unit)
PAGES = (("payables",), ("payable", "ref"), ("batch", "pk"))


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Cashiers:
    settings.DEMO = True
    treasury.fund(yuan(9_000_000))
    return Cashiers(treasury)


def owed_to_a_unit(treasury: Treasury, named: bool = True) -> Payable:
    """What a worker has won and the unit is paid; with the unit's account or before it is named."""
    case, unit = treasury.case(WORKER), Organisation.objects.create(name=UNIT)
    case.employer, case.scheme = unit, OF_UNITS
    case.save()
    account = PayeeAccount(organisation=unit, holder=UNIT, bank="某某银行武汉分行", added_at=NOW)
    account.put_number("6222000000008888")
    account.save()
    claim = treasury.claim(case, account=account)
    held = owe_many([claim], treasury.hands())[0]
    if not named:
        Payable.objects.filter(pk=held.pk).update(account=None)
    return Payable.objects.get(pk=held.pk)


def cells(text: str) -> str:
    return text.split("</thead>", 1)[-1]


@pytest.mark.parametrize("page", PAGES)
def test_the_unit_that_is_paid_is_named_as_payee(
    cashiers: Cashiers, treasury: Treasury, page: tuple[str, ...]
) -> None:
    held = owed_to_a_unit(treasury)
    batch = open_batch(LINE, treasury.hand("经办甲"))
    args = [{"ref": held.ref, "pk": batch.pk}[name] for name in page[1:]]

    text = cashiers.get("经办甲", page[0], *args).content.decode()

    assert text.index(UNIT) < text.index(f"对应人员{'</dt><dd>' if page[0] == 'payable' else ' '}{WORKER}")
    assert f"<td>{WORKER}" not in text


def test_a_person_who_is_paid_stands_alone(cashiers: Cashiers, treasury: Treasury) -> None:
    treasury.owed(1)

    text = cashiers.get("经办甲", "payables").content.decode()

    assert "王工1</a></td>" in text


def test_before_an_account_is_named_the_unit_is_the_payee_all_the_same(
    cashiers: Cashiers, treasury: Treasury
) -> None:
    held = owed_to_a_unit(treasury, named=False)

    newest = newest_of(held)

    assert (held.payee, held.for_whom) == (UNIT, WORKER)
    assert newest is not None
    assert newest.holder == UNIT


def test_the_spreadsheet_names_both(cashiers: Cashiers, treasury: Treasury) -> None:
    owed_to_a_unit(treasury)

    body = cashiers.get("经办甲", "payables_export").content

    rows = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()
    assert rows[1][1:3] == [UNIT, WORKER]
