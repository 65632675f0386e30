"""Results that stood on the register go on counting: each gets its trade, its entry and its competitor."""

from datetime import date

from django.db import migrations

from gongjiang.office.registry.models.reference import new_reference

UNKNOWN = date(2022, 12, 1)
"""The day of publication where the old register kept none."""


def carried(apps, editor):
    editions, results = apps.get_model("registry", "Edition"), apps.get_model("registry", "Result")
    contests = apps.get_model("registry", "Contest")
    for row in editions.objects.order_by("pk"):
        contest, _ = contests.objects.get_or_create(
            name=row.contest_name, defaults={"organiser": row.organiser}
        )
        row.contest, row.ref = contest, new_reference()
        row.save(update_fields=["contest", "ref"])
    for row in results.objects.select_related("contest", "person").order_by("pk"):
        entered(apps, row)


def entered(apps, row):
    """A person with several results of one team size keeps each; old teams were kept member by member."""
    trade, _ = apps.get_model("registry", "Trade").objects.get_or_create(
        edition=row.contest, name=row.event, defaults={"team_size": row.team_size}
    )
    if trade.team_size < row.team_size:
        trade.team_size = row.team_size
        trade.save(update_fields=["team_size"])
    entry = apps.get_model("registry", "Entry").objects.create(trade=trade, recommended_by=row.recommended_by)
    apps.get_model("registry", "Competitor").objects.create(
        entry=entry, trade=trade, person=row.person, employer_id=row.person.employer_id
    )
    row.entry, row.ref, row.published_on = entry, new_reference(), row.contest.held_on or UNKNOWN
    row.save(update_fields=["entry", "ref", "published_on"])


class Migration(migrations.Migration):
    dependencies = [("registry", "0004_contest_register")]
    operations = [migrations.RunPython(carried, migrations.RunPython.noop)]
