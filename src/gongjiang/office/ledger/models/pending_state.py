"""How what one person entered stands with the other."""

from gongjiang.law.terms import Term


class Decision(Term):
    WAITING = "waiting", "待复核", "waiting"
    CONFIRMED = "confirmed", "已复核", "confirmed"
    DECLINED = "declined", "未通过", "declined"
