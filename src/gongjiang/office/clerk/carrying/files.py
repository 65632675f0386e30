"""Effects on the file itself: nominations, determinations, corrections and the clock."""

from collections.abc import Sequence
from datetime import date, timedelta

from gongjiang.law.effect import AskCorrection, Confirm, Determine, Nominate, RestartClock
from gongjiang.law.workdays import Calendar, YearNotLoaded
from gongjiang.office.cases.models import Case, Correction, CorrectionItem, Determination, Nomination
from gongjiang.office.clerk.effects import Act, carries
from gongjiang.office.clerk.marks import terms
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.registry.official_calendar import calendar


@carries(Nominate)
def nominate(pairs: Sequence[tuple[Case, Nominate]], act: Act) -> None:
    """A place in the body's list; the time for screening starts."""
    official = calendar()
    for case, effect in pairs:
        if case.body_id is None:
            raise refuse("该办件没有推荐单位", "This case has no nominating body")
        Nomination.objects.create(case=case, body_id=case.body_id, rank=effect.rank, opinion=effect.opinion,
                                  by_id=act.account, on=act.day)  # fmt: skip
        case.due_on = limit(official, act.day, terms(case).screen_days)
    Case.objects.bulk_update([case for case, _ in pairs], ["due_on"])


def limit(official: Calendar, day: date, days: int) -> date | None:
    """The last working day; none while the calendar of its year is not loaded: never guessed,
    nobody is held up.
    """
    try:
        return official.add_workdays(day, days, first_day_counts=False)
    except YearNotLoaded:
        return None


@carries(Determine)
def determine(pairs: Sequence[tuple[Case, Determine]], act: Act) -> None:
    """A determination that no second hand has confirmed yet may still be replaced."""
    for case, effect in pairs:
        Determination.objects.filter(case=case, rule=effect.rule, confirmed_by=None).delete()
        Determination.objects.create(
            case=case,
            rule=effect.rule,
            verdict=effect.verdict,
            reason=effect.reason,
            by_id=act.account,
            on=act.day,
        )


@carries(Confirm)
def confirm(pairs: Sequence[tuple[Case, Confirm]], act: Act) -> None:
    Determination.objects.filter(case__in=[case.pk for case, _ in pairs], confirmed_by=None).update(
        confirmed_by=act.actor.user
    )


@carries(AskCorrection)
def ask_correction(pairs: Sequence[tuple[Case, AskCorrection]], act: Act) -> None:
    """Item by item; the clock stands still from today."""
    official = calendar()
    for case, effect in pairs:
        due = official.add_workdays(act.day, terms(case).correction_days, first_day_counts=False)
        asked = Correction.objects.create(case=case, asked_on=act.day, due_on=due)
        CorrectionItem.objects.bulk_create(
            [CorrectionItem(correction=asked, field=field, reason=reason) for field, reason in effect.items]
        )
        case.stopped_on = act.day
    Case.objects.bulk_update([case for case, _ in pairs], ["stopped_on"])


@carries(RestartClock)
def restart_clock(pairs: Sequence[tuple[Case, RestartClock]], act: Act) -> None:
    """The answers go beside the items; the working days that were left are given back."""
    official = calendar()
    for case, effect in pairs:
        asked = Correction.objects.filter(case=case, answered_on=None).latest("pk")
        for item, answer in zip(asked.items.order_by("pk"), effect.answers, strict=False):
            item.answer = answer
            item.save(update_fields=["answer"])
        asked.answered_on = act.day
        asked.save(update_fields=["answered_on"])
        if case.due_on and case.stopped_on:
            left = official.workdays_between(case.stopped_on + timedelta(days=1), case.due_on)
            case.due_on = official.add_workdays(act.day, max(left, 1), first_day_counts=False)
        case.stopped_on = None
    Case.objects.bulk_update([case for case, _ in pairs], ["due_on", "stopped_on"])
