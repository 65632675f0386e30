"""What 0004 meant to lay: a report that is told stands."""

from django.db import migrations

from gongjiang.office.journal.laying import LayGuards
from gongjiang.office.notice.guards import reports


class Migration(migrations.Migration):
    dependencies = [("notice", "0004_reports")]
    operations = [LayGuards(reports)]
