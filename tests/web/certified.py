"""One title with its certificate, for tests of what is given out."""

from typing import Any

import pytest

from gongjiang.office.clerk.moment import Moment
from gongjiang.office.honours.models import Certificate, Honour, Resolution
from gongjiang.plans import plans
from tests.treasury import NOW, TODAY, Treasury
from tests.web.cashiers import Cashiers

BASE = "https://certificates.example.cn"
AT = Moment(TODAY, NOW)
DECIDED = "测试政文〔2026〕9号"
RARE = "龙𬭎䶮"


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Cashiers:
    settings.DEMO = True
    return Cashiers(treasury)


@pytest.fixture
def certificate(cashiers: Cashiers, treasury: Treasury) -> Certificate:
    """One title with its certificate, conferred on somebody whose name is rare."""
    case = treasury.case(RARE)
    entered = cashiers.account("经办戊")
    decided = Resolution.objects.create(
        scheme=case.scheme, document=DECIDED, on=TODAY, signer="某市长", list_sha256="0" * 64, equal=True,
        entered_by=entered, entered_at=NOW,
    )  # fmt: skip
    title = next(iter(plans()[0].registers.titles))
    honour = Honour.objects.create(
        person=case.person, case=case, title=title, clause="2.2.3", resolution=decided, conferred_on=TODAY
    )
    return Certificate.objects.create(honour=honour, number="TEST20260001", name=RARE, issued_on=TODAY)
