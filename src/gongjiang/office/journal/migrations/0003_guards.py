"""The database keeps what office/journal/guards.py says."""

from django.db import migrations

from gongjiang.office.journal.guards import statements
from gongjiang.office.journal.guarding import lay


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_the_tree")]
    operations = [migrations.RemoveField("leaf", "earlier_salt"), migrations.RunPython(lambda apps, editor: lay(editor.connection, statements))]
