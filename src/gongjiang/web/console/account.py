"""gongjiang account: make an account with its first posting, or add a posting to one."""

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
    command = parser(name, "make an account; the password is shown once")
    command.add_argument("username")
    command.add_argument("--name", default="", help="the person's name")
    command.add_argument("--role", choices=[role.value for role in Role if role is not Role.CLOCK])
    command.add_argument(
        "--reset", action="store_true", help="a new one-time password, and the second factor set up anew"
    )
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
        print(f"已增加岗位 / posting added: {asked.role}")
        return 0
    fault(Words("一次性显示，请当面交付并尽快修改", "Shown once: hand it over in person and change it soon"))
    print(password)
    return 0


def _given(asked: Namespace, now: "Moment") -> str:
    """The one-time password of an account made or reset; nothing where a posting was added."""
    from gongjiang.office.clerk.refused import refuse  # noqa: PLC0415
    from gongjiang.office.clerk.staffing import NewPosting, make_account, post, reset_account  # noqa: PLC0415
    from gongjiang.office.registry.models import User  # noqa: PLC0415

    found = User.objects.filter(username=asked.username).first()
    if asked.reset:
        if found is None:
            raise refuse(f"没有账号 {asked.username}", f"There is no account {asked.username}")
        return reset_account(found, now)
    posting = NewPosting(Role(asked.role), asked.body, asked.organisation, asked.department)
    if found:
        post(found, posting, now)
        return ""
    if not asked.name.strip():
        raise refuse("请填写姓名（--name）", "Give the person's name (--name)")
    name = asked.name.strip()
    return make_account(asked.username, name, posting, now, asked.same_as, asked.namesake)
