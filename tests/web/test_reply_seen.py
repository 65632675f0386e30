"""Who confirms a bank's reply sees first what it will do; a wrong file is not entered by one click."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongjiang.law.money import yuan
from gongjiang.office.ledger.bankfiles import FORMATS, SAID
from gongjiang.office.ledger.models import Batch, PendingAct, ReplyRow
from gongjiang.office.ledger.previewing import preview
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply
from tests.treasury import REWARD, Treasury
from tests.web.cashiers import Cashiers, answered

STRANGER = "X1,1234,1.00,00,成功"


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Cashiers:
    settings.DEMO = True
    treasury.fund(yuan(9_000_000))
    return Cashiers(treasury)


@pytest.fixture
def batch(cashiers: Cashiers, treasury: Treasury) -> Batch:
    return treasury.sent(treasury.owed(4))


def mixed(batch: Batch) -> str:
    """Two paid, one returned, one of another sum, one of nobody, one broken."""
    lines = answered(batch, returned=(2,)).split("\n")
    lines[3] = lines[3].replace("300000.00", "1.00")
    return "\n".join([*lines, STRANGER, "残缺"])


def waiting(cashiers: Cashiers, batch: Batch, text: str) -> PendingAct:
    cashiers.act("经办甲", batch, "reply", file=SimpleUploadedFile("reply.csv", text.encode()))
    return PendingAct.objects.get(state="waiting")


def page(cashiers: Cashiers, held: PendingAct) -> Any:
    return cashiers.get("复核乙", "pending_one", held.ref)


def test_the_checker_sees_how_every_line_was_taken_and_what_it_comes_to(
    cashiers: Cashiers, batch: Batch
) -> None:
    held = waiting(cashiers, batch, mixed(batch))

    seen = page(cashiers, held)

    sums = {one.answer.value: (one.number, one.amount) for one in seen.context["seen"].sums}
    assert sums == {
        "paid": (2, 2 * REWARD), "returned": (1, REWARD), "wrong_amount": (1, yuan(1)),
        "unknown": (1, yuan(1)), "truncated": (1, 0),
    }  # fmt: skip
    assert [line.answer for line in seen.context["odd"]] == ["wrong_amount", "unknown", "truncated"]
    assert "款项转待查" in seen.content.decode()
    assert ReplyRow.objects.count() == 0


def test_what_was_shown_is_what_is_entered(treasury: Treasury, batch: Batch) -> None:
    file = read_reply(mixed(batch).encode())

    shown = [row.answer for row in preview(batch, file).rows]

    assert shown == [row.answer for row in settle_reply(batch, file, treasury.hands()).rows]


def test_a_reply_of_broken_lines_alone_is_refused_at_once(cashiers: Cashiers, batch: Batch) -> None:
    file = SimpleUploadedFile("reply.csv", "残缺\n又残缺".encode())

    answer = cashiers.at("经办甲").post(
        reverse("finance:act", args=(batch.pk, "reply")), {"file": file}, follow=True
    )

    assert "残缺行" in answer.content.decode()
    assert PendingAct.objects.count() == 0


def test_a_reply_about_nothing_here_takes_a_second_box(cashiers: Cashiers, batch: Batch) -> None:
    held = waiting(cashiers, batch, STRANGER)
    asked = page(cashiers, held).content.decode()

    cashiers.post("复核乙", "pending_one", held.ref, act="confirm")
    held.refresh_from_db()
    assert held.state == "waiting"
    cashiers.post("复核乙", "pending_one", held.ref, act="confirm", sure="yes")

    held.refresh_from_db()
    assert (held.state, 'name="sure"' in asked) == ("confirmed", True)


def test_a_reply_about_payments_here_asks_for_no_second_box(cashiers: Cashiers, batch: Batch) -> None:
    held = waiting(cashiers, batch, answered(batch))

    text = page(cashiers, held).content.decode()
    cashiers.post("复核乙", "pending_one", held.ref, act="confirm")

    held.refresh_from_db()
    assert (held.state, 'name="sure"' in text) == ("confirmed", False)


def test_who_uploads_is_told_the_columns_and_the_codes(cashiers: Cashiers, batch: Batch) -> None:
    text = cashiers.get("经办甲", "batch", batch.pk).content.decode()

    assert "流水号、账号末四位、金额（元）、结果码、说明、户名（可无）" in text
    assert all(f"<code>{code}</code> {said}" in text for code, said in (("00", "已付"), ("R…", "退回")))
    assert SAID["csv"].zh in text


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_called_by_its_layout_and_its_true_encoding(name: str) -> None:
    charset = FORMATS[name].charset  # type: ignore[attr-defined]

    assert all(charset.upper() in said for said in (SAID[name].zh, SAID[name].en))
