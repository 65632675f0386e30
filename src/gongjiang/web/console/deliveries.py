"""gongjiang import certificates|insurance|payments FILE: a file of another register, whole or not at all."""

from argparse import Namespace

from gongjiang.law.words import Words
from gongjiang.web.console.clock import moment
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded

UNSAID = Words(
    "请用 --by 指明经办账号，用 --source 指明来源单位",
    "Say with --by which account imports, and with --source whose register it is",
)
KINDS = ("certificates", "insurance", "payments")


def run(asked: Namespace, data: bytes) -> int:
    if not founded():
        return not_founded()
    from gongjiang.office.clerk.authority import actor_of  # noqa: PLC0415
    from gongjiang.office.clerk.deliveries import Sent, take_delivery  # noqa: PLC0415
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415
    from gongjiang.office.registry.models import User  # noqa: PLC0415

    user = User.objects.filter(username=asked.by or "").first()
    if user is None and asked.by:
        return fault(Words(f"没有账号 {asked.by}", f"There is no account {asked.by}"), 2)
    if user is None or not asked.source:
        return fault(UNSAID, 2)
    now = moment(asked.on)
    sent = Sent(asked.kind, asked.source, asked.file.name, data)
    try:
        made = take_delivery(sent, actor_of(user, now.day), now)
    except Refused as no:
        return fault(no.said, 2)
    if asked.json:
        return as_json({"kind": made.kind, "rows": made.rows, "sha256": made.sha256})
    print(f"{made.rows} 行 / rows")
    return 0
