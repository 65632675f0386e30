"""gongjiang serve and gongjiang demo: set all up where there is nothing yet, then answer on loopback."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from gongjiang.web.console.clock import WRONG, right
from gongjiang.web.console.commands import parser

PORT = 8000
MADE_UP = "demo"


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("--port", type=int, default=PORT)
    command.add_argument("--workers", type=int, default=2)
    command.add_argument("--build-only", action="store_true", help="set up and stop")
    asked = command.parse_args(arguments)
    home = Path(os.environ.get("GONGJIANG_HOME", "data-demo" if name == MADE_UP else "data"))
    os.environ["GONGJIANG_HOME"] = str(home)
    marked = home / "DEMO"
    if name == MADE_UP and home.exists() and any(home.iterdir()) and not marked.exists():
        print(
            f"{home} 不是演示目录，不会写入 / {home} is not a demo folder and is left alone", file=sys.stderr
        )
        return 2
    if name != MADE_UP and marked.exists():
        print(
            f"{home} 是演示目录，不能用于正式办理 / {home} is a demo folder: it cannot be used for real",
            file=sys.stderr,
        )
        return 2
    if not fit():
        return 2
    set_up(name == MADE_UP)
    if foreign():
        return 2
    return 0 if asked.build_only else serve(asked.port, asked.workers)


def fit() -> bool:
    """Whether this version can serve the house that lies there."""
    import django  # noqa: PLC0415

    from gongjiang.web.console.lineage import unfit  # noqa: PLC0415
    from gongjiang.web.console.say import fault  # noqa: PLC0415

    django.setup()
    if why := unfit():
        fault(why)
    return why is None


def set_up(demo: bool) -> None:
    """Tables, cache, the office; and for the demo its made-up city, once."""
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    from gongjiang.office.registry.aside import clear_aside  # noqa: PLC0415

    django.setup()
    clear_aside()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    guarded()
    if demo:
        made_up()
    elif right():
        founded()
        first_administrator()


def guarded() -> None:
    """A table that a migration made anew has lost its guards on SQLite: they are laid again."""
    from gongjiang.office.clerk.guarding import lay_guards  # noqa: PLC0415

    lay_guards()


def foreign() -> bool:
    """Whether the record was signed with another key: these are not this house's keys. By a clock that is
    behind the record pages are served, and nothing is signed.
    """
    from django.utils import timezone  # noqa: PLC0415

    from gongjiang.law.words import Words  # noqa: PLC0415
    from gongjiang.office.journal.models import Checkpoint  # noqa: PLC0415
    from gongjiang.office.journal.signing import house_key, sign_head  # noqa: PLC0415
    from gongjiang.web.console.say import fault  # noqa: PLC0415

    last = Checkpoint.objects.last()
    if last and not last.note.startswith(f"{house_key().name}\n"):
        fault(Words("密钥不是本库的密钥，拒绝启动", "These are not the keys of this database: not started"))
        return True
    if not right():
        fault(WRONG)
        return False
    sign_head(timezone.now())
    return not issuing()


def issuing() -> bool:
    """Whether the keys of certificates are the registered ones; registered now where there are none."""
    from gongjiang.office.clerk.issuing import issuing_key  # noqa: PLC0415
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415
    from gongjiang.web.console.say import fault  # noqa: PLC0415
    from gongjiang.web.visitor import now  # noqa: PLC0415

    try:
        issuing_key(now())
    except Refused as no:
        fault(no.said)
        return False
    return True


def first_administrator() -> None:
    from django.utils import timezone  # noqa: PLC0415

    from gongjiang.office.clerk.first_administrator import FIRST, set_up_code  # noqa: PLC0415
    from gongjiang.office.clerk.moment import Moment  # noqa: PLC0415

    code = set_up_code(Moment(timezone.localdate(), timezone.now()))
    if code:
        print(
            f"首任管理员 / first administrator：{FIRST}\n一次性设置码 / one-time set-up code：{code}",
            flush=True,
        )


def founded() -> None:
    from django.utils import timezone  # noqa: PLC0415

    from gongjiang.office.clerk.founding import found_office  # noqa: PLC0415
    from gongjiang.plans import plans  # noqa: PLC0415

    for plan in plans():
        found_office(plan, timezone.localdate() + timedelta(days=365), "setup", timezone.now())


def made_up() -> None:
    from django.conf import settings  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from gongjiang.office.cases.models import Round  # noqa: PLC0415
    from gongjiang.web.demo.build import DEMO_DAY, build  # noqa: PLC0415
    from gongjiang.web.visitor import CLOCK  # noqa: PLC0415

    (settings.HOME / "DEMO").touch()
    if Round.objects.exists():
        return
    print("正在建立演示城市 / building the made-up city …", flush=True)
    build(DEMO_DAY)
    (settings.HOME / CLOCK).write_text(str((DEMO_DAY - timezone.localdate()).days))


def serve(port: int, workers: int) -> int:
    """The pages, and beside them the worker of the background."""
    print(f"http://127.0.0.1:{port}/", flush=True)
    background = subprocess.Popen([sys.executable, "-m", "gongjiang.config.main", "work", "--beside"])
    try:
        _served(port, workers)
    finally:
        background.terminate()
        background.wait()
    return 0


def _served(port: int, workers: int) -> None:
    from granian import Granian  # noqa: PLC0415
    from granian.constants import Interfaces  # noqa: PLC0415

    Granian("gongjiang.config.wsgi:application", address="127.0.0.1", port=port, interface=Interfaces.WSGI,
            workers=workers, blocking_threads=2, respawn_failed_workers=True).serve()  # fmt: skip
