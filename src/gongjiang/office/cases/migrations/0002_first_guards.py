"""The database keeps what office/cases/guards.py says."""

from django.db import migrations

from gongjiang.office.cases.guards import statements
from gongjiang.office.journal.laying import LayGuards


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_first"), ("journal", "0002_first_guards")]
    operations = [LayGuards(statements)]
