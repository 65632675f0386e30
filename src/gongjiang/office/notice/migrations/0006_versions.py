"""A corrected entry is a version of its own beside the one before; whatever is listed is fixed by a guard.

Entries that were corrected before this step were edited in place: they stand as version 1, as the record has
only what they came to.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gongjiang.office.journal.guarding import lay
from gongjiang.office.notice.guards import statements


class Migration(migrations.Migration):
    dependencies = [
        ("notice", "0005_later_keys"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField("entry", "corrected_at", models.DateTimeField("更正时间", null=True)),
        migrations.AddField(
            "entry",
            "corrected_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="更正人",
            ),
        ),
        migrations.AddField(
            "entry",
            "corrects",
            models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrected_into",
                to="notice.entry",
                verbose_name="更正自",
            ),
        ),
        migrations.AddField(
            "entry", "reason", models.CharField("更正理由（公开）", max_length=300, blank=True)
        ),
        migrations.AddField("entry", "version", models.PositiveSmallIntegerField("版本", default=1)),
        migrations.RunPython(lambda apps, editor: lay(editor.connection, statements)),
    ]
