"""Where a command may write: asked before anything is worked out, so that nothing is left half written."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from gongjiang.law.words import Words


class NotWritten(Exception):
    """The file was not written, and what stood in its place stands there still."""

    def __init__(self, said: Words) -> None:
        super().__init__(said.en)
        self.said = said


def no_file_at(path: Path) -> Words | None:
    """Why no file can be written under this name, if so."""
    if path.is_dir():
        return Words(f"{path} 是目录，请写文件名", f"{path} is a folder: name a file")
    if not path.absolute().parent.is_dir():
        return Words(f"没有这个目录：{path.parent}", f"No such folder: {path.parent}")
    return None


def no_empty_folder(path: Path) -> Words | None:
    """Why nothing can be written into this folder, if so: it is new, or it is there and empty."""
    try:
        if path.exists() and not path.is_dir():
            return Words(f"{path} 是文件，请写目录名", f"{path} is a file: name a folder")
        if path.exists() and any(path.iterdir()):
            return Words(f"目录不是空的：{path}", f"The folder is not empty: {path}")
    except OSError as wrong:
        return unwritable(path, wrong)
    return None


def an_input(path: Path, inputs: Iterable[Path]) -> Words | None:
    """Whether writing there would write over what is read."""
    if any(path.exists() and one.exists() and path.samefile(one) for one in inputs):
        return Words(f"{path} 是输入文件，不能覆盖", f"{path} is read from: it is not written over")
    return None


def among(path: Path, folder: Path, names: Collection[str]) -> Words | None:
    """Whether a file of that name would pass for one of the tables in the folder."""
    inside = path.resolve().parts[len(folder.resolve().parts) :]
    under = path.resolve().is_relative_to(folder.resolve())
    if under and {*inside[:-1], path.stem} & set(names):
        return Words(
            f"{path} 会被当作登记数据，请写到别处",
            f"{path} would be taken for a part of the register: write elsewhere",
        )
    return None


def unwritable(path: Path, wrong: OSError) -> Words:
    why = wrong.strerror or str(wrong)
    return Words(f"写不进 {path}：{why}", f"Cannot write {path}: {why}")


def put(path: Path, body: bytes) -> None:
    """Whole under its name, or not at all."""
    fresh = path.with_name(f".{path.name[:80]}.part")
    try:
        fresh.write_bytes(body)
        fresh.replace(path)
    except OSError as wrong:
        with suppress(OSError):
            fresh.unlink()
        raise NotWritten(unwritable(path, wrong)) from wrong
