"""gongjiang journal verify: the record read from its first leaf to its head; the first fault is named."""

from typing import Any

from gongjiang.law.words import Words
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded


def run(name: str, arguments: list[str]) -> int:
    command = parser(name, "verify the record")
    command.add_argument("act", choices=["verify"])
    command.add_argument("--json", action="store_true")
    asked = command.parse_args(arguments)
    if not founded():
        return not_founded()
    found = verified()
    if asked.json:
        as_json(found)
        return 0 if found["whole"] else 1
    if not found["whole"]:
        seq = found["first_fault"]
        return fault(Words(f"第 {seq} 条与链值不符", f"Leaf {seq} does not hold"))
    print(f"记录完整 / the record is whole：{found['size']} 条 / leaves\n{found['chain']}")
    return 0


def verified() -> dict[str, Any]:
    from gongjiang.office.journal.models import Head, first_fault  # noqa: PLC0415

    broken = first_fault()
    head = Head.objects.filter(pk=1).first() or Head()
    return {"whole": broken is None, "first_fault": broken, "size": head.size, "chain": head.chain}
