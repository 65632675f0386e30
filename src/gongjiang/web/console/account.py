"""gongjiang account: make an account with its first posting, or add a posting to one."""

from argparse import Namespace

from django.utils import timezone

from gongjiang.law.terms import Role
from gongjiang.law.words import Words
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import fault
from gongjiang.web.console.setup import founded, not_founded


def run(name: str, arguments: list[str]) -> int:
    command = parser(name, "make an account; the password is shown once")
    command.add_argument("username")
    command.add_argument("--name", required=True, help="the person's name")
    command.add_argument(
        "--role", required=True, choices=[role.value for role in Role if role is not Role.CLOCK]
    )
    command.add_argument("--body", default="", help="code of a nominating body")
    command.add_argument("--organisation", default="", help="credit code of a registered unit")
    asked = command.parse_args(arguments)
    return _made(asked) if founded() else not_founded()


def _made(asked: Namespace) -> int:
    from gongjiang.office.clerk.moment import Moment  # noqa: PLC0415
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415
    from gongjiang.office.clerk.staffing import NewPosting, make_account, post  # noqa: PLC0415
    from gongjiang.office.registry.models import User  # noqa: PLC0415

    now = Moment(timezone.localdate(), timezone.now())
    posting = NewPosting(Role(asked.role), asked.body, asked.organisation)
    found = User.objects.filter(username=asked.username).first()
    try:
        if found:
            post(found, posting, now)
            print(f"已增加岗位 / posting added: {asked.role}")
            return 0
        password = make_account(asked.username, asked.name, posting, now)
    except Refused as no:
        return fault(no.said)
    fault(Words("一次性显示，请当面交付并尽快修改", "Shown once: hand it over in person and change it soon"))
    print(password)
    return 0
