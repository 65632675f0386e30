"""What this step once added is made with the tables themselves: see CreateTogether."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = []
