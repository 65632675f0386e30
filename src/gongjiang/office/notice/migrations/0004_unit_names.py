"""A unit's name may be longer than a person's; the table is remade, and its guards are laid again."""

from django.db import migrations, models

from gongjiang.office.journal.guarding import lay
from gongjiang.office.notice.guards import before_versions


def set_aside(apps, editor):
    """PostgreSQL changes no column that a guard names; SQLite remakes the table, and its guards go with it."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TRIGGER guard_notice_entry_fixed ON notice_entry")


class Migration(migrations.Migration):
    dependencies = [("notice", "0003_guards")]
    operations = [
        migrations.RunPython(set_aside),
        migrations.AlterField(
            model_name="entry", name="name", field=models.CharField(max_length=120, verbose_name="姓名")
        ),
        migrations.RunPython(lambda apps, editor: lay(editor.connection, before_versions)),
    ]
