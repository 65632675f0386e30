"""Whose personal data two people erased."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gongjiang.office.journal.guarding import lay
from gongjiang.office.registry.guards import retirements


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0010_disclosures'),
    ]

    operations = [
        migrations.CreateModel(
            name='Retirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=20, verbose_name='期限类别')),
                ('reason', models.CharField(max_length=300, verbose_name='事由')),
                ('asked_at', models.DateTimeField(verbose_name='申请时间')),
                ('done_at', models.DateTimeField(null=True, verbose_name='执行时间')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='申请人')),
                ('asked_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='申请自然人')),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='执行人')),
                ('done_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='执行自然人')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='retirement', to='registry.person', verbose_name='人员')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('done_by', None), models.Q(models.Q(('done_by', models.F('asked_by')), _negated=True), models.Q(('asked_person', None), models.Q(('done_person', models.F('asked_person')), _negated=True), _connector='OR')), _connector='OR'), name='two_people_erase')],
            },
        ),
        migrations.RunPython(lambda apps, editor: lay(editor.connection, retirements)),
    ]
