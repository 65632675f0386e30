"""gongjiang test-data: a city of a given size in the database, for measuring; never beside real data."""

import sys
from pathlib import Path

from gongjiang.web.console.commands import parser


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("--cases", type=int, default=200)
    asked = command.parse_args(arguments)
    import django  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415

    from gongjiang.web.console.serve import set_up  # noqa: PLC0415

    django.setup()
    home = Path(settings.HOME)
    set_up_marked(home)
    set_up(demo=False)
    from gongjiang.office.cases.models import Case  # noqa: PLC0415
    from gongjiang.web.demo.bulk import fill  # noqa: PLC0415

    if Case.objects.exists():
        print("数据库里已有办件，不再填充 / there are cases already: nothing is added", file=sys.stderr)
        return 2
    made = fill(asked.cases)
    print(f"{made} 件 / cases")
    return 0


def set_up_marked(home: Path) -> None:
    """Marked as a demo: a marked folder refuses real work."""
    (home / "DEMO").touch()
