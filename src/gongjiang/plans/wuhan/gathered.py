"""What cases gather as they go, where more than one scheme does: goals, money spent, services, outputs."""

from datetime import date

from gongjiang.law.log import Log
from gongjiang.law.money import Money
from gongjiang.law.record import Record, asked
from gongjiang.law.session_kinds import SessionKind
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.kinds import AllowedUse, Output

UNDER_WAY = (State.BUILDING, State.RUNNING)


class Goal(Record):
    """A goal in a number, and what has been reached of it."""

    child = True
    noun = Words("建设目标", "goal")
    what = asked(str, "目标", "goal", needed=True)
    planned = asked(int, "目标值", "planned", needed=True)
    reached = asked(int, "完成值", "reached")


class Expense(Record):
    """A line of the money's own account: what it went on, by which slip."""

    child = True
    noun = Words("支出", "expense")
    use = asked(AllowedUse, "用途", "use", needed=True)
    amount = asked(Money, "金额（元）", "amount (yuan)", needed=True)
    on = asked(date, "日期", "date", needed=True)
    slip = asked(str, "凭证号", "slip", needed=True)


class ServiceGiven(Record):
    """A free service to the public: of what kind, when, for how many."""

    child = True
    noun = Words("公益服务", "service to the public")
    kind = asked(SessionKind, "服务", "service", needed=True)
    on = asked(date, "日期", "date", needed=True)
    occupation = asked(str, "职业（工种）", "occupation")
    people = asked(int, "服务人次", "people served", needed=True)


class OutputMade(Record):
    child = True
    noun = Words("产出", "output")
    kind = asked(Output, "类别", "kind", needed=True)
    on = asked(date, "日期", "date", needed=True)
    what = asked(str, "内容", "what", needed=True)
    number = asked(int, "数量（人、项、天）", "number (people, items, days)", needed=True)


GOALS = Log("goals", Words("建设目标", "goals"), Goal, (Role.EMPLOYER,), (State.BUILDING, State.REMEDY))
EXPENSES = Log("expenses", Words("专账支出", "the money's account"), Expense, (Role.EMPLOYER,),
               (*UNDER_WAY, State.REMEDY), spends="amount")  # fmt: skip
SERVICES = Log(
    "services",
    Words("公益服务记录", "services to the public"),
    ServiceGiven,
    (Role.EMPLOYER, Role.OFFICER),
    UNDER_WAY,
    of_sessions=True,
)
OUTPUTS = Log("outputs", Words("产出记录", "outputs"), OutputMade, (Role.EMPLOYER,), (State.RUNNING,))
