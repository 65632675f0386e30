"""gongjiang account: the emergency path to accounts; a security administrator takes note of what was done."""

import os
import pwd
from argparse import Namespace
from typing import TYPE_CHECKING

from gongjiang.law.terms import Role
from gongjiang.law.words import Words
from gongjiang.web.console.clock import moment
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import fault
from gongjiang.web.console.setup import founded, not_founded

if TYPE_CHECKING:
    from gongjiang.office.clerk.moment import Moment


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("username")
    command.add_argument("--name", default="", help="the person's name")
    command.add_argument("--role", choices=[role.value for role in Role if role is not Role.CLOCK])
    command.add_argument(
        "--reset", action="store_true", help="a new one-time password, and the second factor set up anew"
    )
    command.add_argument("--end", action="store_true", help="end the account's posting of this role")
    command.add_argument("--same-as", default="", help="an earlier account of the same person")
    command.add_argument("--namesake", action="store_true", help="another person of the same name")
    command.add_argument("--body", default="", help="code of a nominating body")
    command.add_argument("--organisation", default="", help="credit code of a registered unit")
    command.add_argument("--department", default="", help="code of a department")
    asked = command.parse_args(arguments)
    if not asked.reset and not asked.role:
        command.error("--role or --reset")
    return _done(asked) if founded() else not_founded()


def _done(asked: Namespace) -> int:
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415

    try:
        password = _given(asked, moment())
    except Refused as no:
        return fault(no.said)
    if not password:
        print(f"{'已终止岗位 / posting ended' if asked.end else '已增加岗位 / posting added'}: {asked.role}")
        return 0
    fault(Words("只显示一次，请当面交付；14 天内须修改", "Shown once: hand it over, to change in 14 days"))
    print(password)
    return 0


def _given(asked: Namespace, now: "Moment") -> str:
    """The one-time password of an account made or reset; nothing where a posting was added or ended."""
    from gongjiang.office.clerk import at_console  # noqa: PLC0415
    from gongjiang.office.clerk.staffing import NewPosting, Owner  # noqa: PLC0415

    who = os_user()
    if asked.reset:
        return at_console.reset_at_console(asked.username, who, now)
    if asked.end:
        at_console.end_at_console(asked.username, Role(asked.role), who, now)
        return ""
    posting = NewPosting(Role(asked.role), asked.body, asked.organisation, asked.department)
    whose = Owner(asked.name, asked.same_as, asked.namesake)
    return at_console.account_at_console(asked.username, whose, posting, who, now)


def os_user() -> str:
    """Of the process itself: what the environment says of it is not asked."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid {os.getuid()}"
