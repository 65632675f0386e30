"""gongjiang ledger check: the books against themselves; one fen of difference is a failure."""

from typing import Any

from gongjiang.law.money import shown
from gongjiang.law.words import Words
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("act", choices=["check"])
    command.add_argument("--json", action="store_true")
    asked = command.parse_args(arguments)
    if not founded():
        return not_founded()
    found = checked()
    if not asked.json:
        return told(found)
    as_json(found)
    return 0 if found["balanced"] else 1


def checked() -> dict[str, Any]:
    """Balances folded anew, closed months too; accounts against papers; debts, matches and samples against
    themselves; transfers against leaves."""
    from gongjiang.office.ledger import check  # noqa: PLC0415
    from gongjiang.office.ledger.models import Transfer  # noqa: PLC0415

    debits, credits = check.trial()
    faults = check.differences()
    unrecorded, guards = check.unrecorded(), check.guards_missing()
    return {
        "balanced": not faults and debits == credits and not unrecorded and not guards,
        "transfers": Transfer.objects.count(), "debits_fen": debits, "credits_fen": credits,
        "differences": [vars(fault) for fault in faults], "unrecorded": unrecorded, "guards_missing": guards,
    }  # fmt: skip


def told(found: dict[str, Any]) -> int:
    if found["balanced"]:
        sums = f"{found['transfers']} 笔 / transfers，{shown(found['debits_fen'])}"
        print(f"账实相符，分文不差 / the books balance to the fen：{sums}")
        return 0
    for one in found["differences"]:
        gap = shown(one["balance"] - one["folded"])
        where = f"{one['account']} {one['side']}"
        fault(Words(f"{where} 差 {gap}", f"{where} is off by {gap}"))
    debits, credits = shown(found["debits_fen"]), shown(found["credits_fen"])
    return fault(Words(
        f"借方 {debits}，贷方 {credits}；无记录 {found['unrecorded']} 笔，"
        f"缺少约束 {found['guards_missing']} 个",
        f"debits {debits}, credits {credits}; {found['unrecorded']} unrecorded, "
        f"{found['guards_missing']} guards missing",
    ))  # fmt: skip
