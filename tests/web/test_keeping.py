"""What finance keeps beyond payments, through the pages: debts, months, years, matches, samples, exports."""

import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import CalamineWorkbook

from gongjiang.law.capital import capital
from gongjiang.law.money import yuan
from gongjiang.office.ledger.budget import summaries
from gongjiang.office.ledger.matches import rate, standing
from gongjiang.office.ledger.matching import Obligation, open_dues
from gongjiang.office.ledger.models import (
    MatchDue,
    MatchEvidence,
    MonthClose,
    PendingAct,
    Recovery,
    Sample,
    SampleFinding,
)
from gongjiang.office.ledger.recovering import recover
from gongjiang.office.registry.models import Organisation
from tests.clock import set_day
from tests.treasury import CLAUSE, DOCUMENT, REWARD, TODAY, Treasury
from tests.web.cashiers import ON_LINE, Cashiers
from tests.web.office import PDF

AFTER = date(2026, 12, 3)
NEW_YEAR = date(2027, 1, 4)
PAGES = ("recoveries", "closings", "matches", "samples", "exports")


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Any:
    settings.DEMO = True
    set_day(TODAY)
    treasury.fund(yuan(9_000_000))
    yield Cashiers(treasury)
    set_day(timezone.localdate())


def said(answer: Any) -> str:
    return answer.content.decode()


def due_of(treasury: Treasury, name: str = "王工", decided: date = TODAY) -> MatchDue:
    unit = Organisation.objects.get_or_create(name="示例重工")[0]
    wanted = Obligation(treasury.case(name), unit, yuan(10_000), CLAUSE, DOCUMENT, decided, 6)
    return open_dues([wanted], treasury.hands())[0]


def receipt(**changed: object) -> dict[str, object]:
    return {
        "act": "evidence", "payer": "示例重工", "payee": "王工", "amount": "10000.00",
        "paid_on": TODAY.isoformat(), "serial": "S-1", "file": SimpleUploadedFile("回单.pdf", PDF), **changed,
    }  # fmt: skip


@pytest.mark.both
def test_a_debt_goes_from_the_payment_to_the_last_fen(cashiers: Cashiers, treasury: Treasury) -> None:
    held = treasury.paid()[0]
    assert "立追缴" in said(cashiers.get("经办甲", "payable", held.ref))
    form = {
        "amount": "300000",
        "ground": "误付",
        "document": "追〔2026〕1号",
        "parts": 3,
        "first": "2026-12-31",
    }
    cashiers.post("经办甲", "recover", held.ref, **form)
    assert not Recovery.objects.exists()
    cashiers.confirm()
    debt = Recovery.objects.get()
    assert list(debt.instalments.values_list("due_on", "amount")) == [
        (day, yuan(100_000)) for day in (date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28))
    ]

    repaid = {"act": "repay", "amount": "120000.00", "received_on": TODAY.isoformat(), "serial": "R-1"}
    cashiers.post("经办甲", "recovery", debt.ref, **repaid)
    cashiers.confirm()
    lines = "2027-03-01 200000\n2027-04-01 ¥100,000.00"
    cashiers.post("经办甲", "recovery", debt.ref, act="plan", lines=lines)
    cashiers.confirm()
    page = said(cashiers.get("审计丁", "recovery", debt.ref))
    assert "¥120,000.00" in page
    assert "2027-03-01" in page
    assert "2026-12-31" not in page

    cashiers.post(
        "经办甲", "recovery", debt.ref, act="write_off", document="核〔2026〕1号", reason="下落不明"
    )
    cashiers.confirm()
    assert (summaries()[0].receivable, summaries()[0].written_off) == (0, yuan(180_000))
    assert "已核销" in said(cashiers.get("审计丁", "recoveries", state="written_off"))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"amount": "300000.01"}, "超过"),
        ({"amount": "三十万"}, "至多两位小数"),
        ({"ground": ""}, "必填"),
        ({"lines": "2026-12-31 1"}, "各期合计"),
        ({"lines": "明天 1"}, "每行应为"),
        ({"parts": "121", "first": "2026-12-31"}, "120"),
    ],
)
def test_a_debt_that_does_not_fit_is_told_in_place(
    cashiers: Cashiers, treasury: Treasury, changed: dict[str, str], words: str
) -> None:
    held = treasury.paid()[0]
    form = {"amount": "300000", "ground": "误付", "document": "追〔2026〕1号", **changed}

    page = said(cashiers.post("经办甲", "recover", held.ref, **form))

    assert words in page
    assert "追〔2026〕1号" in page
    assert not PendingAct.objects.exists()


