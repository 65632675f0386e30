"""The database keeps what office/review/guards.py says."""

from django.db import migrations

from gongjiang.office.journal.laying import LayGuards
from gongjiang.office.review.guards import statements


class Migration(migrations.Migration):
    dependencies = [("review", "0001_first"), ("journal", "0002_first_guards")]
    operations = [LayGuards(statements)]
