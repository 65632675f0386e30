"""花名册: how a scheme takes many claims in one sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Roster:
    """The kind of sheet, and for each rule that the sheet alone can answer the column it rests on."""

    sheet: str
    columns: Mapping[str, str] = field(default_factory=dict)
    open: tuple[str, ...] = ()
    """Rules whose open answer leaves the row in, for a person to look at."""
