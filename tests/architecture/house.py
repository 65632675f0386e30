"""Where the house's own files are."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "gongjiang"
CHINESE = ("\u4e00", "\u9fff")


def python_files(*folders: Path) -> Iterator[Path]:
    """Every module that somebody wrote: migrations are made by a tool."""
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            if "migrations" not in path.parts and "__pycache__" not in path.parts:
                yield path


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_chinese(sign: str) -> bool:
    return CHINESE[0] <= sign <= CHINESE[1]
