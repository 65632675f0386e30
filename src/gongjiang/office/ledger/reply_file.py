"""Read a bank's reply: reference, account tail, amount in yuan, code, message, name. Nothing is guessed."""

import csv
import hashlib
import re
from dataclasses import dataclass

from gongjiang.law.money import Fen
from gongjiang.law.words import Words
from gongjiang.office.ledger.refusal import refuse

YUAN = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,2}))?")
FIELDS = (5, 6)
"""With or without the payee's name at the end."""
HEADINGS = ("流水号", "reference")
COLUMNS = (
    Words("流水号", "reference"),
    Words("账号末四位", "last four digits"),
    Words("金额（元）", "sum (yuan)"),
    Words("结果码", "result code"),
    Words("说明", "message"),
    Words("户名（可无）", "name (may be left out)"),
)
"""The columns in their order, for people."""


@dataclass(frozen=True)
class ReplyLine:
    """One line as sent. `whole` is false where a field is missing or a figure is not one."""

    number: int
    raw: str
    whole: bool
    reference: str = ""
    tail: str = ""
    amount: Fen | None = None
    code: str = ""
    message: str = ""
    payee: str = ""

    @property
    def said(self) -> tuple[str, str, Fen | None, str, str]:
        return (self.reference, self.tail, self.amount, self.code, self.payee)


@dataclass(frozen=True)
class ReplyFile:
    sha256: str
    lines: tuple[ReplyLine, ...]


def read_reply(data: bytes) -> ReplyFile:
    """The lines of a reply in UTF-8 or GB18030, numbered as in the file, its heading left out."""
    text = _text(data)
    if "\0" in text:
        refuse("回盘文件含空字符", "the reply holds null characters")
    lines = [_line(number, raw) for number, raw in enumerate(re.split(r"\r\n|\n|\r", text), 1) if raw.strip()]
    if lines and lines[0].raw.split(",")[0].strip().lower() in HEADINGS:
        lines = lines[1:]
    if not lines:
        refuse("回盘文件没有内容", "the reply is empty")
    return ReplyFile(hashlib.sha256(data).hexdigest(), tuple(lines))


def read_yuan(text: str) -> Fen | None:
    """Fen in a figure such as 300000 or 300000.00; anything else is None."""
    found = YUAN.fullmatch(text.strip())
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0")) if found else None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _national(data)


def _national(data: bytes) -> str:
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        refuse("回盘文件编码无法识别", "the reply is neither UTF-8 nor GB18030")


def _line(number: int, raw: str) -> ReplyLine:
    try:
        cells = [cell.strip() for cell in next(csv.reader([raw], strict=True))]
    except csv.Error:
        return ReplyLine(number, raw, whole=False)
    if len(cells) not in FIELDS:
        return ReplyLine(number, raw, whole=False)
    reference, tail, figure, code, message, payee = (*cells, "")[:6]
    amount = read_yuan(figure)
    whole = bool(reference and tail and code and amount is not None)
    return ReplyLine(number, raw, whole, reference[:60], tail, amount, code[:20], message[:300], payee)
