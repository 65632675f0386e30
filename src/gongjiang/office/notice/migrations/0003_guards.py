"""The database keeps what office/notice/guards.py says."""

from django.db import migrations

from gongjiang.office.notice.guards import before_versions
from gongjiang.office.journal.guarding import lay


class Migration(migrations.Migration):
    dependencies = [("notice", "0002_payments"), ("journal", "0003_guards")]
    operations = [migrations.RunPython(lambda apps, editor: lay(editor.connection, before_versions))]
