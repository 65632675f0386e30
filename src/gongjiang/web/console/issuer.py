"""gongjiang issuer: the keys that certificates are signed with; adopting others that were put in place."""

from argparse import Namespace

from gongjiang.web.console.clock import moment
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    acts = command.add_subparsers(dest="act", required=True)
    acts.add_parser("show", help="what is published at issuer.json")
    acts.add_parser("adopt", help="the keys in secrets/ are today's from now on")
    asked = command.parse_args(arguments)
    if not founded():
        return not_founded()
    return {"show": show, "adopt": adopt}[asked.act](asked)


def show(asked: Namespace) -> int:
    from gongjiang.office.honours.issuing import document, keys  # noqa: PLC0415

    return as_json(document()) if keys() else as_json({})


def adopt(asked: Namespace) -> int:
    from gongjiang.office.clerk.issuing import adopt_issuing_key  # noqa: PLC0415
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415

    try:
        print(adopt_issuing_key(moment()).key)
    except Refused as no:
        return fault(no.said, 2)
    return 0
