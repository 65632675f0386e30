"""What goes on after a recognition: scores, due days, referrals, letters, outcomes, money asked back."""

from collections.abc import Sequence

from django.db.models import Sum

from gongjiang.law.effect import Answered, Due, Grade, Honoured, IssueLetter, Refer, TakeBack
from gongjiang.law.scheme import Scheme
from gongjiang.office.cases.models import Case, IssuedLetter, LogRow, Referral
from gongjiang.office.cases.models import Grade as GradeRow
from gongjiang.office.cases.models.counter import next_numbers
from gongjiang.office.clerk.carrying.money import by_hands
from gongjiang.office.clerk.effects import Act, carries
from gongjiang.office.journal.models import record_many
from gongjiang.office.ledger.models import Payable, PayableState
from gongjiang.office.ledger.owing import stop
from gongjiang.office.ledger.recovering import recover
from gongjiang.office.registry.models import HeldHonour, HonourName
from gongjiang.office.registry.official_calendar import calendar

TAKEN_BACK = "撤销认定，追回未按规定使用的资金"


@carries(Grade)
def grade(pairs: Sequence[tuple[Case, Grade]], act: Act) -> None:
    GradeRow.objects.bulk_create(
        GradeRow(case=case, stage=effect.stage, score=effect.score, amount=effect.amount, by_id=act.account,
                 on=act.day)
        for case, effect in pairs
    )  # fmt: skip
    leaves = [
        ("case.grade", c.ref, {"stage": e.stage, "score": e.score, "amount": e.amount}) for c, e in pairs
    ]
    record_many(leaves, act.at)


@carries(Due)
def due(pairs: Sequence[tuple[Case, Due]], act: Act) -> None:
    for case, effect in pairs:
        case.due_on = effect.on
    Case.objects.bulk_update([case for case, _ in pairs], ["due_on"])


@carries(Refer)
def refer(pairs: Sequence[tuple[Case, Refer]], act: Act) -> None:
    """A department has so many working days, the day of referral not counted."""
    made = []
    for case, effect in pairs:
        due_on = calendar().add_workdays(act.day, effect.days, first_day_counts=False)
        made.append(Referral(case=case, department=effect.department, referred_on=act.day, due_on=due_on,
                             by_id=act.account))  # fmt: skip
        case.due_on = due_on
    Referral.objects.bulk_create(made)
    Case.objects.bulk_update([case for case, _ in pairs], ["due_on"])


@carries(Answered)
def answered(pairs: Sequence[tuple[Case, Answered]], act: Act) -> None:
    for case, effect in pairs:
        Referral.objects.filter(case=case, answered_on=None).update(how=effect.how, answered_on=act.day)
        case.due_on = None
    Case.objects.bulk_update([case for case, _ in pairs], ["due_on"])


@carries(IssueLetter)
def issue(pairs: Sequence[tuple[Case, IssueLetter]], act: Act) -> None:
    """A number of the letters' own series, year by year."""
    made = []
    for case, effect in pairs:
        number = next_numbers(f"{effect.series}{act.day.year}", 1)[0]
        made.append(
            IssuedLetter(case=case, number=f"{effect.series}{act.day.year}{number:04d}", issued_on=act.day)
        )
    IssuedLetter.objects.bulk_create(made)
    record_many([("letter.issue", letter.number, {"case": letter.case.ref}) for letter in made], act.at)


@carries(Honoured)
def honoured(pairs: Sequence[tuple[Case, Honoured]], act: Act) -> None:
    """The honour that came of it, matched to the dictionary where it knows the name."""
    known = {entry.name: entry for entry in HonourName.objects.filter(name__in={e.name for _, e in pairs})}
    for case, effect in pairs:
        HeldHonour.objects.get_or_create(
            person_id=case.person_id, printed=effect.name,
            defaults={"entry": known.get(effect.name), "given_on": act.day},
        )  # fmt: skip
    record_many([("honour.won", c.person.ref, {"name": e.name, "case": c.ref}) for c, e in pairs], act.at)


@carries(TakeBack)
def take_back(pairs: Sequence[tuple[Case, TakeBack]], act: Act) -> None:
    """What is still owed is stopped; of what was paid, what no confirmed expense accounts for comes back."""
    document = str(act.sent.get("document", ""))
    for hands, group in by_hands([case for case, _ in pairs], act):
        spent = spent_on(act.plan[pairs[0][0].scheme], group)
        for payable in Payable.objects.filter(case__in=group).select_related("case").order_by("pk"):
            if payable.state in (PayableState.OWED, PayableState.RETURNED):
                stop(payable, TAKEN_BACK, hands)
            elif payable.state == PayableState.PAID:
                covered = min(spent.get(payable.case_id, 0), payable.amount)
                spent[payable.case_id] = spent.get(payable.case_id, 0) - covered
                asked = payable.recoveries.aggregate(sum=Sum("amount"))["sum"] or 0
                if (rest := payable.amount - covered - asked) > 0:
                    recover(payable, rest, TAKEN_BACK, document, hands)


def spent_on(scheme: Scheme, cases: set[int]) -> dict[int, int]:
    """Fen that confirmed rows of the money's own account tell of, by case."""
    sums = {log.name: log.spends for log in scheme.logs if log.spends}
    rows = LogRow.objects.filter(case__in=cases, log__in=sums, struck_on=None, confirmed_on__isnull=False)
    spent: dict[int, int] = {}
    for case, log, told in rows.values_list("case", "log", "told"):
        spent[case] = spent.get(case, 0) + int(told.get(sums[log]) or 0)
    return spent
