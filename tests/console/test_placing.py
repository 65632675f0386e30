"""What a command is told wrongly is said in both languages and nothing is written: code 2."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from gongjiang.law.register import TABLES
from gongjiang.law.scenario import Scenario, read_scenario
from gongjiang.law.words import Problem
from gongjiang.office.bulk.snapshot import schema
from gongjiang.plans import plan_of
from gongjiang.web.console.verify_bundle import run as verify
from tests.clerk.claim_sheets import roster, row
from tests.console.conftest import Told

CLAIM = {"claimant": "worker", "channel": "plan", "prior_claims": [], "certificate": {
    "number": "Y000142000006263000006", "level": "senior_worker", "occupation": "焊工",
    "issued_on": "2026-04-26", "verified": True}}  # fmt: skip
Console = Callable[..., Told]


def refused(told: Told, zh: str, en: str) -> None:
    assert told.code == 2, told
    assert (zh in told.err, en in told.err, "Traceback" in told.err) == (True, True, False), told.err


def decided(console: Console, tmp_path: Path, text: str) -> Told:
    path = tmp_path / "facts.json"
    path.write_text(text, "utf-8")
    return console("decide", "skill-upgrade-subsidy", path, "--on", "2026-05-10", "--json")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    folder.mkdir()
    for table in TABLES:
        pl.DataFrame([], schema=schema(table)).write_parquet(folder / f"{table.name}.parquet")
    return folder


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "花名册.csv"
    path.write_bytes(roster([row(1)]))
    return path


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_that_no_office_means_is_refused_in_words(console, tmp_path, day):
    claim = CLAIM | {"certificate": CLAIM["certificate"] | {"issued_on": day}}

    refused(decided(console, tmp_path, json.dumps(claim)), "应为日期", "must be a day")
    asked = ("decide", "skill-upgrade-subsidy", tmp_path / "facts.json", "--on", day)
    refused(console(*asked), "不是日期", "no day such as")


def test_an_option_that_is_no_day_is_called_so_in_both_languages(console, sheet):
    refused(console("import", "skill-claims", sheet, "--on", "x"), "不是日期", "no day such as")
    refused(console("verify", "certificate", "1", "--on", "x"), "不是时刻", "no moment such as")


def test_half_a_character_is_refused_in_words(console, tmp_path):
    claim = CLAIM | {"certificate": CLAIM["certificate"] | {"occupation": "焊\ud800"}}

    refused(decided(console, tmp_path, json.dumps(claim)), "残缺的字符", "half a character")


def test_a_key_that_comes_twice_is_refused_and_a_mark_at_the_beginning_is_not(console, tmp_path):
    text = json.dumps(CLAIM)

    refused(decided(console, tmp_path, '{"claimant": "unit", ' + text[1:]), "出现两次", "twice")
    assert decided(console, tmp_path, "\ufeff" + text).json["outcome"] == "eligible"


@pytest.mark.django_db
def test_errors_go_to_a_file_that_can_be_written(console, sheet, tmp_path):
    asked = ("import", "skill-claims", sheet, "--dry-run", "--on", "2026-05-11", "--errors")

    refused(console(*asked, tmp_path), "是目录", "is a folder")
    refused(console(*asked, tmp_path / "missing" / "e.xlsx"), "没有这个目录", "No such folder")
    refused(console(*asked, sheet), "是输入文件", "is read from")
    assert sheet.read_bytes() == roster([row(1)])
    assert console(*asked, tmp_path / "e.xlsx").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["e.xlsx", "花名册.csv"]


@pytest.mark.parametrize("pair", ["姓名", "=姓名", "名字="])
def test_a_mapping_without_two_parts_is_refused(console, sheet, pair):
    refused(console("import", "skill-claims", sheet, "--map", pair), "--map 应写作", "--map is")


def test_a_register_is_made_up_in_a_folder_that_can_be_written(console, sheet):
    refused(console("synth", "--people", "10", sheet), "是文件", "is a file")
    refused(console("synth", "--people", "10", "/proc/none"), "写不进", "Cannot write")


@pytest.mark.django_db
def test_a_scan_never_writes_over_what_it_reads(console, register, tmp_path):
    before = (register / "persons.parquet").read_bytes()
    link = tmp_path / "link.parquet"
    os.link(register / "persons.parquet", link)

    for out in (register / "persons.parquet", tmp_path / "x" / ".." / "register" / "persons.parquet", link):
        (tmp_path / "x").mkdir(exist_ok=True)
        refused(console("scan", register, "--out", out), "是输入文件", "is read from")
    (register / "honours").mkdir()
    refused(
        console("scan", register, "--out", register / "honours" / "a.parquet"), "登记数据", "the register"
    )
    refused(console("scan", register, "--out", tmp_path), "是目录", "is a folder")
    assert (register / "persons.parquet").read_bytes() == before
    assert console("scan", register, "--out", tmp_path / "out.parquet", "--on", "2026-05-10").code == 0


@pytest.mark.parametrize(
    ("key", "value"), [("claim_window", 100_000_000), ("yearly_cap", 10**9), ("ui_months", 1_201)]
)
def test_a_value_out_of_all_proportion_is_refused_by_its_range(key, value):
    plan = plan_of("skill-upgrade-subsidy")

    wrong = read_scenario({"set": {key: value}}, plan)

    assert isinstance(wrong, Problem)
    assert "不超过" in wrong.said.zh
    assert isinstance(read_scenario({"set": {key: 24}}, plan), Scenario)
    assert isinstance(read_scenario({"set": {"class_sum": 10**8}}, plan), Scenario)


@pytest.mark.django_db
def test_a_backup_is_told_what_is_wrong_with_its_folder_and_its_key(console, sheet, tmp_path):
    key, absent = tmp_path / "key", tmp_path / "absent"
    key.write_bytes(b"k" * 32)

    refused(console("backup", sheet, "--key", key), "是文件", "is a file")
    refused(console("backup", tmp_path / "new", "--key", absent), "密钥文件", "at least 32 random bytes")
    refused(console("restore", sheet, "--key", key), "没有本格式的备份", "no backup of this format")
    refused(console("restore", tmp_path, "--key", absent), "读不出密钥文件", "Cannot read the key's file")
    assert not (tmp_path / "new").exists()


@pytest.mark.django_db
def test_an_account_that_is_not_there_is_called_so(console, sheet):
    told = console("import", "payments", sheet, "--by", "nobody", "--source", "x")

    refused(told, "没有账号 nobody", "There is no account nobody")


def test_a_head_that_is_none_is_named_as_the_option_it_is(sheet, capsys):
    code = verify([str(sheet), "--head", "x"])

    err = capsys.readouterr().err
    assert (code, "--head" in err, "witness" in err) == (2, True, False)