@pytest.mark.both
def test_a_month_is_closed_and_a_year_carried_over_by_two(cashiers: Cashiers, treasury: Treasury) -> None:
    treasury.owed(1)
    set_day(AFTER)
    assert "结 2026-11" in said(cashiers.get("经办甲", "closings"))
    cashiers.post("经办甲", "closings", act="close", line=ON_LINE)
    assert not MonthClose.objects.exists()
    cashiers.confirm()
    close = MonthClose.objects.get()
    assert "与分录重算相符" in said(cashiers.get("审计丁", "closing", close.pk))
    assert "没有已结束" in said(cashiers.post("经办甲", "closings", act="close", line=ON_LINE))

    set_day(NEW_YEAR)
    cashiers.post("经办甲", "closings", act="carry", line=ON_LINE, document="结〔2026〕1号")
    cashiers.confirm()
    old, new = summaries()
    assert (old.carried_out, new.carried_in, old.payable) == (yuan(8_700_000), yuan(8_700_000), REWARD)
    page = said(cashiers.get("审计丁", "home", year="2027"))
    assert "¥8,700,000.00" in page


@pytest.mark.both
def test_a_match_is_shown_by_a_receipt_and_verified_by_another(
    cashiers: Cashiers, treasury: Treasury
) -> None:
    due = due_of(treasury)
    cashiers.post("经办戊", "match", due.ref, **receipt())
    held = MatchEvidence.objects.get()
    assert standing(TODAY).get().state == "waiting"

    cashiers.confirm()

    held.refresh_from_db()
    assert (held.state, standing(TODAY).get().state, rate(TODAY).of_dues) == ("confirmed", "met", 100)
    file = cashiers.get("审计丁", "receipt", held.ref)
    assert b"".join(file.streaming_content) == PDF
    assert file["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"payer": "他人公司"}, "审定时的单位"),
        ({"payee": "李工"}, "本人"),
        ({"paid_on": (TODAY - timedelta(days=1)).isoformat()}, "审定之日"),
        ({"paid_on": (TODAY + timedelta(days=1)).isoformat()}, "不晚于今天"),
        ({"amount": "0"}, "大于零"),
        ({"file": SimpleUploadedFile("回单.pdf", b"<html>")}, "PDF"),
    ],
)
def test_a_receipt_that_does_not_fit_is_told_in_place(
    cashiers: Cashiers, treasury: Treasury, changed: dict[str, object], words: str
) -> None:
    due = due_of(treasury)

    page = said(cashiers.post("经办戊", "match", due.ref, **receipt(**changed)))

    assert words in page
    assert not MatchEvidence.objects.exists()


def test_a_receipt_serves_once_unless_it_was_declined(cashiers: Cashiers, treasury: Treasury) -> None:
    first, second = due_of(treasury), due_of(treasury, "李工")
    cashiers.post("经办戊", "match", first.ref, **receipt())
    again = {"payee": "李工", "serial": "S-2"}
    assert "已作过配套凭证" in said(cashiers.post("经办戊", "match", second.ref, **receipt(**again)))
    other = SimpleUploadedFile("别.pdf", PDF + b"\n")
    told = cashiers.post("经办戊", "match", second.ref, **receipt(payee="李工", serial="Ｓ-1 ", file=other))
    assert "已作过配套凭证" in said(told)

    cashiers.post("复核乙", "pending_one", PendingAct.objects.get().ref, act="decline", reason="回单不清")
    cashiers.post("经办戊", "match", first.ref, **receipt())

    assert list(MatchEvidence.objects.order_by("pk").values_list("state", flat=True)) == [
        "declined",
        "waiting",
    ]


def test_a_match_is_exempted_by_two_with_a_basis(cashiers: Cashiers, treasury: Treasury) -> None:
    due = due_of(treasury, decided=date(2026, 1, 5))
    assert "逾期" in said(cashiers.get("经办戊", "matches", state="overdue"))

    cashiers.post("经办戊", "match", due.ref, act="exempt", basis="单位破产", document="函〔2026〕1号")
    cashiers.confirm()

    assert standing(TODAY).get().state == "exempt"
    assert rate(TODAY).dues == 0


@pytest.mark.both
def test_a_sample_is_fixed_drawn_inspected_and_leads_to_a_debt(
    cashiers: Cashiers, treasury: Treasury
) -> None:
    treasury.paid(5)
    form = {"act": "freeze", "year": 2026, "use": "talent|2.3.1", "count": 2, "source": "下周二双色球"}
    cashiers.post("经办戊", "samples", **form)
    sample = Sample.objects.get()
    cashiers.post("监督辛", "sample", sample.ref, seed="03 07 19 22 28 31")
    items = list(sample.items.select_related("payable").order_by("place"))
    assert len(items) == 2
    assert "重抽结果一致" in said(cashiers.get("审计丁", "sample", sample.ref, replay="1"))

    cashiers.post("监督辛", "sample", sample.ref, place="1", verdict="fine", note="")
    cashiers.post("监督辛", "sample", sample.ref, place="2", verdict="problem", note="")
    assert SampleFinding.objects.count() == 1
    cashiers.post("监督辛", "sample", sample.ref, place="2", verdict="problem", note="学时不足")
    found = items[1].payable
    page = said(cashiers.get("经办甲", "sample", sample.ref))
    assert f"{found.ref}/recover/?item={items[1].pk}" in page

    address = cashiers.get("经办甲", "recover", found.ref, item=str(items[1].pk)).wsgi_request.get_full_path()
    form = {"amount": "300000", "ground": "学时不足", "document": "追〔2026〕9号"}
    cashiers.at("经办甲").post(address, form)
    cashiers.confirm()
    assert Recovery.objects.get().item == items[1]


