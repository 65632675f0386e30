"""The command line's way in."""

import os
import sys

from gongjiang.config.secrets import KeysExposed, KeysMissing


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongjiang.config.settings")
    from gongjiang.web.console.commands import run  # noqa: PLC0415  settings must be named first

    try:
        return flushed(run(sys.argv[1:]))
    except BrokenPipeError:
        return cut_short()
    except KeysMissing as missing:
        return _refused("已有数据，但缺少密钥", "There is data here, but a key is missing", missing)
    except KeysExposed as exposed:
        return _refused(
            "密钥文件可被他人读取，请改为仅本人可读",
            "Others can read a key: make it its owner's alone",
            exposed,
        )


def flushed(code: int) -> int:
    """What was said has reached whoever reads it, or is known not to have."""
    sys.stdout.flush()
    return code


def cut_short() -> int:
    """Who read the output, such as `head`, has had enough: no fault of ours, and nothing more is said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _refused(zh: str, en: str, where: Exception) -> int:
    """No house starts so: a key is never made anew over data."""
    print(f"{zh}：{where}\n{en}: {where}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
