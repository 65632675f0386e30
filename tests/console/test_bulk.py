"""scan, simulate, synth: what they print, what they write, and how they end when something is wrong."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from gongjiang.law.register import TABLES
from gongjiang.office.bulk import ready
from gongjiang.office.bulk.scanning import COLUMNS, answerable
from gongjiang.office.honours.models import Honour
from gongjiang.plans import plans
from gongjiang.web.demo.journey import reward
from tests.console.conftest import Told
from tests.town import Town

Console = Callable[..., Told]
DAY = "2026-06-30"
NUMBER = next(key for key, held in plans()[0].known.items() if held.unit == "fen")


@pytest.fixture
def register(console: Console, tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    assert console("synth", "--people", 2_000, "--seed", 4, folder).code == 0
    return folder


def test_a_made_up_register_has_every_table(register: Path) -> None:
    assert {path.stem for path in register.iterdir()} == {table.name for table in TABLES}


def test_nothing_is_written_over(console: Console, register: Path) -> None:
    told = console("synth", "--people", 5, register)

    assert (told.code, told.err.splitlines()[0]) == (2, f"目录不是空的：{register}")


@pytest.mark.django_db
def test_a_scan_writes_a_file_and_prints_its_counts(console: Console, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"

    told = console("scan", register, "--on", DAY, "--out", out)

    rows = pl.read_parquet(out)
    assert (told.code, told.err) == (0, "")
    assert tuple(rows.columns[: len(COLUMNS)]) == COLUMNS
    assert set(rows["outcome"]) <= {"eligible", "needs_person"}
    for scheme in answerable(plans()[0]):
        mine = rows.filter((pl.col("scheme") == scheme.slug) & (pl.col("outcome") == "eligible"))
        line = next(line for line in told.out.splitlines() if scheme.slug in line)
        assert line.split()[2] == f"{mine.height:,}"


@pytest.mark.django_db
def test_one_scheme_may_be_asked_with_every_rule(console: Console, register: Path, tmp_path: Path) -> None:
    scheme, out = answerable(plans()[0])[0], tmp_path / "out.parquet"

    told = console("scan", register, "--on", DAY, "--out", out, "--scheme", scheme.slug, "--rules")

    names = [f"{scheme.slug}.{rule.name}" for rule in scheme.rules]
    assert (told.code, [name for name in pl.read_parquet(out).columns if "." in name]) == (0, names)


@pytest.mark.django_db
def test_a_wrong_register_is_refused_with_every_fault(
    console: Console, register: Path, tmp_path: Path
) -> None:
    path = register / "persons.parquet"
    pl.read_parquet(path).drop("district", "employer").write_parquet(path)

    told = console("scan", register, "--out", tmp_path / "out.parquet")

    assert told.code == 2
    assert [line for line in told.err.splitlines() if line.startswith("persons 缺少列")] == [
        "persons 缺少列 district（所在区）",
        "persons 缺少列 employer（用人单位（统一社会信用代码或名称））",
    ]
    assert not (tmp_path / "out.parquet").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("scan", "--out", "x.parquet"),
        ("scan", "somewhere", "--database", "--out", "x.parquet"),
        ("scan", "somewhere"),
        ("scan", "somewhere", "--out", "nowhere/x.parquet"),
        ("scan", "somewhere", "--out", "x.parquet", "--engine", "abacus"),
        ("scan", "somewhere", "--out", "x.parquet", "--on", "soon"),
        ("simulate", "none.toml", "somewhere"),
        ("synth", "--people", "0", "x"),
        ("synth", "x"),
    ],
)
def test_a_command_that_is_not_understood_ends_with_two(console: Console, arguments: tuple[str, ...]) -> None:
    told = console(*arguments)

    assert (told.code, told.out) == (2, "")
    assert told.err


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["no-such-scheme", "../x"])
def test_no_such_scheme_ends_with_two(console: Console, register: Path, tmp_path: Path, slug: str) -> None:
    told = console("scan", register, "--out", tmp_path / "x.parquet", "--scheme", slug)

    assert (told.code, told.err.splitlines()[0]) == (2, f"没有事项 {slug}")


def test_an_engine_that_is_not_there_is_named(console: Console, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setitem(ready.PACKAGES, "duckdb", ("no_such_package", "duckdb"))

    told = console("scan", tmp_path, "--out", tmp_path / "x.parquet", "--engine", "duckdb")

    assert told.code == 2
    assert "gongjiang[duckdb]" in told.err


@pytest.mark.django_db
def test_a_scenario_is_priced_beside_today(console: Console, register: Path, tmp_path: Path) -> None:
    path = tmp_path / "scenario.toml"
    path.write_text(f'name = "试"\non = {DAY}\n[set]\n{NUMBER} = 100\n', "utf-8")

    told, printed = (console("simulate", path, register, *more) for more in (("--json",), ()))

    found = told.json
    assert (told.code, printed.code, found["scenario"], found["on"]) == (0, 0, "试", DAY)
    assert found["changes"] == [{"key": NUMBER, "value": 100, "since": None}]
    assert set(found["by"]) == {"district", "level", "employer", "month"}
    assert printed.out.startswith(f"试  {DAY}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[set", "不是合法的 TOML"),
        ("[set]\nnothing = 1", "计划没有参数 nothing"),
        ('on = "x"', "on 应为日期"),
    ],
)
def test_a_wrong_scenario_is_refused_in_words(
    console: Console, register: Path, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "scenario.toml"
    path.write_text(text, "utf-8")

    told = console("simulate", path, register)

    assert told.code == 2
    assert said in told.err


@pytest.mark.both
def test_the_office_finds_whom_it_titled_and_has_not_rewarded(
    console: Console, town: Town, tmp_path: Path
) -> None:
    walk = town.walked("conferred", many=3)
    titled = set(Honour.objects.values_list("person__ref", flat=True))
    scheme = next(scheme.slug for scheme in plans()[0].schemes if scheme.opens_on)
    found = []

    for out in (tmp_path / "before.parquet", tmp_path / "after.parquet"):
        told = console("scan", "--database", "--on", DAY, "--out", out, "--scheme", scheme)
        found.append({*pl.read_parquet(out).filter(pl.col("outcome") == "eligible")["person"]})
        assert (told.code, told.err) == (0, "")
        reward(walk)

    assert found == [titled, set()]
