"""Starting Django for the commands that need the registers."""

from pathlib import Path

import django
from django.db import connection

from gongjiang.law.words import Words
from gongjiang.web.console.say import fault


def ready() -> None:
    django.setup()


def founded() -> bool:
    """Whether there is a database with an office in it. Asking makes no file where there is none."""
    django.setup()
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not name.startswith("file:") and not Path(name).exists():
        return False
    return "registry_nominatingbody" in connection.introspection.table_names()


def not_founded() -> int:
    return fault(
        Words(
            "尚无数据库：请先运行 gongjiang serve 或 gongjiang demo",
            "There is no database yet: run gongjiang serve or gongjiang demo",
        ),
        2,
    )
