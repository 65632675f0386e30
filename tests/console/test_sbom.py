"""What runs here is known: the bill names what is installed of the lock, and no licence that binds ours."""

import json
import re
from collections.abc import Callable
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from gongjiang.web.console.parts_list import OURS, Part, parts
from tests.console.conftest import Told
from tests.ledger_ground import ROOT

PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==([^ ;]+)(?: ; (.*?))? \\$", re.MULTILINE)
BUILDING = {"hatchling", "editables", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}
"""What only builds the package is in the lock and runs nothing."""


def locked() -> dict[str, str]:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    here = {canonicalize_name(one.name) for one in distributions()}
    found = {canonicalize_name(name): version for name, version, _ in PINNED.findall(text)}
    return {name: version for name, version in found.items() if name in here}


def test_the_bill_is_the_installed_run_time_set_of_the_lock(
    console: Callable[..., Told], tmp_path: Path
) -> None:
    assert console("sbom", "--out", tmp_path / "bom.json").code == 0

    told = json.loads((tmp_path / "bom.json").read_text("utf-8"))
    named = {one["name"]: one["version"] for one in told["components"]}
    assert (told["bomFormat"], told["metadata"]["component"]["name"]) == ("CycloneDX", OURS)
    assert named == {name: version for name, version in locked().items() if name not in BUILDING}


def test_every_reference_in_the_bill_leads_somewhere(console: Callable[..., Told], tmp_path: Path) -> None:
    console("sbom", "--out", tmp_path / "bom.json")

    told = json.loads((tmp_path / "bom.json").read_text("utf-8"))
    refs = {one["bom-ref"] for one in [told["metadata"]["component"], *told["components"]]}
    assert {one["ref"] for one in told["dependencies"]} == refs
    assert {ref for one in told["dependencies"] for ref in one["dependsOn"]} < refs


def test_no_licence_binds_ours_and_none_is_unknown(console: Callable[..., Told]) -> None:
    told = console("licences")

    assert (told.code, told.err) == (0, "")
    assert [one.name for one in parts() if one.licence == "unknown"] == []


@pytest.mark.parametrize(
    ("licence", "bound"),
    [
        ("GPL-3.0-only", True), ("AGPL-3.0-or-later", True), ("GNU General Public License v3 (GPLv3)", True),
        ("MIT OR GPL-2.0", True), ("LGPL-3.0-only", False), ("MIT", False),
        ("GNU Lesser General Public License v3 (LGPLv3)", False),
    ],
)  # fmt: skip
def test_what_binds_is_told_from_what_does_not(licence: str, bound: bool) -> None:
    assert Part("x", "1", licence, ()).copyleft is bound
