"""The database keeps what office/notice/guards.py says."""

from django.db import migrations

from gongjiang.office.journal.laying import LayGuards
from gongjiang.office.notice.guards import statements


class Migration(migrations.Migration):
    dependencies = [("notice", "0001_first"), ("journal", "0002_first_guards")]
    operations = [LayGuards(statements)]
