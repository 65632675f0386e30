"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import gongjiang.office.journal.together
import gongjiang.office.registry.models.reference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('review', '0001_initial'), ('review', '0002_substitutions'), ('review', '0003_guards')]

    initial = True

    dependencies = [
        ('cases', '0001_first'),
        ('registry', '0001_first'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='Panel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('state', models.CharField(choices=[('seated', '已就位'), ('open', '评分中'), ('closed', '已结束')], default='seated', max_length=8, verbose_name='状态')),
                        ('closed_at', models.DateTimeField(null=True, verbose_name='结束时间')),
                        ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='panels', to='registry.occupationgroup', verbose_name='职业大类')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='panels', to='cases.round', verbose_name='批次')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('round', 'group'), name='one_panel_per_group')],
                    },
                ),
                migrations.CreateModel(
                    name='Ranking',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('stage', models.CharField(choices=[('shortlist', '入围名单'), ('final', '拟定名单')], max_length=10, verbose_name='阶段')),
                        ('fill', models.CharField(max_length=10, verbose_name='补位规则')),
                        ('seats', models.PositiveSmallIntegerField(verbose_name='名额')),
                        ('frozen', models.JSONField(help_text='candidates, caps, ties: everything the result depends on', verbose_name='输入')),
                        ('sha256', models.CharField(max_length=64, verbose_name='摘要')),
                        ('fixed_at', models.DateTimeField(verbose_name='确定时间')),
                        ('fixed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='确定人')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rankings', to='cases.round', verbose_name='批次')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('round', 'stage'), name='one_ranking_per_stage')],
                    },
                ),
                migrations.CreateModel(
                    name='Placing',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rank', models.PositiveSmallIntegerField(verbose_name='名次')),
                        ('mark', models.DecimalField(decimal_places=2, max_digits=6, verbose_name='得分')),
                        ('selected', models.BooleanField(verbose_name='入选')),
                        ('reason', models.CharField(max_length=60, verbose_name='理由')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placings', to='cases.case', verbose_name='办件')),
                        ('ranking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placings', to='review.ranking', verbose_name='名单')),
                    ],
                    options={
                        'ordering': ['rank'],
                        'constraints': [models.UniqueConstraint(fields=('ranking', 'case'), name='one_placing_per_case')],
                    },
                ),
                migrations.CreateModel(
                    name='Recusal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ground', models.CharField(choices=[('same_unit', '同单位（含三年内）'), ('same_body', '同一推荐单位'), ('own', '本人参评'), ('mentor', '师徒关系'), ('declared', '本人声明')], max_length=10, verbose_name='事由')),
                        ('note', models.CharField(blank=True, max_length=200, verbose_name='说明')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recusals', to='cases.case', verbose_name='办件')),
                        ('expert', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recusals', to='registry.expert', verbose_name='专家')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('case', 'expert'), name='one_recusal_per_pair')],
                    },
                ),
                migrations.CreateModel(
                    name='Seat',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('kind', models.CharField(choices=[('member', '正选'), ('alternate', '备选')], max_length=10, verbose_name='类型')),
                        ('order', models.PositiveSmallIntegerField(verbose_name='次序')),
                        ('state', models.CharField(choices=[('invited', '已邀请'), ('accepted', '已接受'), ('declined', '已谢绝'), ('waiting', '候补')], max_length=10, verbose_name='状态')),
                        ('reason', models.CharField(blank=True, max_length=200, verbose_name='谢绝理由')),
                        ('declared_at', models.DateTimeField(null=True, verbose_name='声明时间')),
                        ('expert', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='registry.expert', verbose_name='专家')),
                        ('panel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='review.panel', verbose_name='评审组')),
                    ],
                    options={
                        'ordering': ['order'],
                        'constraints': [models.UniqueConstraint(fields=('panel', 'expert'), name='one_seat_per_expert')],
                    },
                ),
                migrations.CreateModel(
                    name='Score',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('marks', models.JSONField(default=dict, help_text='criterion -> mark as text, 0 to 100', verbose_name='分数')),
                        ('reasons', models.JSONField(default=dict, help_text='criterion -> reason', verbose_name='评语')),
                        ('sealed_at', models.DateTimeField(null=True, verbose_name='密封时间')),
                        ('receipt', models.BigIntegerField(help_text='the number of its leaf in the record', null=True, verbose_name='回执')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='cases.case', verbose_name='办件')),
                        ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='review.seat', verbose_name='席位')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('seat', 'case'), name='one_score_per_expert_and_case')],
                    },
                ),
                migrations.CreateModel(
                    name='Visit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('planned_on', models.DateField(verbose_name='计划日期')),
                        ('place', models.CharField(max_length=120, verbose_name='地点')),
                        ('checks', models.JSONField(default=dict, help_text='item -> confirmed | denied, with a note', verbose_name='核查')),
                        ('conclusion', models.CharField(blank=True, choices=[('pass', '通过'), ('concerns', '有疑点'), ('fail', '不通过')], max_length=10, verbose_name='结论')),
                        ('mark', models.DecimalField(decimal_places=2, max_digits=5, null=True, verbose_name='考察分')),
                        ('concluded_at', models.DateTimeField(null=True, verbose_name='结论时间')),
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='visit', to='cases.case', verbose_name='办件')),
                    ],
                ),
                migrations.CreateModel(
                    name='Inspector',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('signed_at', models.DateTimeField(null=True, verbose_name='签字时间')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to=settings.AUTH_USER_MODEL, verbose_name='考察人员')),
                        ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspectors', to='review.visit', verbose_name='考察')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('visit', 'user'), name='an_inspector_once_per_visit')],
                    },
                ),
                migrations.CreateModel(
                    name='Concern',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('text', models.CharField(max_length=300, verbose_name='内容')),
                        ('contradicts', models.BooleanField(default=False, verbose_name='与申报内容矛盾')),
                        ('cleared_on', models.DateField(null=True, verbose_name='销号日期')),
                        ('how', models.CharField(blank=True, max_length=300, verbose_name='处理情况')),
                        ('cleared_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='销号人')),
                        ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='concerns', to='review.visit', verbose_name='考察')),
                    ],
                ),
                migrations.CreateModel(
                    name='Draw',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('attempt', models.PositiveSmallIntegerField(default=1, verbose_name='次序')),
                        ('state', models.CharField(choices=[('committed', '已承诺'), ('drawn', '已抽取'), ('void', '已作废')], default='committed', max_length=10, verbose_name='状态')),
                        ('pool', models.JSONField(verbose_name='候选池')),
                        ('pool_sha256', models.CharField(max_length=64, verbose_name='候选池摘要')),
                        ('commitment', models.CharField(max_length=64, verbose_name='承诺值')),
                        ('secret_sealed', models.BinaryField(null=True, verbose_name='密值（加密）')),
                        ('source', models.CharField(max_length=160, verbose_name='公开值来源')),
                        ('source_time', models.CharField(max_length=60, verbose_name='公开值时间')),
                        ('public_value', models.CharField(blank=True, max_length=200, verbose_name='公开值')),
                        ('bundle', models.JSONField(null=True, verbose_name='抽取记录')),
                        ('committed_at', models.DateTimeField(verbose_name='承诺时间')),
                        ('witness', models.CharField(blank=True, max_length=60, verbose_name='见证人')),
                        ('drawn_at', models.DateTimeField(null=True, verbose_name='抽取时间')),
                        ('void_reason', models.CharField(blank=True, max_length=300, verbose_name='作废理由')),
                        ('committed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='承诺人')),
                        ('drawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='抽取人')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='draws', to='cases.round', verbose_name='批次')),
                        ('substitutions', models.JSONField(default=list, help_text='code, leaving, entering, skipped', verbose_name='递补记录')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('round', 'attempt'), name='one_draw_per_attempt'), models.UniqueConstraint(condition=models.Q(('state', 'void'), _negated=True), fields=('round',), name='one_standing_draw_per_round'), models.CheckConstraint(condition=models.Q(('drawn_by', None), models.Q(('drawn_by', models.F('committed_by')), _negated=True), _connector='OR'), name='another_hand_draws')],
                    },
                ),
            ],
        ),
    ]
