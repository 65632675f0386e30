"""Money of the demo that is alive: a payout, an inspection that led to a debt, closed months, matches."""

from datetime import date, datetime, time, timedelta

from gongjiang.law.capital import capital
from gongjiang.law.money import shown, yuan
from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import inspecting, keeping_asks, matching_asks, paying, paying_asks
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.matching import Obligation, Slip, open_dues
from gongjiang.office.ledger.models import (
    Batch,
    MatchDue,
    Payable,
    PayableState,
    PendingAct,
    Recovery,
    Sample,
    Verdict,
)
from gongjiang.office.ledger.owing import line_of
from gongjiang.office.ledger.sampling import Scope
from gongjiang.web.demo.cast import Cast
from gongjiang.web.demo.walking import BEIJING
from gongjiang.web.uploads import keep

RECEIPT = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% receipt "
ENDING = b"\ntrailer<</Root 1 0 R>>\n%%EOF\n"
MATCHED = yuan(20_000)


def moment(day: date) -> Moment:
    return Moment(day, datetime.combine(day, time(15), tzinfo=BEIJING))


class Desk:
    """The people of the treasury on one day."""

    def __init__(self, cast: Cast, day: date) -> None:
        self.cast, self.now = cast, moment(day)

    def who(self, name: str) -> tuple[Actor, Moment]:
        return self.cast.actor(name, self.now.day), self.now

    def confirmed(self) -> None:
        """The newest that waits, confirmed by the checker."""
        held = PendingAct.objects.filter(state="waiting").latest("pk")
        paying_asks.confirm(held, *self.who("checker"))


def alive(cast: Cast, today: date) -> None:
    """What finance, an inspector and an employer would have done by today."""
    owed = (
        Payable.objects.filter(state=PayableState.OWED)
        .exclude(account=None)
        .order_by("opened_at", "pk")
        .first()
    )
    if owed is None:
        return
    line, paid_on = line_of(owed), owed.opened_at.date() + timedelta(days=7)
    pay_out(cast, line, paid_on)
    sample = inspection(cast, line.year, paid_on + timedelta(days=60))
    debt(cast, sample, today)
    books(cast, Line(line.fund, 2023, line.line))
    matches(cast, today)


def pay_out(cast: Cast, line: Line, day: date) -> Batch:
    """From the open batch to the bank's answer: every row paid."""
    desk = Desk(cast, day)
    batch = paying.open_batch(line, *desk.who("maker"))
    of = {"fund": line.fund, "year": line.year, "line": line.line, "state": PayableState.OWED}
    paying.gather(
        batch, Payable.objects.filter(**of).exclude(account=None).order_by("pk"), *desk.who("maker")
    )
    paying.lock(batch, *desk.who("maker"))
    batch = paying.freeze(batch, "csv", *desk.who("maker"))
    paying.check(batch, batch.sha256, *desk.who("checker"))
    paying.approve(batch, batch.sha256, capital(batch.total), *desk.who("approver"))
    paying.export(batch, *desk.who("maker"))
    batch.refresh_from_db()
    said = [f"{row.reference},{row.tail},{row.amount // 100}.00,00,成功" for row in batch.rows.all()]
    desk = Desk(cast, day + timedelta(days=1))
    paying_asks.ask_reply(batch, "\n".join(said).encode(), *desk.who("maker"))
    desk.confirmed()
    batch.refresh_from_db()
    return paying.close(batch, *desk.who("maker"))


def inspection(cast: Cast, year: int, day: date) -> Sample:
    """A population fixed, drawn from a week later, and inspected in part."""
    many = min(4, Payable.objects.filter(state=PayableState.PAID, year=year).count())
    told = Scope(year), many, "次周二公布的双色球红球号码，由小到大"
    sample = inspecting.freeze_population(*told, *Desk(cast, day).who("officer"))
    desk = Desk(cast, day + timedelta(days=7))
    inspecting.draw_sample(sample, "03 07 19 22 28 31", *desk.who("supervisor"))
    found = (Verdict.FINE, ""), (Verdict.PROBLEM, "奖励发放后查实申报材料失实")
    for item, (verdict, note) in zip(sample.items.select_related("payable", "sample"), found, strict=False):
        inspecting.find(item, verdict, note, *desk.who("supervisor"))
    return sample


