"""The database keeps what office/post/guards.py says."""

from django.db import migrations

from gongjiang.office.journal.laying import LayGuards
from gongjiang.office.post.guards import statements


class Migration(migrations.Migration):
    dependencies = [("post", "0001_first"), ("journal", "0002_first_guards")]
    operations = [LayGuards(statements)]
