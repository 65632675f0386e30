"""Locks hold names, versions and hashes; nothing in the house names a machine or a registry."""

import re
import subprocess
import tomllib

import pytest

from tests.architecture.house import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-spark.lock")
NAMED = re.compile(r"[A-Za-z0-9][\w.\-]*(\[[\w,\-]+\])?==[\w.!+\-]+( ; [^/@:\\]+)?( \\)?")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
HOSTS = ("pypi" + ".org", "python" + "hosted.org", "index" + "-url", "proxy" + ".golang", "npm" + "js.org")
MACHINE = re.compile(r"(?<![\w.~/-])/(?:work|home|root|Users|tmp|opt|mnt|srv)/[\w.-]+")
BINARY = {".ttf", ".otf", ".woff2", ".png", ".ico", ".xlsx", ".pdf", ".mo", ".db"}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_names_versions_and_hashes_only(lock):
    lines = (ROOT / lock).read_text("utf-8").splitlines()

    assert [line for line in lines if not (NAMED.fullmatch(line) or HASH.fullmatch(line))] == []


def named_in(lock):
    return set(re.findall(r"^([\w.\-]+)==", (ROOT / lock).read_text("utf-8"), re.MULTILINE))


def test_what_spark_needs_is_installed_by_its_own_lock_alone():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    group, extras = declared["dependency-groups"]["spark"], declared["project"]["optional-dependencies"]
    core, dev, spark = map(named_in, LOCKS)

    assert spark == {"pyspark", "py4j"}
    assert not spark & (core | dev)
    assert "setuptools" in dev - core
    assert set(group) < set(extras["spark"])


def committed():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    for name in listed.split("\0"):
        path = ROOT / name
        if name and path.suffix not in BINARY and path.is_file():
            yield name, path.read_text("utf-8", errors="replace")


def test_no_committed_file_names_a_registry():
    naming = [
        (name, host)
        for name, text in committed()
        for host in HOSTS
        if host in text.replace("--no-emit-index-url", "")
    ]

    assert naming == []


def test_no_committed_file_names_a_path_of_one_machine():
    naming = [(name, found[0]) for name, text in committed() if (found := MACHINE.findall(text))]

    assert naming == []
