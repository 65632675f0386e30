"""A whole round with panels of seven, by requests alone, as the people who run one would do it; the long run
has 107 nominees.
"""

import pytest
from django.test import Client
from django.urls import reverse

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Event
from gongjiang.office.honours.models import Certificate
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.ledger.models import Payable
from gongjiang.office.notice.models import Entry, Notice, Objection
from gongjiang.office.review.models import Score
from tests.town import TODAY, Town
from tests.web.office import Office


@pytest.mark.both
@pytest.mark.usefixtures("demo_clock")
@pytest.mark.parametrize(("people", "places"), [(14, 4), pytest.param(107, 20, marks=pytest.mark.long)])
def test_a_whole_round_is_run_through_the_pages_alone(town: Town, people: int, places: int) -> None:
    office = Office(town, TODAY)
    office.open(places)
    office.imported(people)
    office.later()
    office.nominated()
    office.act("officer", "ask-vetoes")
    office.later(2)
    office.act("officer", "clear-vetoes")
    assert office.bulk("officer", "screen") == people

    office.seated()
    assert office.bulk("officer", "assign") == people
    assert office.scored() == Score.objects.filter(sealed_at__isnull=False).count() == people * 7
    assert office.bulk("officer", "close_review") == people
    office.act("officer", "rank", stage="shortlist", fill="walk")
    assert office.bulk("officer", "shortlist") == 2 * places
    assert office.bulk("officer", "not_select", reason="未列入考察名单") == people - 2 * places

    office.visited()
    assert office.bulk("officer", "inspect") == 2 * places
    office.act("officer", "rank", stage="final", fill="walk")
    chosen = office.bulk("officer", "propose")
    assert chosen == places
    office.bulk("officer", "not_select", reason="未列入拟定名单")
    assert office.bulk("reviewer", "publish") == places

    objected(office)
    office.later(6)
    assert office.bulk("officer", "clear") == places
    decided(office)
    assert (
        office.bulk("government", "approve")
        == office.bulk("government", "confer")
        == office.bulk("officer", "certify")
        == places
    )
    rewarded(office, places)

    assert (
        Certificate.objects.count()
        == Payable.objects.filter(amount=30_000_000, state="owed").count()
        == places
    )
    assert first_fault() is None
    assert Case.objects.filter(round=office.round, state=State.NOT_SELECTED).count() == people - places
    assert set(
        Event.objects.filter(case__round=office.round, step="approve").values_list("actor__username")
    ) == {("government",)}
    report = (
        office.at("officer")
        .get(reverse("desk:report", args=(office.round.ref,)), {"format": "md"})
        .content.decode()
    )
    assert "## 审定" in report
    assert f"{places} 人，与公示名单（除取消者外）一致" in report


def objected(office: Office) -> None:
    """Somebody objects by name; it is looked into by one and decided by another; the person goes on."""
    entry = Entry.objects.filter(notice=Notice.objects.get()).first()
    assert entry is not None
    public = Client(headers={"accept-language": "zh-hans"})
    answer = public.post(
        reverse("portal:object", args=(entry.notice.ref, entry.pk)),
        {"kind": "person", "text": "请核实。", "who": "实名者 1300"},
    )
    assert answer.status_code == 302
    made = Objection.objects.get()
    entry.refresh_from_db()
    assert (made.accepted, entry.state) == (True, "held")
    office.post("officer2", "desk:objection", made.ref, act="take")
    office.post("officer2", "desk:objection", made.ref, act="report", report="查阅原件，与申报一致。")
    office.post("reviewer", "desk:objection", made.ref, act="close", outcome="rejected", finding="经查不属实")


def decided(office: Office) -> None:
    noticed = office.at("officer").get(reverse("desk:resolve", args=(office.round.ref,))).context["noticed"]
    office.post(
        "officer",
        "desk:resolve",
        office.round.ref,
        document="示例政文〔2026〕9号",
        on=office.day.isoformat(),
        signer="王审定",
        meeting="常务会议",
        case=[case.ref for case in noticed],
    )


def rewarded(office: Office, places: int) -> None:
    """Each craftsman gives an account of their own; one verifies, another approves."""
    cases = Case.objects.filter(cause__round=office.round).select_related("person", "cause")
    for case in cases:
        me, number = office.town.nominee(case.cause, f"n-{case.cause_id}"), f"1000{case.pk:08d}"
        assert case.cause is not None
        form = {"holder": case.person.name, "bank": "示例银行", "number": number, "again": number}
        assert me.post(reverse("desk:account"), form).status_code == 302
    slug = cases[0].scheme
    assert (
        office.bulk_scheme("officer", slug, "verify")
        == office.bulk_scheme("reviewer", slug, "approve")
        == places
    )
