"""Working days, by the calendar that was loaded and no other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjiang.law.calendar_seed import seed
from gongjiang.law.workdays import Calendar, YearNotLoaded

CALENDAR = Calendar({year: seed(year) for year in (2021, 2023, 2024, 2025, 2026)})


@pytest.mark.parametrize(
    ("start", "first_day_counts", "last"),
    [
        (date(2021, 9, 14), True, date(2021, 9, 18)),
        (date(2023, 5, 22), True, date(2023, 5, 26)),
        (date(2023, 8, 22), True, date(2023, 8, 28)),
        (date(2024, 3, 12), True, date(2024, 3, 18)),
        (date(2026, 2, 12), False, date(2026, 2, 26)),
        (date(2026, 2, 12), True, date(2026, 2, 25)),
    ],
)
def test_five_working_days_end_where_real_notices_end(start, first_day_counts, last):
    assert CALENDAR.add_workdays(start, 5, first_day_counts) == last


def test_the_make_up_workdays_of_2026_are_known():
    made_up = [day for day, works in sorted(seed(2026).items()) if works]

    assert made_up == [date(2026, m, d) for m, d in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))]


@pytest.mark.parametrize(
    "question",
    [
        lambda: CALENDAR.is_workday(date(2027, 1, 4)),
        lambda: CALENDAR.add_workdays(date(2026, 12, 30), 5, True),
        lambda: CALENDAR.workdays_between(date(2026, 12, 30), date(2027, 1, 4)),
    ],
)
def test_a_year_not_loaded_is_an_error_and_never_a_guess(question):
    with pytest.raises(YearNotLoaded, match="2027") as raised:
        question()

    assert raised.value.year == 2027


def test_the_seed_does_not_invent_a_year():
    with pytest.raises(YearNotLoaded, match="2040"):
        seed(2040)


def test_a_period_has_at_least_one_day():
    with pytest.raises(ValueError, match="at least one working day"):
        CALENDAR.add_workdays(date(2024, 3, 12), 0, True)


DAY = st.dates(date(2024, 1, 1), date(2026, 6, 30))


@given(DAY, st.integers(1, 60), st.booleans())
def test_a_period_ends_on_a_workday_and_holds_its_number_of_them(start, n, first_day_counts):
    last = CALENDAR.add_workdays(start, n, first_day_counts)

    opening = start if first_day_counts else start + timedelta(days=1)
    assert CALENDAR.is_workday(last)
    assert CALENDAR.workdays_between(opening, last) == n


def test_a_reversed_span_holds_no_workday():
    assert CALENDAR.workdays_between(date(2024, 3, 18), date(2024, 3, 12)) == 0
