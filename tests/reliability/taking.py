"""A process of its own that founds a house, or takes a roster in by small parts: made to be killed."""

import os
import sys
from datetime import date
from pathlib import Path

PART = 40
DAY = date(2026, 5, 11)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongjiang.config.settings")
    import django

    django.setup()
    if sys.argv[1] == "found":
        found(int(sys.argv[2]))
    else:
        take()


def found(rows: int) -> None:
    """An empty house, an officer, and a roster that waits."""
    from django.core.management import call_command
    from django.utils import timezone

    from gongjiang.law.terms import Role
    from gongjiang.office.cases.models import PlanTerm
    from gongjiang.office.clerk.authority import actor_of
    from gongjiang.office.clerk.moment import Moment
    from gongjiang.office.clerk.rosters import scheme_of_sheet, send_roster
    from gongjiang.office.registry.models import Person, Posting, User
    from tests.clerk.claim_sheets import roster, row

    call_command("migrate", verbosity=0)
    PlanTerm.objects.create(plan="wuhan", issued_on=date(2024, 1, 1))
    user = User.objects.create(username="officer", person=Person.objects.create(name="经办"))
    Posting.objects.create(user=user, role=Role.OFFICER, since=date(2024, 1, 1))
    data = roster([row(n) if n % 37 else row(n, 金额=1) for n in range(1, rows + 1)])
    now = Moment(DAY, timezone.now())
    send_roster(scheme_of_sheet("skill-claims"), data, "花名册.csv", None, {}, actor_of(user, DAY), now)


def take() -> None:
    from gongjiang.office.cases.models import Roster
    from gongjiang.office.clerk.authority import actor_of
    from gongjiang.office.clerk.moment import Moment
    from gongjiang.office.clerk.rosters import take_in

    held = Roster.objects.select_related("by").get()
    for step in take_in(held, actor_of(held.by, DAY), Moment(DAY, held.at), PART):
        print(step.done, flush=True)
    Path(os.environ["GONGJIANG_HOME"], "DONE").touch()


if __name__ == "__main__":
    main()
