"""The database keeps what office/journal/guards.py says."""

from django.db import migrations

from gongjiang.office.journal.guards import statements
from gongjiang.office.journal.laying import LayGuards


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_first")]
    operations = [LayGuards(statements)]
