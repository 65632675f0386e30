"""What the handler of an objection found has its place; 0005 lays what keeps it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notice", "0003_a_total_order"),
    ]

    operations = [
        migrations.AddField(
            model_name="objection",
            name="report_sealed",
            field=models.BinaryField(null=True, verbose_name="核查报告（加密）"),
        ),
        migrations.AddField(
            model_name="objection",
            name="reported_on",
            field=models.DateField(null=True, verbose_name="核查日期"),
        ),
    ]
