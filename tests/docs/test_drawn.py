"""The pages drawn from the code are those that are committed."""

import difflib

import pytest

from gongjiang.law.drawing_docs import REDRAW
from gongjiang.web.console import docs
from tests.architecture.house import ROOT

PAGES = docs.drawn()


@pytest.mark.parametrize("page", PAGES)
def test_the_committed_page_is_what_the_code_draws(page):
    path = ROOT / "docs" / page
    committed = path.read_text("utf-8") if path.is_file() else ""

    changed = difflib.unified_diff(
        committed.splitlines(), PAGES[page].splitlines(), f"docs/{page}", "drawn", lineterm=""
    )

    assert committed == PAGES[page], f"docs/{page} is out of date: run `{REDRAW}`\n" + "\n".join(changed)


def test_the_command_writes_every_page(tmp_path, capsys):
    code = docs.run("docs", ["--folder", str(tmp_path / "new")])

    assert code == 0
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / "new").iterdir()} == PAGES
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "new" / page) for page in PAGES]
