"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import gongjiang.law.duty
import gongjiang.office.journal.together
import gongjiang.office.registry.models.reference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('duty', '0001_initial'), ('duty', '0002_guards')]

    initial = True

    dependencies = [
        ('registry', '0001_first'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='Monitoring',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fund', models.CharField(choices=[('employment', '市就业补助资金'), ('talent', '人才专项资金')], max_length=20, verbose_name='资金来源')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='预算年度')),
                        ('line', models.CharField(max_length=20, verbose_name='项目')),
                        ('figures', models.JSONField(verbose_name='数据')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='监控人')),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Order',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('department', models.CharField(blank=True, choices=[('hrss', '市人力资源社会保障局'), ('sasac', '市国资委'), ('eit', '市经济和信息化委'), ('edu', '市教育局'), ('fin', '市财政局'), ('union', '市总工会'), ('youth', '团市委'), ('women', '市妇联'), ('talent', '市招才局'), ('sci', '市科技局'), ('cast', '市科协'), ('housing', '市住房保障房管局'), ('police', '市公安局')], max_length=12, verbose_name='部门')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('plan', models.CharField(max_length=40, verbose_name='计划')),
                        ('clause', models.CharField(max_length=12, verbose_name='条款')),
                        ('matter', models.CharField(max_length=300, verbose_name='督办事项')),
                        ('issued_on', models.DateField(verbose_name='发出日期')),
                        ('days', models.PositiveSmallIntegerField(verbose_name='期限（工作日）')),
                        ('due_on', models.DateField(verbose_name='截止日期')),
                        ('state', models.CharField(choices=[('issued', '待签收'), ('received', '整改中'), ('mended', '待销号'), ('closed', '已销号')], default=gongjiang.law.duty.OrderState['ISSUED'], max_length=10, verbose_name='状态')),
                        ('escalated_on', models.DateField(blank=True, null=True, verbose_name='升级日期')),
                        ('closed_on', models.DateField(blank=True, null=True, verbose_name='销号日期')),
                        ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.nominatingbody', verbose_name='区、开发区')),
                        ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='发出人')),
                    ],
                    options={
                        'ordering': ['due_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('body', None), ('department', ''), _negated=True), models.Q(('body__isnull', False), models.Q(('department', ''), _negated=True), _negated=True)), name='an_order_has_one_owner'), models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('issued_on'))), name='an_order_has_time'), models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', False), ('state', gongjiang.law.duty.OrderState['CLOSED'])), models.Q(models.Q(('state', gongjiang.law.duty.OrderState['CLOSED']), _negated=True), ('closed_on', None)), _connector='OR'), name='a_closed_order_has_its_day')],
                    },
                ),
                migrations.CreateModel(
                    name='OrderEntry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('act', models.CharField(choices=[('issue', '发出'), ('receive', '签收'), ('mend', '报告整改'), ('return', '退回再改'), ('close', '销号'), ('escalate', '逾期升级')], max_length=10, verbose_name='环节')),
                        ('text', models.CharField(blank=True, max_length=600, verbose_name='说明')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='办理人')),
                        ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='duty.order', verbose_name='督办单')),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Target',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('department', models.CharField(blank=True, choices=[('hrss', '市人力资源社会保障局'), ('sasac', '市国资委'), ('eit', '市经济和信息化委'), ('edu', '市教育局'), ('fin', '市财政局'), ('union', '市总工会'), ('youth', '团市委'), ('women', '市妇联'), ('talent', '市招才局'), ('sci', '市科技局'), ('cast', '市科协'), ('housing', '市住房保障房管局'), ('police', '市公安局')], max_length=12, verbose_name='部门')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('plan', models.CharField(max_length=40, verbose_name='计划')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                        ('clause', models.CharField(max_length=12, verbose_name='条款')),
                        ('measure', models.CharField(choices=[('auto', '系统取数'), ('filed', '填报佐证')], max_length=6, verbose_name='取数方式')),
                        ('indicator', models.CharField(blank=True, max_length=40, verbose_name='指标')),
                        ('wording', models.CharField(blank=True, max_length=120, verbose_name='填报指标名称')),
                        ('planned', models.PositiveIntegerField(verbose_name='目标值')),
                        ('weight', models.PositiveSmallIntegerField(verbose_name='权重')),
                        ('starts_on', models.DateField(verbose_name='起')),
                        ('closes_on', models.DateField(verbose_name='止')),
                        ('state', models.CharField(choices=[('set', '已下达'), ('reported', '已自评'), ('reviewed', '已复核'), ('scored', '已评分'), ('disputed', '申诉中'), ('final', '已定稿')], default=gongjiang.law.duty.TargetState['SET'], max_length=10, verbose_name='状态')),
                        ('set_on', models.DateField(verbose_name='下达日期')),
                        ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.nominatingbody', verbose_name='区、开发区')),
                        ('origin', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='duty.target', verbose_name='移交自')),
                        ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='下达人')),
                    ],
                    options={
                        'ordering': ['-year', 'body__code', 'department', 'clause', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('body', None), ('department', ''), _negated=True), models.Q(('body__isnull', False), models.Q(('department', ''), _negated=True), _negated=True)), name='a_target_has_one_owner'), models.CheckConstraint(condition=models.Q(('weight__gte', 1), ('weight__lte', 100)), name='a_weight_is_1_to_100'), models.CheckConstraint(condition=models.Q(('planned__gt', 0)), name='a_target_is_something'), models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('starts_on'))), name='a_target_has_days'), models.CheckConstraint(condition=models.Q(models.Q(('measure', gongjiang.law.duty.Measure['AUTO']), ('wording', ''), models.Q(('indicator', ''), _negated=True)), models.Q(('indicator', ''), ('measure', gongjiang.law.duty.Measure['FILED']), models.Q(('wording', ''), _negated=True)), _connector='OR'), name='a_target_is_measured_one_way')],
                    },
                ),
                migrations.CreateModel(
                    name='TargetEntry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('act', models.CharField(choices=[('set', '下达'), ('reweigh', '调整权重'), ('split', '分段移交'), ('report', '自评'), ('return', '退回'), ('review', '复核'), ('score', '评分'), ('dispute', '申诉'), ('answer', '答复申诉'), ('finish', '定稿')], max_length=10, verbose_name='环节')),
                        ('text', models.CharField(blank=True, max_length=600, verbose_name='说明')),
                        ('number', models.BigIntegerField(null=True, verbose_name='数值')),
                        ('of', models.BigIntegerField(null=True, verbose_name='分母')),
                        ('score', models.PositiveSmallIntegerField(null=True, verbose_name='得分')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='办理人')),
                        ('target', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='duty.target', verbose_name='目标')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('score', None), ('score__lte', 100), _connector='OR'), name='a_target_scores_at_most_100')],
                    },
                ),
                migrations.CreateModel(
                    name='YearScore',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.CharField(max_length=40, verbose_name='计划')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                        ('department', models.CharField(blank=True, choices=[('hrss', '市人力资源社会保障局'), ('sasac', '市国资委'), ('eit', '市经济和信息化委'), ('edu', '市教育局'), ('fin', '市财政局'), ('union', '市总工会'), ('youth', '团市委'), ('women', '市妇联'), ('talent', '市招才局'), ('sci', '市科技局'), ('cast', '市科协'), ('housing', '市住房保障房管局'), ('police', '市公安局')], max_length=12, verbose_name='部门')),
                        ('total', models.PositiveIntegerField(verbose_name='得分（百分之一分）')),
                        ('snapshot', models.JSONField(verbose_name='定稿数据')),
                        ('sha256', models.CharField(max_length=64, verbose_name='数据摘要')),
                        ('on', models.DateField(verbose_name='定稿日期')),
                        ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.nominatingbody', verbose_name='区、开发区')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='定稿人')),
                    ],
                    options={
                        'ordering': ['-year', '-total', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('body', None), ('department', ''), _negated=True), models.Q(('body__isnull', False), models.Q(('department', ''), _negated=True), _negated=True)), name='a_year_has_one_owner'), models.UniqueConstraint(condition=models.Q(('department', '')), fields=('plan', 'year', 'body'), name='a_bodys_year_is_final_once'), models.UniqueConstraint(condition=models.Q(('body', None)), fields=('plan', 'year', 'department'), name='a_departments_year_is_final_once'), models.CheckConstraint(condition=models.Q(('total__lte', 10000)), name='a_year_is_at_most_100')],
                    },
                ),
                migrations.CreateModel(
                    name='Evaluation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fund', models.CharField(choices=[('employment', '市就业补助资金'), ('talent', '人才专项资金')], max_length=20, verbose_name='资金来源')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='预算年度')),
                        ('line', models.CharField(max_length=20, verbose_name='项目')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('score', models.PositiveSmallIntegerField(verbose_name='得分')),
                        ('findings', models.CharField(max_length=600, verbose_name='评价结论')),
                        ('advice', models.CharField(choices=[('keep', '维持'), ('raise', '增加'), ('lower', '压减'), ('stop', '停止安排')], max_length=6, verbose_name='下年度安排建议')),
                        ('snapshot', models.JSONField(verbose_name='评价数据')),
                        ('sha256', models.CharField(max_length=64, verbose_name='数据摘要')),
                        ('on', models.DateField(verbose_name='评价日期')),
                        ('confirmed_on', models.DateField(null=True, verbose_name='复核日期')),
                        ('declined', models.CharField(blank=True, max_length=300, verbose_name='退回理由')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='评价人')),
                        ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='复核人')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('declined', '')), fields=('fund', 'year', 'line'), name='one_evaluation_per_line'), models.CheckConstraint(condition=models.Q(('score__lte', 100)), name='an_evaluation_is_at_most_100'), models.CheckConstraint(condition=models.Q(('by', models.F('confirmed_by')), _negated=True), name='another_hand_confirms_an_evaluation')],
                    },
                ),
                migrations.CreateModel(
                    name='Goal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fund', models.CharField(choices=[('employment', '市就业补助资金'), ('talent', '人才专项资金')], max_length=20, verbose_name='资金来源')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='预算年度')),
                        ('line', models.CharField(max_length=20, verbose_name='项目')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('indicator', models.CharField(max_length=40, verbose_name='指标')),
                        ('planned', models.PositiveIntegerField(verbose_name='目标值')),
                        ('set_on', models.DateField(verbose_name='设定日期')),
                        ('confirmed_on', models.DateField(null=True, verbose_name='复核日期')),
                        ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='复核人')),
                        ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='设定人')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('fund', 'year', 'line', 'indicator'), name='one_goal_per_indicator'), models.CheckConstraint(condition=models.Q(('planned__gt', 0)), name='a_goal_is_something'), models.CheckConstraint(condition=models.Q(('set_by', models.F('confirmed_by')), _negated=True), name='another_hand_confirms_a_goal')],
                    },
                ),
            ],
        ),
    ]
