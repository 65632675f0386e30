"""The database keeps what office/duty/guards.py says."""

from django.db import migrations

from gongjiang.office.duty.guards import statements
from gongjiang.office.journal.laying import LayGuards


class Migration(migrations.Migration):
    dependencies = [("duty", "0001_first"), ("journal", "0002_first_guards")]
    operations = [LayGuards(statements)]