def debt(cast: Cast, sample: Sample, today: date) -> Recovery | None:
    """What the inspection found is asked back in twelve parts; two came, the third is late."""
    item = sample.items.filter(finding__verdict=Verdict.PROBLEM).select_related("payable").first()
    if item is None:
        return None
    desk, held = Desk(cast, today - timedelta(days=100)), item.payable
    first, part = desk.now.day + timedelta(days=5), held.amount // 12
    plan = [(first + timedelta(days=30 * n), part) for n in range(11)]
    plan.append((first + timedelta(days=330), held.amount - 11 * part))
    told = held.amount, "申报材料失实", "示例人社追〔2026〕1号"
    keeping_asks.ask_recovery(held, *told, plan, *desk.who("maker"), item=item)
    desk.confirmed()
    recovery = Recovery.objects.latest("pk")
    for place, (due, amount) in enumerate(plan[:2], 1):
        desk = Desk(cast, due)
        keeping_asks.ask_repayment(recovery, amount, due, f"SK{place:08d}", *desk.who("maker"))
        desk.confirmed()
    return recovery


def books(cast: Cast, line: Line) -> None:
    """The first quarter of the oldest line closed; what was free carried into the next year."""
    for month in (2, 3, 4):
        desk = Desk(cast, date(line.year, month, 5))
        keeping_asks.ask_close(line, *desk.who("maker"))
        desk.confirmed()
    desk = Desk(cast, date(line.year, 12, 31))
    keeping_asks.ask_carry(line, f"示例财预结〔{line.year}〕1号", *desk.who("maker"))
    desk.confirmed()


def matches(cast: Cast, today: date) -> list[MatchDue]:
    """One of each state: waiting, partly matched, matched, overdue, exempt."""
    titled = Case.objects.filter(state="certified", employer__isnull=False, resolutions__isnull=False)
    cases = list(titled.select_related("person", "employer").order_by("-pk").distinct()[:5])
    days = (20, 60, 150, 250, 300)
    dues = [due(cast, case, today - timedelta(days=ago)) for case, ago in zip(cases, days, strict=False)]
    for place, amount in ((1, MATCHED // 2), (2, MATCHED)):
        for held in dues[place : place + 1]:
            desk = Desk(cast, held.decided_on + timedelta(days=30))
            evidence(cast, held, amount, f"PJ{place:08d}", desk)
            desk.confirmed()
    for held in dues[4:]:
        desk = Desk(cast, today - timedelta(days=30))
        told = "单位已进入破产清算", "示例人社函〔2026〕8号"
        matching_asks.ask_exemption(held, *told, *desk.who("maker"))
        desk.confirmed()
    return dues


def due(cast: Cast, case: Case, decided: date) -> MatchDue:
    """As the carrier of the decision opens it."""
    now, users = moment(decided), cast.users
    hands = Hands(users["officer"].person, users["reviewer"].person, now.day, now.at)  # type: ignore[arg-type]
    decision = case.resolutions.order_by("pk").last()
    employer, document = case.employer, decision.document if decision else ""
    wanted = Obligation(case, employer, MATCHED, "2.2.2", document, decided, 6)  # type: ignore[arg-type]
    return open_dues([wanted], hands)[0]


def evidence(cast: Cast, held: MatchDue, amount: int, serial: str, desk: Desk) -> None:
    stored, sha256 = keep(RECEIPT + f"{serial} {shown(amount)}".encode() + ENDING)
    slip = Slip(held.employer.name, held.person.name, amount, desk.now.day, serial, sha256, stored,
                "银行回单.pdf", "application/pdf")  # fmt: skip
    matching_asks.ask_evidence(held, slip, *desk.who("officer"))
