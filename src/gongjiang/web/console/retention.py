"""gongjiang retention rules | due | ask | carry-out: data kept long enough is erased by two people."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from gongjiang.law.retention import RULES
from gongjiang.law.words import Words
from gongjiang.web.console.clock import moment
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded

if TYPE_CHECKING:
    from gongjiang.law.standing import Actor

GONE = Words("没有这个人员编号或账号", "There is no such person or account")


def run(name: str, arguments: list[str]) -> int:
    asked = _parser(name).parse_args(arguments)
    if asked.act == "rules":
        return as_json([
            {"rule": one.name, "of": one.said.zh, "years": one.years, "ground": one.ground.zh,
             "assumed": one.assumed, "since": one.since}
            for one in RULES
        ])  # fmt: skip
    if not founded():
        return not_founded()
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415

    try:
        return _due() if asked.act == "due" else _done(asked)
    except Refused as no:
        return fault(no.said)


def _parser(name: str) -> ArgumentParser:
    command = parser(name)
    acts = command.add_subparsers(dest="act", required=True)
    acts.add_parser("rules", help="how long each class is kept, and on what ground")
    acts.add_parser("due", help="whose time is up")
    for act in ("ask", "carry-out"):
        one = acts.add_parser(act)
        one.add_argument("person", help="the person's reference")
        one.add_argument("--by", required=True, help="the account that acts")
        one.add_argument("--reason", default="保存期满")
    return command


def _due() -> int:
    from gongjiang.office.clerk.retaining import due  # noqa: PLC0415
    from gongjiang.web.visitor import today  # noqa: PLC0415

    return as_json([{"person": one.ref, "since": since} for one, since in due(today())])


def _done(asked: Namespace) -> int:
    from gongjiang.office.clerk.retaining import ask_retirement, carry_out  # noqa: PLC0415
    from gongjiang.office.registry.models import Person, Retirement  # noqa: PLC0415

    actor = _actor(asked.by)
    person = Person.objects.filter(ref=asked.person).first()
    if person is None or actor is None:
        return fault(GONE, 2)
    if asked.act == "ask":
        ask_retirement(person, asked.reason, actor, moment())
        print("已申请，须由另一人执行 / asked: another person carries it out")
        return 0
    held = Retirement.objects.filter(person=person).first()
    if held is None:
        return fault(Words("尚未申请", "This was not asked for yet"))
    carry_out(held, actor, moment())
    print("已删除个人信息；此前的备份到期后方无此信息 / erased; backups made before still hold it")
    return 0


def _actor(username: str) -> "Actor | None":
    from gongjiang.office.clerk.authority import actor_of  # noqa: PLC0415
    from gongjiang.office.registry.models import User  # noqa: PLC0415
    from gongjiang.web.visitor import today  # noqa: PLC0415

    user = User.objects.filter(username=username, is_active=True).first()
    return actor_of(user, today()) if user else None
