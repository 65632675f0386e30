"""The database keeps what office/honours/guards.py says."""

from django.db import migrations

from gongjiang.office.honours.guards import statements
from gongjiang.office.journal.guarding import lay


class Migration(migrations.Migration):
    dependencies = [("honours", "0002_certificate_file"), ("journal", "0003_guards")]
    operations = [migrations.RunPython(lambda apps, editor: lay(editor.connection, statements))]
