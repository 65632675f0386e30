"""gongjiang sbom and gongjiang licences: what is installed, as CycloneDX, and under which licences."""

import json
import uuid
from pathlib import Path
from typing import Any

from gongjiang.law.words import Words
from gongjiang.web.console.commands import parser
from gongjiang.web.console.parts_list import Part, parts
from gongjiang.web.console.say import fault

SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
"""The namespace of addresses (RFC 9562): one set of packages has one serial number."""


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    if name == "sbom":
        command.add_argument("--out", type=Path, required=True, help="the CycloneDX file to write")
    asked = command.parse_args(arguments)
    held = parts()
    if name == "sbom":
        asked.out.write_text(json.dumps(bill(held), ensure_ascii=False, indent=1) + "\n", "utf-8")
        return 0
    for one in held[1:]:
        print(f"{one.name}\t{one.version}\t{one.licence}")
    wrong = ", ".join(one.name for one in held[1:] if one.copyleft)
    if wrong:
        return fault(Words(f"许可不相容：{wrong}", f"These licences do not go with ours: {wrong}"))
    return 0


def bill(held: list[Part]) -> dict[str, Any]:
    """CycloneDX 1.6. It has no date: the same packages give the same bytes."""
    ours, others = held[0], held[1:]
    by_name = {one.name: one.purl for one in held}
    serial = uuid.uuid5(SPACE, "\n".join(one.purl for one in held))
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{serial}", "version": 1,
        "metadata": {"component": {**component(ours), "type": "application"}},
        "components": [component(one) for one in others],
        "dependencies": [
            {"ref": one.purl, "dependsOn": [by_name[name] for name in one.needs if name in by_name]}
            for one in held
        ],
    }  # fmt: skip


def component(one: Part) -> dict[str, Any]:
    return {
        "type": "library", "bom-ref": one.purl, "name": one.name, "version": one.version, "purl": one.purl,
        "licenses": [{"license": {"name": one.licence}}],
    }  # fmt: skip
