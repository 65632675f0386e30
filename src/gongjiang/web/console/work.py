"""gongjiang work: what waits in the background is done; killed at any moment it loses nothing."""

import gc
import os
import time
import traceback
from contextlib import suppress

from gongjiang.law.words import Words
from gongjiang.web.console.clock import WRONG, right
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import fault
from gongjiang.web.console.setup import founded, not_founded

SELDOM = (100_000, 50, 100)
"""A roster is a million small objects that live to its end: looking for garbage among them is in vain."""
EVERY = 30.0
"""Seconds between two signatures under the record."""
PAUSE = 2.0
"""Seconds between two looks at an empty desk."""


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("--beside", action="store_true", help="stop when the process that began it ends")
    command.add_argument("--once", action="store_true", help="stop when nothing waits")
    asked = command.parse_args(arguments)
    if not founded():
        return not_founded()
    gc.set_threshold(*SELDOM)
    parent = os.getppid()
    signed = 0.0
    with suppress(KeyboardInterrupt):
        while not asked.beside or os.getppid() == parent:
            if not steady():
                if asked.once:
                    return fault(WRONG)
                time.sleep(EVERY)
                continue
            signed = signed_by(signed)
            if work_through():
                continue
            if asked.once:
                break
            time.sleep(PAUSE)
    return 0


def steady() -> bool:
    """Whether the clock may be written by: while it is behind the record the worker waits, and the log is
    told at each look. A database that is away is no matter of the clock.
    """
    from django.db import OperationalError, close_old_connections  # noqa: PLC0415

    close_old_connections()
    try:
        return right()
    except OperationalError:
        return True


def signed_by(last: float) -> float:
    """When the record's end was last signed: every half minute, where it has grown. Emergencies that are over
    are reported, late notices go up, employers are reminded of their matches; sessions that are over go."""
    from django.db import OperationalError  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from gongjiang.office.clerk.orders import escalate_overdue  # noqa: PLC0415
    from gongjiang.office.clerk.reminding import remind_matches  # noqa: PLC0415
    from gongjiang.office.clerk.reporting import report_emergencies  # noqa: PLC0415
    from gongjiang.office.journal.signing import sign_head  # noqa: PLC0415
    from gongjiang.web.ended_sessions import sweep  # noqa: PLC0415
    from gongjiang.web.visitor import now  # noqa: PLC0415

    if time.monotonic() - last < EVERY:
        return last
    with suppress(OperationalError):
        report_emergencies(now())
        escalate_overdue(now())
        remind_matches(now())
        sign_head(timezone.now())
        sweep(timezone.now())
    return time.monotonic()


def work_through() -> bool:
    """Whether there was anything to do. A database that is away is waited for; what
    fails is told to whoever keeps the house, and tried again: the worker itself does not end."""
    from django.db import OperationalError, close_old_connections  # noqa: PLC0415

    from gongjiang.office.clerk.rosters import work_one  # noqa: PLC0415
    from gongjiang.web.console.posting import post_one  # noqa: PLC0415

    close_old_connections()
    try:
        return work_one() or post_one()
    except OperationalError as away:
        fault(Words(f"数据库暂不可用：{away}", f"The database is away: {away}"), 0)
        return False
    except Exception:
        traceback.print_exc()
        return False
