"""The database keeps what office/registry/guards.py says."""

from django.db import migrations

from gongjiang.office.journal.laying import LayGuards
from gongjiang.office.registry.guards import proposals, retirements


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_first"), ("journal", "0002_first_guards")]
    operations = [LayGuards(retirements), LayGuards(proposals)]
