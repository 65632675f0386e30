"""The rules that must hold whoever writes: laid down in the database itself."""

from django.db import migrations

from gongjiang.office.journal.laying import LayGuards
from gongjiang.office.ledger.migrations import _guards_postgresql, _guards_sqlite, _keeping_laid, _later_keys

GUARDS = {"sqlite": _guards_sqlite.CREATE, "postgresql": _guards_postgresql.CREATE}


def statements(vendor):
    yield from GUARDS[vendor]
    yield from _keeping_laid.statements(vendor)
    yield from _later_keys.statements(vendor)


class Migration(migrations.Migration):
    replaces = [("ledger", "0002_guards"), ("ledger", "0005_keeping_guards"), ("ledger", "0006_later_keys")]
    dependencies = [("ledger", "0001_first"), ("journal", "0002_first_guards")]
    operations = [LayGuards(statements)]
