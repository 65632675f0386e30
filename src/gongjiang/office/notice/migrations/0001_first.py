"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import gongjiang.office.journal.together
import gongjiang.office.registry.models.reference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('notice', '0001_initial'), ('notice', '0002_payments'), ('notice', '0003_guards'), ('notice', '0004_unit_names'), ('notice', '0005_later_keys'), ('notice', '0006_versions')]

    initial = True

    dependencies = [
        ('cases', '0001_first'),
        ('registry', '0001_first'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='Notice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('scheme', models.CharField(max_length=40, verbose_name='事项')),
                        ('title', models.CharField(max_length=120, verbose_name='标题')),
                        ('title_en', models.CharField(blank=True, max_length=160, verbose_name='英文标题')),
                        ('opens_on', models.DateField(verbose_name='公示开始')),
                        ('closes_on', models.DateField(verbose_name='公示截止')),
                        ('days', models.PositiveSmallIntegerField(verbose_name='工作日')),
                        ('list_sha256', models.CharField(max_length=64, verbose_name='名单摘要')),
                        ('published_at', models.DateTimeField(verbose_name='发布时间')),
                        ('contact', models.CharField(blank=True, max_length=120, verbose_name='联系方式')),
                        ('round', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='cases.round', verbose_name='批次')),
                    ],
                    options={
                        'ordering': ['-opens_on', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Entry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('place', models.PositiveSmallIntegerField(verbose_name='次序')),
                        ('name', models.CharField(max_length=120, verbose_name='姓名')),
                        ('unit', models.CharField(max_length=120, verbose_name='单位')),
                        ('occupation', models.CharField(blank=True, max_length=60, verbose_name='职业（工种）')),
                        ('level', models.CharField(blank=True, max_length=40, verbose_name='等级')),
                        ('honours', models.CharField(blank=True, max_length=300, verbose_name='主要荣誉')),
                        ('state', models.CharField(choices=[('listed', '公示中'), ('held', '暂缓'), ('corrected', '已更正重新公示'), ('struck', '已取消')], default='listed', max_length=10, verbose_name='状态')),
                        ('closes_on', models.DateField(verbose_name='本人公示截止')),
                        ('superseded', models.BooleanField(default=False, verbose_name='已由更正替代')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='cases.case', verbose_name='办件')),
                        ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='notice.notice', verbose_name='公示')),
                        ('amount', models.BigIntegerField(blank=True, null=True, verbose_name='金额（分）')),
                        ('issued_on', models.DateField(blank=True, null=True, verbose_name='发证日期')),
                        ('corrected_at', models.DateTimeField(null=True, verbose_name='更正时间')),
                        ('corrected_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='更正人')),
                        ('corrects', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_into', to='notice.entry', verbose_name='更正自')),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='更正理由（公开）')),
                        ('version', models.PositiveSmallIntegerField(default=1, verbose_name='版本')),
                    ],
                    options={
                        'ordering': ['place'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('superseded', False)), fields=('case',), name='one_standing_entry_per_case')],
                    },
                ),
                migrations.CreateModel(
                    name='Objection',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('kind', models.CharField(choices=[('person', '个人实名'), ('unit', '单位盖章'), ('anonymous', '匿名'), ('own', '本人对结果有意见')], max_length=10, verbose_name='方式')),
                        ('text_sealed', models.BinaryField(verbose_name='内容（加密）')),
                        ('who_sealed', models.BinaryField(null=True, verbose_name='异议人（加密）')),
                        ('received_at', models.DateTimeField(verbose_name='收到时间')),
                        ('accepted', models.BooleanField(verbose_name='受理')),
                        ('clue', models.BooleanField(default=False, verbose_name='作为线索')),
                        ('finding', models.CharField(blank=True, max_length=600, verbose_name='核查情况')),
                        ('outcome', models.CharField(blank=True, choices=[('rejected', '异议不成立'), ('corrected', '更正后重新公示'), ('removed', '异议成立，取消')], max_length=10, verbose_name='结论')),
                        ('closed_on', models.DateField(null=True, verbose_name='办结日期')),
                        ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='notice.entry', verbose_name='公示对象')),
                        ('handler', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='承办人')),
                    ],
                    options={
                        'ordering': ['received_at'],
                    },
                ),
            ],
        ),
    ]
