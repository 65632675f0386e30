"""Who may import whom."""

import sys
import tomllib
from collections import defaultdict

import grimp
import pytest
from importlinter.cli import lint_imports

from tests.architecture.house import ROOT, SOURCE

IMPURE = {
    "asyncio", "http", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil",
    "signal", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time", "urllib",
}  # fmt: skip
COLUMNS = {"gongjiang.law.columns", "gongjiang.law.columns_aggregate", "gongjiang.law.columns_lower"}


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("gongjiang", include_external_packages=True, cache_dir=None)


@pytest.fixture
def at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", list(sys.path))


def test_every_contract_on_imports_is_kept(at_the_root, capsys):
    code = lint_imports(str(ROOT / "pyproject.toml"), no_cache=True)

    assert code == 0, capsys.readouterr().out


def imported_by_the_law(graph):
    found = defaultdict(set)
    for module in graph.modules:
        if module.startswith("gongjiang.law") and not module.startswith("gongjiang.law.standalone"):
            for name in graph.find_modules_directly_imported_by(module):
                found[name.partition(".")[0]].add(module)
    return found


def test_the_law_imports_two_packages_and_each_in_its_own_place(graph):
    imported = imported_by_the_law(graph)
    packages = {name: modules for name, modules in imported.items() if name not in sys.stdlib_module_names}
    del packages["gongjiang"]

    assert packages == {"narwhals": COLUMNS, "chinese_calendar": {"gongjiang.law.calendar_seed"}}


def test_the_law_reads_no_clock_and_touches_no_file_or_network(graph):
    impure = {name: modules for name, modules in imported_by_the_law(graph).items() if name in IMPURE}

    assert impure == {}


def test_the_law_never_asks_what_day_it_is():
    asking = [
        path.name
        for path in (SOURCE / "law").rglob("*.py")
        for words in ("date.today(", "datetime.now(", "localdate(", "utcnow(")
        if words in path.read_text("utf-8")
    ]

    assert asking == []


def test_the_core_installs_no_data_frame_library():
    core = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]

    assert [name for name in core if name.startswith(("polars", "pandas", "pyarrow", "duckdb"))] == []
