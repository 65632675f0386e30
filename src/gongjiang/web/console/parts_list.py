"""What this house runs on: the installed packages that its own requirements lead to, with their licences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OURS = "gongjiang"
EXTRAS = ("postgres", "bulk")
"""Of our own, where they are installed."""

COPYLEFT = re.compile(r"(?<![Ll])\bA?GPL|(?<!Lesser )(?<!Library )General Public License", re.ASCII)
LONGEST = 60


@dataclass(frozen=True)
class Part:
    name: str
    version: str
    licence: str
    needs: tuple[str, ...]

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"

    @property
    def copyleft(self) -> bool:
        """Under a licence that the whole would have to be given under."""
        return bool(COPYLEFT.search(self.licence.replace("LGPL", "")))


def parts() -> list[Part]:
    """Every package, ourselves first, then by name. No network: what is installed says it."""
    found, waiting = dict[str, Part](), [(OURS, frozenset(EXTRAS))]
    seen = set[tuple[str, frozenset[str]]]()
    while waiting:
        asked = waiting.pop()
        held = _installed(asked[0])
        if held is None or asked in seen:
            continue
        seen.add(asked)
        needs = list(_needs(held, asked[1]))
        waiting += needs
        name = canonicalize_name(held.name)
        before = found[name].needs if name in found else ()
        there = {one for one, _ in needs if _installed(one)} | set(before)
        found[name] = Part(name, held.version, licence_of(held), tuple(sorted(there)))
    return [found.pop(OURS), *(found[name] for name in sorted(found))]


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _needs(held: Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for line in held.requires or ():
        one = Requirement(line)
        wanted = one.marker is None or any(one.marker.evaluate({"extra": e}) for e in ("", *extras))
        if wanted:
            yield canonicalize_name(one.name), frozenset(one.extras)


def licence_of(held: Distribution) -> str:
    """As an expression where it gives one; by its classifiers; or the first line of what it says."""
    told = held.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    named = [
        one.rpartition("::")[2].strip() for one in told.get_all("Classifier") or () if "License ::" in one
    ]
    first = (told.get_all("License") or [""])[0].strip().partition("\n")[0]
    return " OR ".join(named) or first[:LONGEST] or "unknown"
