"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import gongjiang.office.journal.together
import gongjiang.office.registry.models.reference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('whatif', '0001_initial')]

    initial = True

    dependencies = [
        ('registry', '0001_first'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='KeptScenario',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('plan', models.CharField(max_length=40, verbose_name='计划')),
                        ('name', models.CharField(max_length=80, verbose_name='名称')),
                        ('on', models.DateField(verbose_name='办理日')),
                        ('source', models.CharField(choices=[('database', '本系统登记'), ('register', '外部登记数据')], max_length=10, verbose_name='数据来源')),
                        ('changes', models.JSONField(default=list, verbose_name='改动')),
                        ('dropped', models.JSONField(default=list, verbose_name='不再要求的条件')),
                        ('found', models.JSONField(verbose_name='结果（仅汇总）')),
                        ('kept_at', models.DateTimeField(verbose_name='保存时间')),
                        ('kept_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='保存人')),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
            ],
        ),
    ]
