"""Running numbers: one row a series, locked while numbers are taken."""

from django.db import models


class Counter(models.Model):
    series = models.CharField("系列", max_length=40, unique=True)
    last = models.PositiveIntegerField("最后号", default=0)

    def __str__(self) -> str:
        return f"{self.series} {self.last}"


def next_numbers(series: str, many: int) -> range:
    """Take so many numbers of a series, inside the caller's transaction."""
    counter = Counter.objects.select_for_update().get_or_create(series=series)[0]
    first = counter.last + 1
    counter.last += many
    counter.save(update_fields=["last"])
    return range(first, first + many)
