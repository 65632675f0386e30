"""The command line's way in."""

import os
import sys


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongjiang.config.settings")
    from gongjiang.web.console.commands import run  # noqa: PLC0415  settings must be named first

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
