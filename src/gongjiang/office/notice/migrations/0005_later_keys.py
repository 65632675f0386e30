"""What an objector wrote stays as it came, but may be sealed with a later key."""

from django.db import migrations

from gongjiang.office.journal.guarding import lay
from gongjiang.office.notice.guards import before_versions

AWAY = {
    "sqlite": "DROP TRIGGER guard_notice_objection_fixed",
    "postgresql": "DROP TRIGGER guard_notice_objection_fixed ON notice_objection",
}


class Migration(migrations.Migration):
    dependencies = [("notice", "0004_unit_names")]
    operations = [
        migrations.RunPython(lambda apps, editor: editor.execute(AWAY[editor.connection.vendor])),
        migrations.RunPython(lambda apps, editor: lay(editor.connection, before_versions)),
    ]
