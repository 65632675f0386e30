"""The official calendar: one row a year that has been loaded, one row a day that is out of the ordinary."""

from django.db import models


class CalendarYear(models.Model):
    """A year whose official notice has been loaded. A year without a row is not known, never guessed."""

    year = models.PositiveSmallIntegerField("年份", unique=True)
    source = models.CharField("来源", max_length=120)
    loaded_by = models.CharField("载入人", max_length=60)

    def __str__(self) -> str:
        return str(self.year)


class CalendarDay(models.Model):
    """A weekday off, or a weekend day worked."""

    year = models.ForeignKey(CalendarYear, models.CASCADE, related_name="days", verbose_name="年份")
    day = models.DateField("日期", unique=True)
    is_workday = models.BooleanField("上班")

    def __str__(self) -> str:
        return f"{self.day} {self.is_workday}"
