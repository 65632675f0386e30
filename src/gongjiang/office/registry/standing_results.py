"""Results that count: published, not annulled, of an entry that did not withdraw."""

from collections.abc import Iterable

from django.db.models import QuerySet

from gongjiang.office.registry.models import Competitor

PATH = ("entry__result", "entry__trade__edition__contest")


def published() -> QuerySet[Competitor]:
    """Everybody who holds a published result, annulled or not."""
    held = Competitor.objects.filter(entry__result__published_on__isnull=False, withdrawn=False)
    return held.select_related(*PATH)


def standing(people: Iterable[int]) -> QuerySet[Competitor]:
    return published().filter(entry__result__annulled_on=None, person__in=people).order_by("pk")
