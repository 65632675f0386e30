"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import gongjiang.law.terms
import gongjiang.office.cases.models.gathered
import gongjiang.office.cases.models.roster
import gongjiang.office.journal.together
import gongjiang.office.registry.models.reference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('cases', '0001_initial'), ('cases', '0002_initial'), ('cases', '0003_counter'), ('cases', '0004_what_waits'), ('cases', '0005_rosters_and_holds'), ('cases', '0006_roster_acts'), ('cases', '0007_trainees'), ('cases', '0008_suspension'), ('cases', '0009_gathered'), ('cases', '0010_what_a_version_continues')]

    initial = True

    dependencies = [
        ('registry', '0001_first'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='Case',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('number', models.CharField(max_length=20, unique=True, verbose_name='办件号')),
                        ('scheme', models.CharField(db_index=True, max_length=40, verbose_name='事项')),
                        ('state', models.CharField(choices=[('draft', '草稿'), ('submitted', '已提交'), ('consented', '本人已同意'), ('nominated', '已推荐'), ('correcting', '补正中'), ('screened', '资格审查通过'), ('under_review', '专家评审'), ('reviewed', '评审完成'), ('inspection', '实地考察'), ('inspected', '考察完成'), ('proposed', '拟定人选'), ('on_notice', '社会公示'), ('cleared', '公示无异议'), ('approved', '市政府已审定'), ('titled', '已授予称号'), ('certified', '已颁发证书'), ('under_way', '培训中'), ('reported', '已报送结果'), ('verified', '已核实'), ('owed', '应付'), ('recognised', '已认定'), ('building', '建设中'), ('acceptance', '申请验收'), ('scored', '已评分'), ('remedy', '整改中'), ('running', '运行中'), ('suspended', '已暂停'), ('accepted', '已受理'), ('referred', '已转办'), ('handled', '部门已答复'), ('rated', '已评价'), ('issued', '已出具'), ('recommended', '已推荐参评'), ('concluded', '已有结果'), ('on_record', '已备案'), ('unverified', '已收存，未核实'), ('withdrawn', '已撤回'), ('not_recommended', '不予推荐'), ('ineligible', '不符合条件'), ('not_selected', '未入选'), ('ended', '已终止'), ('cancelled', '已撤销')], db_index=True, default=gongjiang.law.terms.State['DRAFT'], max_length=20, verbose_name='状态')),
                        ('answers', models.JSONField(default=dict, verbose_name='申报内容')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='办理时限')),
                        ('stopped_on', models.DateField(blank=True, null=True, verbose_name='停表日期')),
                        ('opened_on', models.DateField(verbose_name='开办日期')),
                        ('version', models.PositiveIntegerField(default=1, verbose_name='版本')),
                        ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='registry.nominatingbody', verbose_name='推荐单位')),
                        ('cause', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='consequences', to='cases.case', verbose_name='由来')),
                        ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='registry.organisation', verbose_name='用人单位')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='registry.person', verbose_name='人员')),
                        ('round', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='cases.round', verbose_name='批次')),
                        ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.payeeaccount', verbose_name='收款账户')),
                        ('row', models.PositiveIntegerField(blank=True, null=True, verbose_name='花名册行号')),
                        ('roster', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='cases.roster', verbose_name='花名册')),
                    ],
                    options={
                        'ordering': ['number'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('roster__isnull', False)), fields=('roster', 'row'), name='a_row_makes_one_case'), models.UniqueConstraint(condition=models.Q(('round__isnull', False), models.Q(('state__in', (gongjiang.law.terms.State['WITHDRAWN'], gongjiang.law.terms.State['NOT_RECOMMENDED'], gongjiang.law.terms.State['INELIGIBLE'], gongjiang.law.terms.State['NOT_SELECTED'], gongjiang.law.terms.State['ENDED'], gongjiang.law.terms.State['CANCELLED'])), _negated=True)), fields=('round', 'person'), name='one_live_case_per_person_per_round')],
                        'indexes': [models.Index(fields=['scheme', 'round', 'state'], name='what_waits_is_counted')],
                    },
                ),
                migrations.CreateModel(
                    name='Correction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('asked_on', models.DateField(verbose_name='提出日期')),
                        ('due_on', models.DateField(verbose_name='补正期限')),
                        ('answered_on', models.DateField(blank=True, null=True, verbose_name='补正日期')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='cases.case', verbose_name='办件')),
                    ],
                ),
                migrations.CreateModel(
                    name='CorrectionItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('field', models.CharField(max_length=40, verbose_name='项目')),
                        ('reason', models.CharField(max_length=300, verbose_name='原因')),
                        ('answer', models.CharField(blank=True, max_length=300, verbose_name='答复')),
                        ('correction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='cases.correction', verbose_name='补正')),
                    ],
                ),
                migrations.CreateModel(
                    name='Determination',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rule', models.CharField(max_length=40, verbose_name='规则')),
                        ('verdict', models.CharField(choices=[('pass', '符合'), ('fail', '不符合'), ('open', '待认定'), ('blocked', '数据不可用')], max_length=8, verbose_name='结论')),
                        ('reason', models.CharField(max_length=400, verbose_name='理由')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='认定人')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='determinations', to='cases.case', verbose_name='办件')),
                        ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='复核人')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('case', 'rule'), name='a_rule_is_determined_once'), models.CheckConstraint(condition=models.Q(('by', models.F('confirmed_by')), _negated=True), name='another_hand_confirms')],
                    },
                ),
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(max_length=30, verbose_name='环节')),
                        ('source', models.CharField(choices=[('draft', '草稿'), ('submitted', '已提交'), ('consented', '本人已同意'), ('nominated', '已推荐'), ('correcting', '补正中'), ('screened', '资格审查通过'), ('under_review', '专家评审'), ('reviewed', '评审完成'), ('inspection', '实地考察'), ('inspected', '考察完成'), ('proposed', '拟定人选'), ('on_notice', '社会公示'), ('cleared', '公示无异议'), ('approved', '市政府已审定'), ('titled', '已授予称号'), ('certified', '已颁发证书'), ('under_way', '培训中'), ('reported', '已报送结果'), ('verified', '已核实'), ('owed', '应付'), ('recognised', '已认定'), ('building', '建设中'), ('acceptance', '申请验收'), ('scored', '已评分'), ('remedy', '整改中'), ('running', '运行中'), ('suspended', '已暂停'), ('accepted', '已受理'), ('referred', '已转办'), ('handled', '部门已答复'), ('rated', '已评价'), ('issued', '已出具'), ('recommended', '已推荐参评'), ('concluded', '已有结果'), ('on_record', '已备案'), ('unverified', '已收存，未核实'), ('withdrawn', '已撤回'), ('not_recommended', '不予推荐'), ('ineligible', '不符合条件'), ('not_selected', '未入选'), ('ended', '已终止'), ('cancelled', '已撤销')], max_length=20, verbose_name='原状态')),
                        ('target', models.CharField(choices=[('draft', '草稿'), ('submitted', '已提交'), ('consented', '本人已同意'), ('nominated', '已推荐'), ('correcting', '补正中'), ('screened', '资格审查通过'), ('under_review', '专家评审'), ('reviewed', '评审完成'), ('inspection', '实地考察'), ('inspected', '考察完成'), ('proposed', '拟定人选'), ('on_notice', '社会公示'), ('cleared', '公示无异议'), ('approved', '市政府已审定'), ('titled', '已授予称号'), ('certified', '已颁发证书'), ('under_way', '培训中'), ('reported', '已报送结果'), ('verified', '已核实'), ('owed', '应付'), ('recognised', '已认定'), ('building', '建设中'), ('acceptance', '申请验收'), ('scored', '已评分'), ('remedy', '整改中'), ('running', '运行中'), ('suspended', '已暂停'), ('accepted', '已受理'), ('referred', '已转办'), ('handled', '部门已答复'), ('rated', '已评价'), ('issued', '已出具'), ('recommended', '已推荐参评'), ('concluded', '已有结果'), ('on_record', '已备案'), ('unverified', '已收存，未核实'), ('withdrawn', '已撤回'), ('not_recommended', '不予推荐'), ('ineligible', '不符合条件'), ('not_selected', '未入选'), ('ended', '已终止'), ('cancelled', '已撤销')], max_length=20, verbose_name='新状态')),
                        ('note', models.CharField(blank=True, max_length=1000, verbose_name='说明')),
                        ('because', models.JSONField(default=list, verbose_name='认定依据')),
                        ('sent', models.JSONField(default=dict, verbose_name='附送内容')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to=settings.AUTH_USER_MODEL, verbose_name='经办人')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='cases.case', verbose_name='办件')),
                        ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='自然人')),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Evidence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('kind', models.CharField(max_length=40, verbose_name='材料')),
                        ('name', models.CharField(max_length=160, verbose_name='文件名')),
                        ('media_type', models.CharField(max_length=80, verbose_name='类型')),
                        ('size', models.PositiveIntegerField(verbose_name='字节')),
                        ('sha256', models.CharField(max_length=64, verbose_name='摘要')),
                        ('stored', models.CharField(max_length=80, verbose_name='存放')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='上传人')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='cases.case', verbose_name='办件')),
                    ],
                ),
                migrations.CreateModel(
                    name='Nomination',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rank', models.PositiveSmallIntegerField(verbose_name='排序')),
                        ('opinion', models.CharField(blank=True, max_length=400, verbose_name='推荐意见')),
                        ('merged', models.BooleanField(default=False, verbose_name='并入')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='registry.nominatingbody', verbose_name='推荐单位')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办人')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='cases.case', verbose_name='办件')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('case', 'body'), name='a_body_nominates_once')],
                    },
                ),
                migrations.CreateModel(
                    name='PlanTerm',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.CharField(max_length=40, verbose_name='计划')),
                        ('version', models.CharField(default='1', max_length=40, verbose_name='版本')),
                        ('title', models.CharField(max_length=120, verbose_name='名称')),
                        ('document', models.CharField(blank=True, max_length=80, verbose_name='文号')),
                        ('issued_on', models.DateField(blank=True, null=True, verbose_name='印发日期')),
                        ('years', models.PositiveSmallIntegerField(default=5, verbose_name='有效期（年）')),
                        ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='cases.planterm', verbose_name='接续计划')),
                        ('continues', models.JSONField(default=list, help_text='留空为全部', verbose_name='接续办理的事项')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('plan', 'version'), name='one_term_per_version')],
                    },
                ),
                migrations.CreateModel(
                    name='Quota',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('places', models.PositiveSmallIntegerField(verbose_name='名额')),
                        ('zero_declared_on', models.DateField(blank=True, null=True, verbose_name='零推荐日期')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotas', to='registry.nominatingbody', verbose_name='推荐单位')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotas', to='cases.round', verbose_name='批次')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('round', 'body'), name='one_quota_per_body')],
                    },
                ),
                migrations.CreateModel(
                    name='Round',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('code', models.CharField(max_length=20, unique=True, verbose_name='批次号')),
                        ('scheme', models.CharField(db_index=True, max_length=40, verbose_name='事项')),
                        ('title', models.CharField(max_length=80, verbose_name='名称')),
                        ('title_en', models.CharField(blank=True, max_length=120, verbose_name='英文名称')),
                        ('opens_on', models.DateField(verbose_name='开始受理')),
                        ('closes_on', models.DateField(verbose_name='推荐截止')),
                        ('places', models.PositiveSmallIntegerField(default=20, verbose_name='名额（约）')),
                        ('terms', models.JSONField(default=dict, help_text='weights, panel size, trimming, caps, fill rule', verbose_name='评选办法')),
                        ('ended_on', models.DateField(blank=True, null=True, verbose_name='办结日期')),
                    ],
                    options={
                        'ordering': ['-opens_on'],
                    },
                ),
                migrations.CreateModel(
                    name='SignedRuling',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.CharField(max_length=40, verbose_name='计划')),
                        ('key', models.CharField(max_length=60, verbose_name='问题')),
                        ('value', models.JSONField(verbose_name='答复')),
                        ('since', models.DateField(verbose_name='自')),
                        ('signer', models.CharField(max_length=60, verbose_name='签发人')),
                        ('basis', models.CharField(max_length=200, verbose_name='依据')),
                        ('signed_at', models.DateTimeField(verbose_name='签发时间')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('plan', 'key', 'since'), name='one_ruling_per_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Veto',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('matter', models.CharField(max_length=60, verbose_name='事由')),
                        ('scope', models.CharField(choices=[('person', '本人'), ('unit', '所在单位'), ('principal', '单位负责人')], max_length=10, verbose_name='范围')),
                        ('department', models.CharField(choices=[('hrss', '市人力资源社会保障局'), ('sasac', '市国资委'), ('eit', '市经济和信息化委'), ('edu', '市教育局'), ('fin', '市财政局'), ('union', '市总工会'), ('youth', '团市委'), ('women', '市妇联'), ('talent', '市招才局'), ('sci', '市科技局'), ('cast', '市科协'), ('housing', '市住房保障房管局'), ('police', '市公安局')], max_length=12, verbose_name='征询部门')),
                        ('asked_on', models.DateField(verbose_name='征询日期')),
                        ('answer', models.CharField(blank=True, choices=[('clear', '无异议'), ('hit', '有否决情形')], max_length=6, verbose_name='答复')),
                        ('answered_on', models.DateField(blank=True, null=True, verbose_name='答复日期')),
                        ('expires_on', models.DateField(blank=True, null=True, verbose_name='有效至')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办人')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vetoes', to='cases.case', verbose_name='办件')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('case', 'matter', 'scope', 'asked_on'), name='a_matter_is_asked_once_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Counter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('series', models.CharField(max_length=40, unique=True, verbose_name='系列')),
                        ('last', models.PositiveIntegerField(default=0, verbose_name='最后号')),
                    ],
                ),
                migrations.CreateModel(
                    name='RosterFault',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('row', models.PositiveIntegerField(verbose_name='行号')),
                        ('column', models.CharField(max_length=40, verbose_name='列')),
                        ('zh', models.CharField(max_length=200, verbose_name='原因')),
                        ('en', models.CharField(max_length=200, verbose_name='英文原因')),
                        ('repeats', models.PositiveIntegerField(blank=True, null=True, verbose_name='重复行')),
                        ('roster', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='faults', to='cases.roster', verbose_name='花名册')),
                    ],
                    options={
                        'ordering': ['row', 'pk'],
                        'indexes': [models.Index(fields=['roster', 'row'], name='faults_of_a_roster_in_order')],
                    },
                ),
                migrations.CreateModel(
                    name='Hold',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(max_length=120, verbose_name='对象')),
                        ('released_on', models.DateField(blank=True, null=True, verbose_name='释放日期')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='cases.case', verbose_name='办件')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('released_on', None)), fields=('key',), name='a_key_carries_one_live_case')],
                    },
                ),
                migrations.CreateModel(
                    name='Roster',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('scheme', models.CharField(db_index=True, max_length=40, verbose_name='事项')),
                        ('name', models.CharField(max_length=160, verbose_name='文件名')),
                        ('stored', models.CharField(max_length=80, verbose_name='存放')),
                        ('sha256', models.CharField(max_length=64, verbose_name='摘要')),
                        ('renamed', models.JSONField(default=dict, verbose_name='列对应')),
                        ('on', models.DateField(verbose_name='办理日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('state', models.CharField(choices=[('waiting', '待处理'), ('working', '处理中'), ('done', '已完成'), ('failed', '无法处理')], db_index=True, default=gongjiang.office.cases.models.roster.RosterState['WAITING'], max_length=8, verbose_name='状态')),
                        ('fault', models.CharField(blank=True, max_length=300, verbose_name='原因')),
                        ('rows', models.PositiveIntegerField(default=0, verbose_name='行数')),
                        ('done', models.PositiveIntegerField(default=0, verbose_name='已处理')),
                        ('taken', models.PositiveIntegerField(default=0, verbose_name='已受理')),
                        ('total', models.BigIntegerField(default=0, verbose_name='金额（分）')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办人')),
                        ('sender', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rosters', to='registry.organisation', verbose_name='报送单位')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(fields=('scheme', 'sha256'), name='a_roster_is_taken_in_once'), models.CheckConstraint(condition=models.Q(('done__lte', models.F('rows'))), name='no_more_done_than_there_is')],
                    },
                ),
                migrations.CreateModel(
                    name='RosterAct',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(max_length=20, verbose_name='环节')),
                        ('sent', models.JSONField(default=dict, verbose_name='内容')),
                        ('on', models.DateField(verbose_name='办理日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('state', models.CharField(choices=[('waiting', '待处理'), ('working', '处理中'), ('done', '已完成'), ('failed', '无法处理')], db_index=True, default=gongjiang.office.cases.models.roster.RosterState['WAITING'], max_length=8, verbose_name='状态')),
                        ('last', models.BigIntegerField(default=0, help_text='the key of the last case that was looked at', verbose_name='办至')),
                        ('whole', models.PositiveIntegerField(default=0, verbose_name='件数')),
                        ('moved', models.PositiveIntegerField(default=0, verbose_name='已办理')),
                        ('refused', models.PositiveIntegerField(default=0, verbose_name='未办理')),
                        ('reasons', models.JSONField(default=dict, help_text='the words, and how many cases they met', verbose_name='未办理原因')),
                        ('fault', models.CharField(blank=True, max_length=300, verbose_name='中止原因')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办人')),
                        ('roster', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='cases.roster', verbose_name='花名册')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', (gongjiang.office.cases.models.roster.RosterState['WAITING'], gongjiang.office.cases.models.roster.RosterState['WORKING']))), fields=('roster',), name='one_act_at_a_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Trainee',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('edition', models.PositiveSmallIntegerField(default=1, verbose_name='版次')),
                        ('hours', models.PositiveSmallIntegerField(verbose_name='学时')),
                        ('passed', models.BooleanField(null=True, verbose_name='合格')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='trainees', to='cases.case', verbose_name='办件')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='classes', to='registry.person', verbose_name='学员')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('case', 'edition', 'person'), name='a_trainee_is_listed_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Suspension',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('document', models.CharField(max_length=80, verbose_name='取消文号')),
                        ('since', models.DateField(verbose_name='暂停日期')),
                        ('lifted_on', models.DateField(blank=True, null=True, verbose_name='解除日期')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suspensions', to='cases.case', verbose_name='办件')),
                        ('result', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suspensions', to='registry.result', verbose_name='成绩')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('lifted_on', None)), fields=('case', 'result'), name='a_result_suspends_a_case_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Grade',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('stage', models.CharField(max_length=20, verbose_name='环节')),
                        ('score', models.PositiveSmallIntegerField(verbose_name='得分')),
                        ('amount', models.BigIntegerField(blank=True, null=True, verbose_name='认定金额（分）')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='评分人')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grades', to='cases.case', verbose_name='办件')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('score__lte', 100)), name='a_score_is_at_most_100')],
                    },
                ),
                migrations.CreateModel(
                    name='IssuedLetter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(max_length=30, unique=True, verbose_name='编号')),
                        ('code', models.CharField(default=gongjiang.office.cases.models.gathered.check_code, max_length=22, unique=True, verbose_name='查验码')),
                        ('issued_on', models.DateField(verbose_name='出具日期')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='issued_letters', to='cases.case', verbose_name='办件')),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='LogRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('log', models.CharField(max_length=20, verbose_name='台账')),
                        ('told', models.JSONField(default=dict, verbose_name='内容')),
                        ('on', models.DateField(verbose_name='登记日期')),
                        ('confirmed_on', models.DateField(blank=True, null=True, verbose_name='核对日期')),
                        ('struck_on', models.DateField(blank=True, null=True, verbose_name='划去日期')),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='划去理由')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='登记人')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='log_rows', to='cases.case', verbose_name='办件')),
                        ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='核对人')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='log_rows', to='registry.person', verbose_name='人员')),
                        ('struck_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='划去人')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'indexes': [models.Index(fields=['case', 'log'], name='rows_of_a_log')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('by', models.F('confirmed_by')), _negated=True), name='another_hand_confirms_a_row')],
                    },
                ),
                migrations.CreateModel(
                    name='Referral',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('department', models.CharField(choices=[('hrss', '市人力资源社会保障局'), ('sasac', '市国资委'), ('eit', '市经济和信息化委'), ('edu', '市教育局'), ('fin', '市财政局'), ('union', '市总工会'), ('youth', '团市委'), ('women', '市妇联'), ('talent', '市招才局'), ('sci', '市科技局'), ('cast', '市科协'), ('housing', '市住房保障房管局'), ('police', '市公安局')], max_length=12, verbose_name='承办部门')),
                        ('referred_on', models.DateField(verbose_name='转办日期')),
                        ('due_on', models.DateField(verbose_name='答复期限')),
                        ('how', models.CharField(blank=True, choices=[('done', '已办理'), ('declined', '不予办理'), ('bounced', '非本部门职责')], max_length=10, verbose_name='结果')),
                        ('answered_on', models.DateField(blank=True, null=True, verbose_name='答复日期')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='转办人')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='cases.case', verbose_name='办件')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('answered_on', None)), fields=('case',), name='a_case_lies_with_one_department')],
                    },
                ),
            ],
        ),
    ]
