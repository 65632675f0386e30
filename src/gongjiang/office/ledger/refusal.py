"""What the ledger will not do, and why: expected, said in both languages, and without any effect."""

from typing import NoReturn

from gongjiang.law.words import Words


class LedgerRefused(Exception):
    """An expected no. The transaction of the act is rolled back; nothing has moved."""

    def __init__(self, said: Words) -> None:
        super().__init__(f"{said.zh} / {said.en}")
        self.said = said


class BrokenPromise(RuntimeError):
    """Something the database or the code guarantees did not hold: never caught, never explained away."""


def refuse(zh: str, en: str) -> NoReturn:
    raise LedgerRefused(Words(zh, en))
