"""Fixed columns, measured in bytes: text padded right, figures left with zeros; CRLF; a total comes first."""

from dataclasses import dataclass

from gongjiang.office.ledger.bankfiles.lines import PaymentLine, encoded
from gongjiang.office.ledger.refusal import refuse

WIDTHS = {"reference": 20, "account": 32, "payee": 60, "bank": 80}
AMOUNT, COUNT = 15, 8


@dataclass(frozen=True)
class Fixed:
    charset: str

    def render(self, rows: list[PaymentLine]) -> bytes:
        head = b"H" + figure(len(rows), COUNT) + figure(sum(row.amount for row in rows), AMOUNT)
        return b"".join(line + b"\r\n" for line in [head, *(self._line(row) for row in rows)])

    def _line(self, row: PaymentLine) -> bytes:
        texts = [self._text(getattr(row, name), width) for name, width in WIDTHS.items()]
        return b"D" + figure(row.seq, COUNT) + b"".join(texts) + figure(row.amount, AMOUNT)

    def _text(self, text: str, width: int) -> bytes:
        data = encoded(text, self.charset)
        if len(data) > width:
            refuse(f"“{text}”超过{width}字节", f"“{text}” is longer than {width} bytes")
        return data.ljust(width)


def figure(number: int, width: int) -> bytes:
    text = f"{number:0{width}d}"
    if len(text) > width:
        refuse("数字超过栏宽", "the figure is wider than its column")
    return text.encode("ascii")
