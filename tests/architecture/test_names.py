"""Nothing outside its folder names a scheme, and nothing outside the plans names a city."""

import re
import tomllib

import pytest

from gongjiang.plans import plans
from tests.architecture.house import ROOT, SOURCE, short

READ = {".py", ".html", ".css", ".js", ".toml", ".typ"}
TRANSLATIONS = {".po", ".mo"}
SCHEMES = [
    pytest.param(name, scheme.subject.__module__.split(".")[-2], id=name)
    for plan in plans()
    for scheme in plan.schemes
    for name in {scheme.slug, scheme.subject.__module__.split(".")[-2]}
]
CITY = re.compile("武汉|wuhan", re.IGNORECASE)


def texts():
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in READ and "migrations" not in path.parts and path.is_file():
            yield path, path.read_text("utf-8")


@pytest.mark.parametrize(("name", "folder"), SCHEMES)
def test_no_scheme_is_named_outside_its_folder(name, folder):
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")

    naming = [
        f"{short(path)}:{number}"
        for path, text in texts()
        if folder not in path.parts
        for number, line in enumerate(text.splitlines(), 1)
        if word.search(line) and not is_the_name_of_a_parameter(path, line)
    ]

    assert naming == []


def is_the_name_of_a_parameter(path, line) -> bool:
    """A plan's own terms may name an amount after the scheme that pays it."""
    return path.name == "terms.py" and "plans" in path.parts and " = parameter(" in line


def test_no_city_is_named_outside_the_plans():
    naming = [
        f"{short(path)}:{number}"
        for path, text in texts()
        if "plans" not in path.relative_to(SOURCE).parts
        for number, line in enumerate(text.splitlines(), 1)
        if CITY.search(line)
    ]

    assert naming == []


def test_a_plan_registers_at_one_entry_point():
    entries = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]

    assert set(entries["gongjiang.plans"]) == {plan.slug for plan in plans()}
