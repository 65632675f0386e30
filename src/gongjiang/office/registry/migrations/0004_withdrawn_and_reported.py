"""A proposal may be withdrawn by who prepared it; an emergency is reported once.

SQLite remakes both tables, and their guards are laid again.
"""

from django.db import migrations, models

from gongjiang.office.journal.laying import LayGuards
from gongjiang.office.registry.guards import disclosures, proposals, reports, withdrawals


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0003_appointments'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='proposal',
            name='a_proposal_is_decided_whole',
        ),
        migrations.RemoveConstraint(
            model_name='proposal',
            name='a_proposal_takes_two_people',
        ),
        migrations.AddField(
            model_name='emergency',
            name='reported_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='报告时间'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='withdrawn',
            field=models.BooleanField(default=False, verbose_name='经办撤回'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('decided_by', None), models.Q(('alone', True), ('kind__in', ('posting', 'term'))), ('withdrawn', True), models.Q(models.Q(('decided_by', models.F('prepared_by')), _negated=True), models.Q(('decided_person', models.F('prepared_person')), _negated=True)), _connector='OR'), name='a_proposal_takes_two_people'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('alone', False), ('decided_at', None), ('decided_by', None), ('decided_person', None), ('granted', None), ('withdrawn', False)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('decided_person__isnull', False), ('granted__isnull', False)), _connector='OR'), name='a_proposal_is_decided_whole'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), models.Q(('alone', False), ('decided_person', models.F('prepared_person')), ('granted', False)), _connector='OR'), name='only_who_prepared_withdraws'),
        ),
        LayGuards(disclosures),
        LayGuards(proposals),
        LayGuards(withdrawals),
        LayGuards(reports),
    ]
