"""Bank file formats by name. A bank's own layout is one more adapter with `render`."""

from typing import Protocol

from gongjiang.law.words import Words
from gongjiang.office.ledger.bankfiles.delimited import Delimited
from gongjiang.office.ledger.bankfiles.fixed import Fixed
from gongjiang.office.ledger.bankfiles.lines import PaymentLine

__all__ = ["FORMATS", "SAID", "BankFile", "PaymentLine"]


class BankFile(Protocol):
    def render(self, rows: list[PaymentLine]) -> bytes:
        """The whole file. The same rows give the same bytes, whatever the machine, zone or locale."""


FORMATS: dict[str, BankFile] = {
    "csv": Delimited("gb18030"),
    "csv-gbk": Delimited("gbk"),
    "fixed": Fixed("gb18030"),
    "fixed-gbk": Fixed("gbk"),
}
SAID: dict[str, Words] = {
    "csv": Words("逗号分隔 CSV（GB18030 编码，含生僻字）", "CSV, commas (GB18030: rare characters too)"),
    "csv-gbk": Words("逗号分隔 CSV（GBK 编码）", "CSV, commas (GBK)"),
    "fixed": Words("定长文本（GB18030 编码，含生僻字）", "fixed columns (GB18030: rare characters too)"),
    "fixed-gbk": Words("定长文本（GBK 编码）", "fixed columns (GBK)"),
}
"""What people call each: the layout, and the encoding it comes in."""
