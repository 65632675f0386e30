"""The rules that must hold whoever writes: laid down in the database itself."""

from django.db import migrations

from gongjiang.office.ledger.migrations import _guards_postgresql, _guards_sqlite

GUARDS = {"sqlite": _guards_sqlite.CREATE, "postgresql": _guards_postgresql.CREATE}


def lay(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for statement in GUARDS[schema_editor.connection.vendor]:
            cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(lay)]
