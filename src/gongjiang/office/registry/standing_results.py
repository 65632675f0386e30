"""Results that count: published, not annulled, of an entry that did not withdraw."""

from django.db.models import QuerySet

from gongjiang.office.journal.prepared import Prepared
from gongjiang.office.registry.models import Competitor

PATH = ("entry__result", "entry__trade__edition__contest")


def published() -> QuerySet[Competitor]:
    """Everybody who holds a published result, annulled or not."""
    held = Competitor.objects.filter(entry__result__published_on__isnull=False, withdrawn=False)
    return held.select_related(*PATH)


standing: Prepared[Competitor] = Prepared(
    lambda people: published().filter(entry__result__annulled_on=None, person__among=people).order_by("pk")
)
"""Those of these people that were not annulled."""
