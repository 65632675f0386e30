"""Every command by name."""

from django.core.management import execute_from_command_line


def run(arguments: list[str]) -> int:
    if arguments and arguments[0] == "manage":
        execute_from_command_line(["gongjiang", *arguments[1:]])
        return 0
    return 2
