"""Bank file formats by name. A bank's own layout is one more adapter with `render`."""

from typing import Protocol

from gongjiang.office.ledger.bankfiles.delimited import Delimited
from gongjiang.office.ledger.bankfiles.fixed import Fixed
from gongjiang.office.ledger.bankfiles.lines import PaymentLine

__all__ = ["FORMATS", "BankFile", "PaymentLine"]


class BankFile(Protocol):
    def render(self, rows: list[PaymentLine]) -> bytes:
        """The whole file. The same rows give the same bytes, whatever the machine, zone or locale."""


FORMATS: dict[str, BankFile] = {
    "csv": Delimited("gb18030"),
    "csv-gbk": Delimited("gbk"),
    "fixed": Fixed("gb18030"),
    "fixed-gbk": Fixed("gbk"),
}
