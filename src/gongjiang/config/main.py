"""The command line's way in."""

import os
import sys

from gongjiang.config.secrets import KeysExposed, KeysMissing


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongjiang.config.settings")
    from gongjiang.web.console.commands import run  # noqa: PLC0415  settings must be named first

    try:
        return run(sys.argv[1:])
    except KeysMissing as missing:
        return _refused("已有数据，但缺少密钥", "There is data here, but a key is missing", missing)
    except KeysExposed as exposed:
        return _refused(
            "密钥文件可被他人读取，请改为仅本人可读",
            "Others can read a key: make it its owner's alone",
            exposed,
        )


def _refused(zh: str, en: str, where: Exception) -> int:
    """No house starts so: a key is never made anew over data."""
    print(f"{zh}：{where}\n{en}: {where}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
