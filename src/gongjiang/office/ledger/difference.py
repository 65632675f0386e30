"""Two figures that should be one."""

from dataclasses import dataclass

from gongjiang.law.money import Fen


@dataclass(frozen=True)
class Difference:
    account: str
    side: str
    balance: Fen
    folded: Fen
