"""What takes two people, done by the two whom the town has for it."""

from datetime import date

from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.revoking import decide_revocation, prepare_revocation
from gongjiang.office.honours.models import Honour
from gongjiang.web.demo.cast import Cast

REVOKING = "示例撤〔2026〕1号"


def revoke(
    honour: Honour,
    cast: Cast,
    now: Moment,
    ground: str = "fraud",
    document: str = REVOKING,
    on: date | None = None,
) -> Honour:
    officer, government = (cast.actor(name, now.day) for name in ("officer2", "government"))
    held = prepare_revocation(honour, ground, document, on or now.day, "经核实属实", officer, now)
    return decide_revocation(held, True, government, now)
