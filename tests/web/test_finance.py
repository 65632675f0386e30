"""Money through the pages: two people for every act, the same bytes each time, strangers see nothing."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from gongjiang.law.money import yuan
from gongjiang.law.terms import Role
from gongjiang.office.ledger.budget import available, summaries
from gongjiang.office.ledger.models import Batch, FundUse, Payable, PendingAct, RowState, SuspenseItem
from gongjiang.office.ledger.owing import owe_many
from tests.treasury import LINE, REWARD, Treasury
from tests.web.cashiers import ON_LINE, Cashiers, answered

PAGES = ("home", "payables", "batches", "suspense", "pending")


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Cashiers:
    settings.DEMO = True
    return Cashiers(treasury)


@pytest.fixture
def funded(cashiers: Cashiers, treasury: Treasury) -> Cashiers:
    treasury.fund(yuan(9_000_000))
    return cashiers


def said(answer: Any) -> str:
    return answer.content.decode()


@pytest.mark.both
def test_money_goes_the_whole_way_through_the_pages(cashiers: Cashiers, treasury: Treasury) -> None:
    cashiers.post(
        "经办甲", "uses", fund="talent", line="2.3.1", document="测试〔2026〕1号", since="2020-01-01"
    )
    cashiers.confirm()
    form = {"use": "talent|2.3.1", "year": 2026, "amount": "¥9,000,000.00", "document": "测试预〔2026〕8号"}
    cashiers.post("经办甲", "appropriate", **form, grounds="budget")
    assert available_now() is None
    cashiers.confirm()
    assert available(LINE) == yuan(9_000_000)

    treasury.owed(3)
    batch = cashiers.sent()
    assert (batch.state, batch.count, batch.total) == ("exported", 3, 3 * REWARD)
    cashiers.replied(batch, answered(batch, returned=(2,)))
    assert sorted(batch.rows.values_list("state", flat=True)) == ["paid", "paid", "returned"]
    cashiers.act("经办甲", batch, "close")
    assert batch.state == "closed"

    back = Payable.objects.get(state="returned")
    treasury.account(back.person.name, "6222000000009999")
    cashiers.post("经办甲", "payable", back.ref, act="reopen", reason="账号已更正")
    cashiers.confirm()
    second = cashiers.sent()
    assert second.rows.get().tail == "9999"
    cashiers.replied(second, answered(second))

    assert set(Payable.objects.values_list("state", flat=True)) == {"paid"}
    line = summaries(2026)[0]
    assert (line.paid, line.payable, line.returned, line.in_transit) == (3 * REWARD, 0, 0, 0)


def available_now() -> int | None:
    return available(LINE) or None


def test_whoever_entered_it_may_not_confirm_it(funded: Cashiers) -> None:
    funded.account("双岗壬", Role.FINANCE_MAKER, Role.FINANCE_CHECKER)
    form = {"use": "talent|2.3.1", "year": 2026, "amount": "1", "document": "另一文号", "grounds": "budget"}
    funded.post("双岗壬", "appropriate", **form)

    held = funded.confirm("双岗壬")

    assert held.state == "waiting"
    assert available(LINE) == yuan(9_000_000)


def test_the_checker_may_decline_with_a_reason(funded: Cashiers) -> None:
    form = {"use": "talent|2.3.1", "year": 2026, "amount": "1", "document": "另一文号", "grounds": "budget"}
    funded.post("经办甲", "appropriate", **form)
    held = PendingAct.objects.get()

    funded.post("复核乙", "pending_one", held.ref, act="decline", reason="")
    held.refresh_from_db()
    assert held.state == "waiting"
    funded.post("复核乙", "pending_one", held.ref, act="decline", reason="文号有误")

    held.refresh_from_db()
    assert (held.state, held.reason) == ("declined", "文号有误")


def test_the_same_matter_waits_once(funded: Cashiers) -> None:
    form = {"use": "talent|2.3.1", "year": 2026, "amount": "1", "document": "另一文号", "grounds": "budget"}
    funded.post("经办甲", "appropriate", **form)

    again = funded.post("经办甲", "appropriate", **form)

    assert "正待复核" in said(again)
    assert PendingAct.objects.count() == 1


@pytest.mark.parametrize("amount", ["0", "-5", "1.234", "一百", "", "1e9"])
def test_an_amount_is_a_sum_of_yuan(funded: Cashiers, amount: str) -> None:
    form = {
        "use": "talent|2.3.1",
        "year": 2026,
        "amount": amount,
        "document": "另一文号",
        "grounds": "budget",
    }

    answer = funded.post("经办甲", "appropriate", **form)

    assert answer.status_code == 200
    assert PendingAct.objects.count() == 0


def test_who_opened_or_fixed_a_batch_does_not_sign_it(funded: Cashiers, treasury: Treasury) -> None:
    treasury.owed(2)
    funded.account("双岗壬", Role.FINANCE_MAKER, Role.FINANCE_CHECKER, Role.FINANCE_APPROVER)
    batch = treasury_batch(funded, "双岗壬")

    funded.act("双岗壬", batch, "check", sha256=batch.sha256)
    assert batch.state == "frozen"
    funded.act("复核乙", batch, "check", sha256=batch.sha256)
    funded.act("双岗壬", batch, "approve", sha256=batch.sha256)

    assert batch.state == "checked"


def treasury_batch(cashiers: Cashiers, maker: str) -> Batch:
    """Fixed, and waiting for its checker."""
    cashiers.post(maker, "batches", line=ON_LINE)
    batch = Batch.objects.latest("pk")
    cashiers.act(maker, batch, "gather", which="all")
    cashiers.act(maker, batch, "lock")
    return cashiers.act(maker, batch, "freeze", format="csv")


def test_another_hash_is_not_signed(funded: Cashiers, treasury: Treasury) -> None:
    treasury.owed(1)
    batch = treasury_batch(funded, "经办甲")

    funded.act("复核乙", batch, "check", sha256="0" * 64)

    assert batch.state == "frozen"


def test_the_approval_sheet_says_the_sum_in_capital_figures(funded: Cashiers, treasury: Treasury) -> None:
    treasury.owed(2)
    batch = funded.approved()

    page = said(funded.get("审批丙", "batch", batch.pk))

    assert "陆拾万元整" in page
    assert "¥600,000.00" in page
    assert batch.sha256 in page


def test_every_download_is_the_same_file_as_an_attachment(funded: Cashiers, treasury: Treasury) -> None:
    treasury.owed(2)
    batch = funded.approved()

    first, second = (funded.post("经办甲", "file", batch.pk) for _ in range(2))

    assert first.content == second.content
    assert first["Content-Disposition"] == f'attachment; filename="{batch.number}.csv"'


def test_some_are_gathered_and_one_is_taken_out(funded: Cashiers, treasury: Treasury) -> None:
    owed = treasury.owed(3)
    funded.post("经办甲", "batches", line=ON_LINE)
    batch = Batch.objects.get()

    funded.act("经办甲", batch, "gather", which="ticked", payable=[owed[0].ref, owed[2].ref])
    funded.act("经办甲", batch, "drop", row=batch.rows.get(seq=1).reference)

    assert list(batch.rows.values_list("payable__ref", "state")) == [
        (owed[0].ref, RowState.DROPPED),
        (owed[2].ref, RowState.LISTED),
    ]


def test_what_the_bank_leaves_open_is_settled_by_two(funded: Cashiers, treasury: Treasury) -> None:
    treasury.owed(1)
    batch = funded.sent()
    row = batch.rows.get()
    funded.replied(batch, f"{row.reference},{row.tail},299999.00,00,成功")
    item = SuspenseItem.objects.get()
    assert "金额不符" in said(funded.get("经办甲", "suspense"))

    funded.post("经办甲", "item", item.pk, outcome="paid", reason="银行更正")
    assert "待复核" in said(funded.get("复核乙", "item", item.pk))
    funded.confirm()

    item.refresh_from_db()
    row.refresh_from_db()
    assert (item.outcome, row.state) == ("paid", "paid")


@pytest.mark.both
def test_a_batch_is_withdrawn_by_two(funded: Cashiers, treasury: Treasury) -> None:
    treasury.owed(1)
    batch = funded.approved()

    funded.act("经办甲", batch, "withdraw", reason="名单有变")
    assert batch.state == "approved"
    funded.confirm()

    batch.refresh_from_db()
    assert (batch.state, Payable.objects.get().state) == ("withdrawn", "owed")


def test_a_reply_that_cannot_be_read_is_told_at_once(funded: Cashiers, treasury: Treasury) -> None:
    treasury.owed(1)
    batch = funded.sent()
    empty = SimpleUploadedFile("reply.csv", b"\n\n")

    page = funded.at("经办甲").post(
        reverse("finance:act", args=(batch.pk, "reply")), {"file": empty}, follow=True
    )

    assert "回盘文件没有内容" in said(page)
    assert PendingAct.objects.count() == 0


def test_a_newer_account_is_taken_for_what_is_owed(funded: Cashiers, treasury: Treasury) -> None:
    held = treasury.owed(1)[0]
    newer = treasury.account(held.person.name, "6222000000008888")

    funded.post("经办甲", "payable", held.ref, act="account")

    held.refresh_from_db()
    assert held.account == newer


def test_strangers_find_no_money(funded: Cashiers, treasury: Treasury) -> None:
    held = treasury.owed(1)[0]
    batch = funded.approved()
    pages = [(name,) for name in (*PAGES, "appropriate", "uses", "payables_export")]

    answers = [
        funded.get("推荐己", *page).status_code
        for page in (*pages, ("payable", held.ref), ("batch", batch.pk))
    ]

    assert set(answers) == {404}


def test_who_may_see_money_may_not_move_it(funded: Cashiers, treasury: Treasury) -> None:
    held = treasury.owed(1)[0]
    batch = funded.approved()

    answers = [
        funded.post("审计丁", "file", batch.pk),
        funded.post("审计丁", "act", batch.pk, "withdraw", reason="不办"),
        funded.post("审计丁", "batches", line=ON_LINE),
        funded.post("审计丁", "payable", held.ref, act="account"),
        funded.get("审计丁", "appropriate"),
        funded.post("经办甲", "act", batch.pk, "approve", sha256=batch.sha256),
    ]

    assert [answer.status_code for answer in answers] == [404] * 6
    assert funded.get("审计丁", "batch", batch.pk).status_code == 200


def test_the_spreadsheet_obeys_the_filter(funded: Cashiers, treasury: Treasury) -> None:
    treasury.owed(3)

    answer = funded.get("审计丁", "payables_export", q="王工2")

    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [(row[1], row[6]) for row in rows[1:]] == [("王工2", 300_000.0)]


def test_no_page_asks_more_of_the_database_when_there_is_more_to_show(
    funded: Cashiers, treasury: Treasury
) -> None:
    treasury.owed(2)
    batch = funded.sent()
    funded.replied(batch, answered(batch, returned=(1,)) + "\nX1,1234,1.00,00,成功")
    few = counted(funded, batch)

    claims = [treasury.claim(treasury.case(f"李工{n}")) for n in range(12)]
    owe_many(claims, treasury.hands())
    second = funded.sent()
    extra = "".join(f"\nX{n},1234,1.00,00,成功" for n in range(9))
    funded.replied(second, answered(second, returned=(1, 2, 3)) + extra)

    assert counted(funded, second) == few


def counted(cashiers: Cashiers, batch: Batch) -> dict[str, int]:
    batch.refresh_from_db()
    cashiers.at("审计丁")
    pages: dict[str, Callable[[], Any]] = {name: lambda n=name: cashiers.get("审计丁", n) for name in PAGES}  # type: ignore[misc]
    pages["batch"] = lambda: cashiers.get("审计丁", "batch", batch.pk)
    pages["line"] = lambda: cashiers.get("审计丁", "line", LINE.fund.value, LINE.year, LINE.line)
    found = {}
    for name, ask in pages.items():
        with CaptureQueriesContext(connection) as asked:
            assert ask().status_code == 200
        found[name] = len(asked)
    return found


def test_every_page_is_there_in_english(funded: Cashiers, treasury: Treasury) -> None:
    treasury.owed(1)
    batch = funded.approved()
    english = Cashiers(treasury, "en")

    pages = [said(english.get("审计丁", name)) for name in PAGES]
    page = said(english.get("审计丁", "batch", batch.pk))

    assert "Money lines" in pages[0]
    assert "Approval sheet" in page
    assert FundUse.objects.count() == 1
