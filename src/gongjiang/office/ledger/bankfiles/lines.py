"""What any bank is told about one payment, and how its text is put into bytes or refused."""

from dataclasses import dataclass

from gongjiang.law.money import Fen
from gongjiang.office.ledger.refusal import refuse


@dataclass(frozen=True)
class PaymentLine:
    seq: int
    reference: str
    payee: str
    bank: str
    account: str
    amount: Fen


def plain_yuan(amount: Fen) -> str:
    """300000.00: no sign of currency, no thousands."""
    return f"{amount // 100}.{amount % 100:02d}"


def encoded(text: str, charset: str) -> bytes:
    """Bytes the bank can take. What it cannot is refused by name: a '?' would pay a stranger."""
    if any(ord(sign) < 32 or ord(sign) == 127 for sign in text):
        refuse("文字中含控制字符，不能写入银行文件", "a control character cannot go into a bank file")
    try:
        return text.encode(charset)
    except UnicodeEncodeError as fault:
        sign = text[fault.start].encode("unicode_escape").decode()
        refuse(f"银行文件编码不支持字符{sign}", f"the bank's encoding cannot take the character {sign}")
