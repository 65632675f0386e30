"""The commands that read an office: draw, verify, round, ledger, journal, account, messages."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from python_calamine import CalamineWorkbook

from gongjiang.office.clerk.papers import give_certificate
from gongjiang.office.honours.models import Certificate, Honour
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import ConsoleAct, Posting, User
from gongjiang.office.review.models import Draw
from tests import append_only
from tests.clerk.by_two import revoke
from tests.console.conftest import Told, outside
from tests.town import Town

Console = Callable[..., Told]


@pytest.mark.both
def test_a_draw_is_replayed_and_one_change_is_named(console: Console, town: Town, tmp_path: Path) -> None:
    walk = town.walked("drawn", many=2)
    draw, path = Draw.objects.get(round=walk.round), tmp_path / "bundle.json"
    path.write_text(json.dumps(draw.bundle, ensure_ascii=False), "utf-8")

    same = console("draw", "replay", path, "--published", draw.pool_sha256, "--json")
    other = console("draw", "replay", path, "--published", "0" * 64, "--json")
    path.write_text(json.dumps({**draw.bundle, "chain_step": 2}, ensure_ascii=False), "utf-8")
    changed = console("draw", "replay", path)

    assert (same.code, same.json) == (0, {"same": True, "order": draw.bundle["result"]["order"]})
    assert (other.code, other.json) == (1, {"same": False, "field": "pool_commitment"})
    assert (changed.code, changed.out) == (1, "")
    assert changed.err.startswith("重放不一致：chain_step")


def test_what_is_no_draw_record_ends_with_two_or_is_refused(console: Console, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    found = []
    for text in ("{", "[]", '{"format": "other"}'):
        path.write_text(text, "utf-8")
        found.append(console("draw", "replay", path).code)

    assert found == [2, 1, 1]
    assert console("draw", "replay", tmp_path / "none.json").code == 2


@pytest.mark.both
def test_a_certificate_is_valid_then_revoked_and_a_changed_file_is_neither(
    console: Console, town: Town, tmp_path: Path
) -> None:
    walk = town.walked("conferred", many=1, places=1)
    held, path = Certificate.objects.get(), tmp_path / "证书.pdf"
    path.write_bytes(give_certificate(held, "https://example.invalid", walk.now))

    by_file = console("verify", "certificate", path, "--json")
    by_number = console("verify", "certificate", held.number, "--json")
    path.write_bytes(path.read_bytes() + b"\n%")
    changed = console("verify", "certificate", path, "--json")
    unknown = console("verify", "certificate", "WHGJ20990001", "--json")
    revoke(Honour.objects.get(), town.cast, walk.now)
    revoked = console("verify", "certificate", held.number)

    assert [(one.code, one.json["status"]) for one in (by_file, by_number, changed, unknown)] == [
        (0, "valid"),
        (0, "valid"),
        (1, "unknown"),
        (1, "unknown"),
    ]
    assert changed.json["number"] == held.number
    assert (revoked.code, revoked.out.splitlines()[0]) == (1, "已撤销 / Revoked")


@pytest.mark.both
def test_a_file_that_is_not_there_or_no_pdf_ends_with_two(
    console: Console, town: Town, tmp_path: Path
) -> None:
    (tmp_path / "letter.pdf").write_text("not a pdf")

    told = [console("verify", "certificate", tmp_path / name) for name in ("letter.pdf", "none.pdf")]

    assert [(one.code, one.out, bool(one.err)) for one in told] == [(2, "", True)] * 2


@pytest.mark.both
def test_the_report_of_a_round_in_three_forms(console: Console, town: Town, tmp_path: Path) -> None:
    walk = town.walked("conferred", many=4, places=2)

    text = console("round", "report", "T1", "--format", "md")
    sheet = console("round", "report", walk.round.ref, "--format", "xlsx", "--out", tmp_path / "report.xlsx")
    paper = console("round", "report", "T1", "--format", "pdf", "--out", tmp_path / "report.pdf")

    assert (text.code, sheet.code, paper.code) == (0, 0, 0)
    assert [line for line in text.out.splitlines() if line.startswith("## ")] == [
        "## 评选办法", "## 各环节办理数", "## 专家抽取", "## 名单", "## 公示与异议", "## 审定", "## 名单明细",
    ]  # fmt: skip
    rows = CalamineWorkbook.from_path(str(tmp_path / "report.xlsx")).get_sheet_by_index(0).to_python()
    assert rows[0][:2] == ["阶段", "名次"]
    assert [line[0] for line in rows[1:]] == ["入围名单"] * 4 + ["拟定名单"] * 4
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert sheet.out.strip().endswith("report.xlsx")


@pytest.mark.both
def test_a_round_that_nobody_opened_and_a_folder_that_is_not_there_end_with_two(
    console: Console, town: Town, tmp_path: Path
) -> None:
    town.round()

    unknown = console("round", "report", "T9")
    nowhere = console("round", "report", "T1", "--format", "md", "--out", tmp_path / "no" / "report.md")

    assert [(one.code, one.out) for one in (unknown, nowhere)] == [(2, ""), (2, "")]
    assert ["没有批次 T9" in unknown.err, "写不出文件" in nowhere.err] == [True, True]


@pytest.mark.both
def test_the_books_balance_to_the_fen(console: Console, town: Town) -> None:
    town.walked("rewarded", many=1, places=1)

    told, words = console("ledger", "check", "--json"), console("ledger", "check")

    found = told.json
    assert (told.code, found["balanced"], found["differences"]) == (0, True, [])
    assert found["debits_fen"] == found["credits_fen"] > 0
    assert (words.code, words.out.startswith("账实相符，分文不差")) == (0, True)


@pytest.mark.both
def test_the_record_is_whole_until_somebody_edits_it(console: Console, town: Town) -> None:
    town.nominated(many=1)
    whole = console("journal", "verify", "--json")

    with append_only.lifted(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {Leaf._meta.db_table} SET ref = 'x' WHERE seq = 3")
    broken, words = console("journal", "verify", "--json"), console("journal", "verify")

    assert (whole.code, whole.json["whole"], whole.json["size"]) == (0, True, Leaf.objects.count())
    assert (broken.code, broken.json["first_fault"]) == (1, 3)
    assert (words.code, words.out, words.err.splitlines()[0]) == (1, "", "第 3 条与链值不符")


@pytest.mark.both
def test_an_account_is_made_with_a_password_shown_once(console: Console, town: Town) -> None:
    told = console("account", "wang", "--name", "王经办", "--role", "officer")

    user = User.objects.get(username="wang")
    assert (told.code, user.check_password(told.out.strip())) == (0, True)
    assert told.err.startswith("只显示一次")
    assert console("account", "wang", "--name", "王经办", "--role", "reviewer").code == 0
    assert set(Posting.objects.filter(user=user).values_list("role", flat=True)) == {"officer", "reviewer"}


def test_what_is_done_to_accounts_here_waits_for_a_security_administrator_to_take_note(
    console: Console, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user is the process's own, whatever the environment says."""
    for name in ("LOGNAME", "USER", "SUDO_USER"):
        monkeypatch.setenv(name, "somebody-else")

    told = [console("account", "leader", *more).code for more in (
        ("--reset",), ("--role", "leader", "--end"), ("--role", "leader", "--end"),
    )]  # fmt: skip

    assert told == [0, 0, 1]
    kept = ConsoleAct.objects.order_by("pk").values_list("act", "role", "known_by")
    assert list(kept) == [("reset", "", None), ("end", "leader", None)]
    assert not Leaf.objects.filter(body__contains="somebody-else").exists()
    assert Leaf.objects.filter(ref="leader", body__contains='"by":"console"').count() == 2
    assert not Posting.objects.filter(user__username="leader", until=None).exists()


@pytest.mark.both
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("auditor", "--role", "security_admin"), 1, "不能兼任其他角色"),
        (("li", "--role", "nominator"), 1, "请指明推荐单位代码"),
        (("li", "--role", "emperor"), 2, "invalid choice"),
    ],
)
def test_an_account_that_may_not_be_is_refused(
    console: Console, town: Town, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = (User.objects.count(), Posting.objects.count())

    told = console("account", *arguments, "--name", "示例")

    assert (told.code, told.out) == (code, "")
    assert said in told.err
    assert (User.objects.count(), Posting.objects.count()) == before


def test_no_message_is_without_its_english(console: Console) -> None:
    told = console("messages", "--missing")

    assert (told.code, told.json) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [
        ("ledger", "check"),
        ("journal", "verify"),
        ("round", "report", "T1"),
        ("verify", "certificate", "WHGJ20260001"),
        ("account", "li", "--name", "示例", "--role", "officer"),
    ],
)
def test_without_an_office_a_command_says_how_to_found_one(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    told = outside(tmp_path, *arguments, GONGJIANG_DATABASE="")

    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("尚无数据库：请先运行 gongjiang serve 或 gongjiang demo")
