"""The database keeps what office/honours/guards.py says."""

from django.db import migrations

from gongjiang.office.honours.guards import issuing, statements
from gongjiang.office.journal.laying import LayGuards


class Migration(migrations.Migration):
    dependencies = [("honours", "0001_first"), ("journal", "0002_first_guards")]
    operations = [LayGuards(statements), LayGuards(issuing)]
