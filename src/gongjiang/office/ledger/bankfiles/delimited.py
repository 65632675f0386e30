"""A plain list with commas: quoted where needed, lines end in CRLF, no cell starts a formula."""

from dataclasses import dataclass

from gongjiang.office.ledger.bankfiles.lines import PaymentLine, encoded, plain_yuan

HEADER = ("序号", "流水号", "户名", "账号", "开户行", "金额（元）")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BEFORE = " \u3000\u00a0\ufeff\"'"
"""What a spreadsheet may pass over on its way to a sign: it is looked behind."""


@dataclass(frozen=True)
class Delimited:
    charset: str

    def render(self, rows: list[PaymentLine]) -> bytes:
        lines = [HEADER, *(_cells(row) for row in rows)]
        return b"".join(encoded(",".join(map(quoted, line)), self.charset) + b"\r\n" for line in lines)


def quoted(cell: str) -> str:
    """Safe to open in a spreadsheet: a leading formula sign is disarmed with an apostrophe."""
    cell = f"'{cell}" if cell.lstrip(BEFORE).startswith(FORMULA) else cell
    return '"{}"'.format(cell.replace('"', '""')) if any(sign in cell for sign in ',"') else cell


def _cells(row: PaymentLine) -> tuple[str, ...]:
    return (str(row.seq), row.reference, row.payee, row.account, row.bank, plain_yuan(row.amount))
