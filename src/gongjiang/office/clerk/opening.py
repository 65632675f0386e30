"""Opening cases: by a body or an office for a nominee, or of their own accord when a title brings more."""

from collections.abc import Sequence

from gongjiang.office.cases.models import Case
from gongjiang.office.cases.models.counter import next_numbers
from gongjiang.office.clerk.effects import Act


def numbers(year: int, many: int) -> list[str]:
    """Case numbers: the year and a running number."""
    return [f"{year}-{number:06d}" for number in next_numbers(f"case{year}", many)]


def open_following(wanted: Sequence[tuple[Case, str]], act: Act) -> dict[tuple[int, str], Case]:
    """The case of each scheme that follows from each case: found, or opened now. By (origin, scheme)."""
    found = {
        (case.cause_id or 0, case.scheme): case
        for case in Case.objects.filter(cause__in=[case.pk for case, _ in wanted]).select_related(
            "person", "cause"
        )
    }
    fresh = [(case, scheme) for case, scheme in wanted if (case.pk, scheme) not in found]
    given = numbers(act.day.year, len(fresh)) if fresh else []
    made = [
        Case(
            number=number,
            scheme=scheme,
            person=case.person,
            employer=case.employer,
            body=case.body,
            cause=case,
            opened_on=act.day,
        )
        for number, (case, scheme) in zip(given, fresh, strict=True)
    ]
    Case.objects.bulk_create(made)
    return found | {(case.cause_id or 0, case.scheme): case for case in made}