def test_the_approver_signs_on_the_sheet_by_the_sum_in_capital_figures(
    cashiers: Cashiers, treasury: Treasury
) -> None:
    treasury.owed(2)
    cashiers.post("经办甲", "batches", line=ON_LINE)
    from gongjiang.office.ledger.models import Batch

    batch = Batch.objects.get()
    cashiers.act("经办甲", batch, "gather", which="all")
    cashiers.act("经办甲", batch, "lock")
    cashiers.act("经办甲", batch, "freeze", format="csv")
    cashiers.act("复核乙", batch, "check", sha256=batch.sha256)
    cashiers.act("审批丙", batch, "approve", sha256=batch.sha256)
    assert batch.state == "checked"

    page = said(cashiers.get("审批丙", "sheet", batch.pk))
    assert page.count("叁拾万元整") == 2
    assert f'name="capital" value="{capital(2 * REWARD)}"' in page
    assert batch.sha256 in page
    assert DOCUMENT in page
    assert "审批签署" not in said(cashiers.get("审计丁", "sheet", batch.pk))
    cashiers.act("审批丙", batch, "approve", sha256=batch.sha256, capital=capital(2 * REWARD))
    assert batch.state == "approved"


def cells(answer: Any) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()


def test_finance_and_audit_take_the_books_away(cashiers: Cashiers, treasury: Treasury) -> None:
    recover(treasury.paid(2)[0], yuan(1), "=1+1", "追〔2026〕1号", treasury.hands())
    due_of(treasury)

    found = {
        name: cells(cashiers.get("审计丁", "export", name, 2026))
        for name in ("summary", "transfers", "payables", "batches", "recoveries", "matches")
    }

    assert {name: len(rows) - 1 for name, rows in found.items()} == {
        "summary": 1, "transfers": 8, "payables": 2, "batches": 2, "recoveries": 1, "matches": 1,
    }  # fmt: skip
    assert found["recoveries"][1][3] == "=1+1"
    assert "6222" not in str(found["batches"])
    assert found["summary"][1][3] == 9_000_000.0
    assert cashiers.get("经办戊", "export", "summary", 2026).status_code == 404
    assert cashiers.get("审计丁", "export", "nothing", 2026).status_code == 404


def test_strangers_find_none_of_it_and_readers_change_none(cashiers: Cashiers, treasury: Treasury) -> None:
    debt = recover(treasury.paid()[0], REWARD, "误付", "追〔2026〕1号", treasury.hands())
    due, pages = due_of(treasury), [(name,) for name in PAGES]

    hidden = [*pages, ("recovery", debt.ref), ("match", due.ref), ("recover", debt.payable.ref)]
    assert {cashiers.get("推荐己", *page).status_code for page in hidden} == {404}
    answers = [
        cashiers.post("审计丁", "recovery", debt.ref, act="write_off", document="x", reason="x"),
        cashiers.post("审计丁", "match", due.ref, **receipt()),
        cashiers.post("审计丁", "closings", act="close", line=ON_LINE),
        cashiers.post("审计丁", "samples", act="freeze", year=2026, count=1, source="x"),
        cashiers.post("经办戊", "closings", act="carry", line=ON_LINE, document="x"),
        cashiers.get("审计丁", "recover", debt.payable.ref),
    ]
    assert [answer.status_code for answer in answers] == [404] * 6


def test_no_page_asks_more_when_there_is_more(cashiers: Cashiers, treasury: Treasury) -> None:
    def furnish(many: int, first: int) -> None:
        for n, payable in enumerate(paid[first : first + many], first):
            recover(payable, REWARD, "误付", f"追〔2026〕{n}号", treasury.hands(), plan=[(TODAY, REWARD)])
            due_of(treasury, f"张工{n}")

    paid = treasury.paid(6)
    furnish(1, 0)
    few = counted(cashiers)
    furnish(5, 1)

    assert counted(cashiers) == few


def counted(cashiers: Cashiers) -> dict[str, int]:
    cashiers.at("审计丁")
    found = {}
    for name in PAGES:
        ask: Callable[[], Any] = lambda n=name: cashiers.get("审计丁", n)  # noqa: E731
        with CaptureQueriesContext(connection) as asked:
            assert ask().status_code == 200
        found[name] = len(asked)
    return found


def test_every_page_of_these_is_there_in_english(cashiers: Cashiers, treasury: Treasury) -> None:
    debt = recover(treasury.paid()[0], REWARD, "误付", "追〔2026〕1号", treasury.hands())
    due, english = due_of(treasury), Cashiers(treasury, "en")

    pages = [said(english.get("审计丁", name)) for name in PAGES]

    for page, words in zip(
        pages, ("Recoveries", "Month close", "match", "Random sample", "Export"), strict=True
    ):
        assert words in page
    assert "Owed back" in said(english.get("审计丁", "recovery", debt.ref))
    assert "Employer at the decision" in said(english.get("审计丁", "match", due.ref))
