"""A register handed in: a folder with a Parquet file for each table, or a folder of them cut by person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gongjiang.law.register import TABLES
from gongjiang.law.words import Problem, Words

Paths = tuple[Path, ...]


@dataclass(frozen=True)
class Register:
    """The files of every table. Cut by person: a person's rows lie in files of one name in every table."""

    files: Mapping[str, Paths]
    cut: bool

    @property
    def shards(self) -> Iterator[Mapping[str, Paths]]:
        """One after the other the files that can be answered on their own."""
        if not self.cut:
            yield self.files
            return
        names = [path.name for path in self.files["persons"]]
        for name in names:
            yield {table: tuple(p for p in paths if p.name == name) for table, paths in self.files.items()}


def find_register(folder: Path) -> Register | Problem:
    if not folder.is_dir():
        return Problem(Words(f"没有这个目录：{folder}", f"No such folder: {folder}"))
    files = {table.name: files_of(folder, table.name) for table in TABLES}
    missing = [name for name, paths in files.items() if not paths]
    if missing:
        listed = "、".join(f"{name}.parquet" for name in missing)
        english = ", ".join(f"{name}.parquet" for name in missing)
        return Problem(Words(f"目录中缺少：{listed}", f"The folder lacks: {english}"))
    names = {name: {path.name for path in paths} for name, paths in files.items()}
    cut = len(names["persons"]) > 1 and all(own == names["persons"] for own in names.values())
    return Register(files, cut)


def files_of(folder: Path, name: str) -> Paths:
    if (folder / f"{name}.parquet").is_file():
        return (folder / f"{name}.parquet",)
    return tuple(sorted((folder / name).glob("*.parquet")))
