"""Who read whose number and why; and emergencies, which two people make."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gongjiang.office.journal.guarding import lay
from gongjiang.office.registry.guards import disclosures


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0003_guards'),
        ('registry', '0009_sealed_factors'),
    ]

    operations = [
        migrations.CreateModel(
            name='Emergency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField(verbose_name='申请时间')),
                ('reason', models.CharField(max_length=300, verbose_name='事由')),
                ('until', models.DateTimeField(null=True, verbose_name='有效至')),
                ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='同意人')),
                ('agreed_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='同意自然人')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='申请人')),
                ('asked_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='申请自然人')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Disclosure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, verbose_name='时间')),
                ('reason', models.CharField(max_length=300, verbose_name='事由')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='查看人')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disclosures', to='registry.person', verbose_name='人员')),
                ('emergency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reads', to='registry.emergency', verbose_name='应急查看')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='emergency',
            constraint=models.CheckConstraint(condition=models.Q(('agreed_by', None), models.Q(models.Q(('agreed_by', models.F('asked_by')), _negated=True), models.Q(('asked_person', None), models.Q(('agreed_person', models.F('asked_person')), _negated=True), _connector='OR')), _connector='OR'), name='an_emergency_has_two_people'),
        ),
        migrations.RunPython(lambda apps, editor: lay(editor.connection, disclosures)),
    ]
