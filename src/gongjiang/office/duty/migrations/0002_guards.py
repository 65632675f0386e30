"""The database keeps what office/duty/guards.py says."""

from django.db import migrations

from gongjiang.office.duty.guards import statements
from gongjiang.office.journal.guarding import lay


class Migration(migrations.Migration):
    dependencies = [("duty", "0001_initial"), ("journal", "0003_guards")]
    operations = [migrations.RunPython(lambda apps, editor: lay(editor.connection, statements))]
