"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import django.db.models.expressions
import gongjiang.office.journal.together
import gongjiang.office.ledger.models.batch
import gongjiang.office.ledger.models.budget
import gongjiang.office.ledger.models.payable
import gongjiang.office.ledger.models.pending_state
import gongjiang.office.ledger.models.row
import gongjiang.office.ledger.models.sample
import gongjiang.office.ledger.models.transfer
import gongjiang.office.registry.models.reference
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('ledger', '0001_initial'), ('ledger', '0003_pending'), ('ledger', '0004_keeping')]

    initial = True

    dependencies = [
        ('cases', '0001_first'),
        ('registry', '0001_first'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='Account',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=60, unique=True, verbose_name='代码')),
                        ('kind', models.CharField(choices=[('source', '财政来源'), ('budget', '预算指标'), ('encumbrance', '预留'), ('payable', '应付'), ('bank', '银行在途'), ('expense', '已支出'), ('suspense', '待查'), ('returned', '退回'), ('receivable', '应追回'), ('written_off', '已核销')], max_length=12, verbose_name='类别')),
                        ('fund', models.CharField(choices=[('employment', '市就业补助资金'), ('talent', '人才专项资金')], max_length=20, verbose_name='资金来源')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='预算年度')),
                        ('line', models.CharField(max_length=20, verbose_name='项目')),
                        ('floor_fen', models.BigIntegerField(default=0, verbose_name='下限（分）')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('fund', 'year', 'line', 'kind'), name='one_account_of_a_kind_per_line')],
                    },
                ),
                migrations.CreateModel(
                    name='Appropriation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('grounds', models.CharField(choices=[('budget', '年度预算'), ('carried', '上年结转')], default=gongjiang.office.ledger.models.budget.Grounds['BUDGET'], max_length=8, verbose_name='来源')),
                        ('document', models.CharField(max_length=80, verbose_name='文号')),
                        ('transfer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='appropriation', to='ledger.transfer', verbose_name='分录')),
                    ],
                ),
                migrations.CreateModel(
                    name='Batch',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fund', models.CharField(choices=[('employment', '市就业补助资金'), ('talent', '人才专项资金')], max_length=20, verbose_name='资金来源')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='预算年度')),
                        ('line', models.CharField(max_length=20, verbose_name='项目')),
                        ('state', models.CharField(choices=[('open', '编制中'), ('locked', '已锁定'), ('frozen', '已固定'), ('checked', '已复核'), ('approved', '已审批'), ('exported', '已送银行'), ('answered', '已回盘'), ('closed', '已办结'), ('withdrawn', '已作废')], default=gongjiang.office.ledger.models.batch.BatchState['OPEN'], max_length=10, verbose_name='状态')),
                        ('opened_on', models.DateField(verbose_name='编制日期')),
                        ('format', models.CharField(blank=True, max_length=20, verbose_name='文件格式')),
                        ('sha256', models.CharField(blank=True, max_length=64, verbose_name='文件摘要')),
                        ('count', models.PositiveIntegerField(default=0, verbose_name='笔数')),
                        ('total', models.BigIntegerField(default=0, verbose_name='金额（分）')),
                        ('approver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='审批')),
                        ('checker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='复核')),
                        ('maker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='经办')),
                        ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='编制')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', (gongjiang.office.ledger.models.batch.BatchState['OPEN'], gongjiang.office.ledger.models.batch.BatchState['LOCKED'], gongjiang.office.ledger.models.batch.BatchState['FROZEN'], gongjiang.office.ledger.models.batch.BatchState['CHECKED'], gongjiang.office.ledger.models.batch.BatchState['APPROVED']))), fields=('fund', 'year', 'line'), name='one_open_batch_per_line'), models.CheckConstraint(condition=models.Q(('maker', models.F('checker')), _negated=True), name='batch_checked_by_another'), models.CheckConstraint(condition=models.Q(('maker', models.F('approver')), _negated=True), name='batch_approved_by_another'), models.CheckConstraint(condition=models.Q(('checker', models.F('approver')), _negated=True), name='batch_approved_by_a_third'), models.CheckConstraint(condition=models.Q(models.Q(('opened_by', models.F('checker')), _negated=True), models.Q(('opened_by', models.F('approver')), _negated=True)), name='batch_opener_does_not_sign'), models.CheckConstraint(condition=models.Q(('state__in', (gongjiang.office.ledger.models.batch.BatchState['OPEN'], gongjiang.office.ledger.models.batch.BatchState['LOCKED'], gongjiang.office.ledger.models.batch.BatchState['WITHDRAWN'])), models.Q(models.Q(('sha256', ''), _negated=True), ('maker__isnull', False), ('count__gt', 0), ('total__gt', 0)), _connector='OR'), name='a_frozen_batch_has_a_file'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', (gongjiang.office.ledger.models.batch.BatchState['CHECKED'], gongjiang.office.ledger.models.batch.BatchState['APPROVED'], gongjiang.office.ledger.models.batch.BatchState['EXPORTED'], gongjiang.office.ledger.models.batch.BatchState['ANSWERED'], gongjiang.office.ledger.models.batch.BatchState['CLOSED'])), _negated=True), ('checker__isnull', False), _connector='OR'), name='a_checked_batch_has_a_checker'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', (gongjiang.office.ledger.models.batch.BatchState['APPROVED'], gongjiang.office.ledger.models.batch.BatchState['EXPORTED'], gongjiang.office.ledger.models.batch.BatchState['ANSWERED'], gongjiang.office.ledger.models.batch.BatchState['CLOSED'])), _negated=True), ('approver__isnull', False), _connector='OR'), name='an_approved_batch_has_an_approver')],
                    },
                ),
                migrations.CreateModel(
                    name='BatchRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('seq', models.PositiveIntegerField(verbose_name='序号')),
                        ('reference', models.CharField(max_length=20, unique=True, verbose_name='流水号')),
                        ('payee', models.CharField(max_length=60, verbose_name='户名')),
                        ('bank', models.CharField(max_length=80, verbose_name='开户行')),
                        ('account_sealed', models.BinaryField(verbose_name='账号（加密）')),
                        ('tail', models.CharField(max_length=4, verbose_name='账号末四位')),
                        ('amount', models.BigIntegerField(verbose_name='金额（分）')),
                        ('state', models.CharField(choices=[('listed', '已列入'), ('dropped', '已移出'), ('withdrawn', '批次作废'), ('sent', '已送银行'), ('paid', '已付'), ('returned', '退回'), ('suspense', '待查')], default=gongjiang.office.ledger.models.row.RowState['LISTED'], max_length=10, verbose_name='状态')),
                        ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='ledger.batch', verbose_name='批次')),
                        ('payable', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='ledger.payable', verbose_name='应付款')),
                    ],
                    options={
                        'ordering': ['batch', 'seq'],
                        'constraints': [models.UniqueConstraint(fields=('batch', 'seq'), name='one_row_per_place'), models.UniqueConstraint(condition=models.Q(('state__in', (gongjiang.office.ledger.models.row.RowState['LISTED'], gongjiang.office.ledger.models.row.RowState['SENT'], gongjiang.office.ledger.models.row.RowState['PAID'], gongjiang.office.ledger.models.row.RowState['SUSPENSE']))), fields=('payable',), name='a_payable_is_in_one_live_row'), models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='batch_row_pays_something')],
                    },
                ),
                migrations.CreateModel(
                    name='FundUse',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fund', models.CharField(choices=[('employment', '市就业补助资金'), ('talent', '人才专项资金')], max_length=20, verbose_name='资金来源')),
                        ('line', models.CharField(max_length=20, verbose_name='项目')),
                        ('document', models.CharField(max_length=80, verbose_name='依据文号')),
                        ('since', models.DateField(verbose_name='自')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='至')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('fund', 'line', 'since'), name='one_use_per_fund_and_line')],
                    },
                ),
                migrations.CreateModel(
                    name='Payable',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('entitlement', models.CharField(db_index=True, max_length=80, verbose_name='权益')),
                        ('amount', models.BigIntegerField(verbose_name='金额（分）')),
                        ('fund', models.CharField(choices=[('employment', '市就业补助资金'), ('talent', '人才专项资金')], max_length=20, verbose_name='资金来源')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='预算年度')),
                        ('line', models.CharField(max_length=20, verbose_name='项目')),
                        ('clause', models.CharField(max_length=20, verbose_name='条款')),
                        ('document', models.CharField(max_length=80, verbose_name='依据文号')),
                        ('tax_note', models.CharField(default='待税务确认', max_length=60, verbose_name='税务')),
                        ('state', models.CharField(choices=[('owed', '应付'), ('batched', '已编入批次'), ('paid', '已付'), ('returned', '退回待重付'), ('stopped', '已停付')], default=gongjiang.office.ledger.models.payable.PayableState['OWED'], max_length=8, verbose_name='状态')),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='原因')),
                        ('opened_at', models.DateTimeField(verbose_name='时间')),
                        ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.payeeaccount', verbose_name='收款账户')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payables', to='cases.case', verbose_name='办件')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payables', to='registry.person', verbose_name='收款人')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='payable_is_something'), models.UniqueConstraint(condition=models.Q(('state', gongjiang.office.ledger.models.payable.PayableState['STOPPED']), _negated=True), fields=('entitlement',), name='one_live_payable_per_entitlement')],
                    },
                ),
                migrations.CreateModel(
                    name='Reply',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sha256', models.CharField(max_length=64, verbose_name='文件摘要')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='ledger.batch', verbose_name='批次')),
                        ('checker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='复核')),
                        ('maker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='经办')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('batch', 'sha256'), name='a_reply_is_read_once'), models.CheckConstraint(condition=models.Q(('maker', models.F('checker')), _negated=True), name='a_reply_takes_two_people')],
                    },
                ),
                migrations.CreateModel(
                    name='ReplyRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveIntegerField(verbose_name='行号')),
                        ('raw', models.TextField(verbose_name='原文')),
                        ('reference', models.CharField(blank=True, max_length=60, verbose_name='流水号')),
                        ('amount', models.BigIntegerField(null=True, verbose_name='金额（分）')),
                        ('code', models.CharField(blank=True, max_length=20, verbose_name='结果码')),
                        ('message', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                        ('answer', models.CharField(choices=[('paid', '已付'), ('returned', '退回'), ('duplicate', '重复回盘'), ('partial', '部分支付'), ('wrong_amount', '金额不符'), ('wrong_account', '账号不符'), ('wrong_name', '户名不符'), ('unknown_code', '结果码不明'), ('conflict', '同一文件前后矛盾'), ('late', '与已入账结果不符'), ('unknown', '流水号不明'), ('wrong_batch', '属其他批次'), ('truncated', '残缺行')], max_length=14, verbose_name='归类')),
                        ('effective', models.BooleanField(default=False, verbose_name='入账')),
                        ('reply', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='ledger.reply', verbose_name='回盘文件')),
                        ('row', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='ledger.batchrow', verbose_name='批次明细')),
                    ],
                    options={
                        'ordering': ['reply', 'number'],
                        'constraints': [models.UniqueConstraint(fields=('reply', 'number'), name='one_answer_per_line'), models.UniqueConstraint(condition=models.Q(('effective', True)), fields=('row',), name='one_effective_answer_per_row')],
                    },
                ),
                migrations.CreateModel(
                    name='SuspenseItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('outcome', models.CharField(blank=True, max_length=10, verbose_name='处理结果')),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='处理理由')),
                        ('resolved_at', models.DateTimeField(null=True, verbose_name='处理时间')),
                        ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='ledger.batch', verbose_name='批次')),
                        ('checker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='复核')),
                        ('maker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='经办')),
                        ('reply_row', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='item', to='ledger.replyrow', verbose_name='回盘明细')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('maker', models.F('checker')), _negated=True), name='an_item_takes_two_people')],
                    },
                ),
                migrations.CreateModel(
                    name='Transfer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(max_length=140, unique=True, verbose_name='幂等键')),
                        ('body_sha256', models.CharField(max_length=64, verbose_name='内容摘要')),
                        ('journal', models.CharField(db_index=True, max_length=140, verbose_name='分录号')),
                        ('kind', models.CharField(choices=[('post', '记账'), ('reserve', '预留'), ('settle', '转实'), ('void', '解除预留')], max_length=8, verbose_name='类别')),
                        ('amount', models.BigIntegerField(verbose_name='金额（分）')),
                        ('clause', models.CharField(blank=True, max_length=20, verbose_name='条款')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='摘要')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transfers', to='cases.case', verbose_name='办件')),
                        ('checker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='复核')),
                        ('credit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='credits', to='ledger.account', verbose_name='转入')),
                        ('debit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='debits', to='ledger.account', verbose_name='转出')),
                        ('maker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='经办')),
                        ('payable', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='transfers', to='ledger.payable', verbose_name='应付款')),
                        ('ref', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='closings', to='ledger.transfer', verbose_name='所结预留')),
                        ('reverses', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversals', to='ledger.transfer', verbose_name='所冲分录')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0), ('amount__lte', 100000000000)), name='transfer_moves_money'), models.CheckConstraint(condition=models.Q(('maker', models.F('checker')), _negated=True), name='transfer_takes_two_people'), models.CheckConstraint(condition=models.Q(('debit', models.F('credit')), _negated=True), name='transfer_joins_two_accounts'), models.CheckConstraint(condition=models.Q(('kind__in', gongjiang.office.ledger.models.transfer.Move)), name='transfer_kind_known'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', (gongjiang.office.ledger.models.transfer.Move['SETTLE'], gongjiang.office.ledger.models.transfer.Move['VOID'])), ('ref__isnull', False)), models.Q(('kind__in', (gongjiang.office.ledger.models.transfer.Move['POST'], gongjiang.office.ledger.models.transfer.Move['RESERVE'])), ('ref__isnull', True)), _connector='OR'), name='a_close_names_its_reserve'), models.CheckConstraint(condition=models.Q(('reverses__isnull', True), ('kind', gongjiang.office.ledger.models.transfer.Move['POST']), _connector='OR'), name='a_reversal_is_a_post'), models.UniqueConstraint(condition=models.Q(('ref__isnull', False)), fields=('ref',), name='a_reserve_closes_once'), models.UniqueConstraint(condition=models.Q(('reverses__isnull', False)), fields=('reverses',), name='a_transfer_is_reversed_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Balance',
                    fields=[
                        ('account', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, serialize=False, to='ledger.account', verbose_name='账户')),
                        ('debit_posted', models.BigIntegerField(default=0, verbose_name='已记借方')),
                        ('credit_posted', models.BigIntegerField(default=0, verbose_name='已记贷方')),
                        ('debit_pending', models.BigIntegerField(default=0, verbose_name='在途借方')),
                        ('credit_pending', models.BigIntegerField(default=0, verbose_name='在途贷方')),
                        ('floor_fen', models.BigIntegerField(default=0, verbose_name='下限（分）')),
                        ('last', models.BigIntegerField(default=0, verbose_name='末笔')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('debit_posted__gte', 0), ('credit_posted__gte', 0), ('debit_pending__gte', 0), ('credit_pending__gte', 0)), name='balance_sides_not_negative'), models.CheckConstraint(condition=models.Q(('floor_fen__lte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('credit_posted'), '-', models.F('debit_posted')), '-', models.F('debit_pending')))), name='balance_not_overspent')],
                    },
                ),
                migrations.CreateModel(
                    name='PendingAct',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('kind', models.CharField(choices=[('use', '登记资金适用范围'), ('appropriate', '下达指标'), ('reply', '银行回盘入账'), ('resolve', '处理待查事项'), ('reopen', '退回款重付'), ('withdraw', '作废批次'), ('recover', '立追缴'), ('plan', '约定分期'), ('repay', '还款入账'), ('write_off', '核销'), ('close', '月结'), ('carry', '年终结转'), ('evidence', '配套凭证'), ('exempt', '豁免配套')], max_length=12, verbose_name='事项')),
                        ('key', models.CharField(help_text='one at a time waits for one matter', max_length=160, verbose_name='对象')),
                        ('facts', models.JSONField(default=dict, verbose_name='内容')),
                        ('content', models.BinaryField(blank=True, default=bytes, verbose_name='文件')),
                        ('made_at', models.DateTimeField(verbose_name='提交时间')),
                        ('state', models.CharField(choices=[('waiting', '待复核'), ('confirmed', '已复核'), ('declined', '未通过')], db_index=True, default=gongjiang.office.ledger.models.pending_state.Decision['WAITING'], max_length=10, verbose_name='状态')),
                        ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='复核时间')),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='未通过理由')),
                        ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.payeeaccount', verbose_name='收款账户')),
                        ('batch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pending', to='ledger.batch', verbose_name='批次')),
                        ('checker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='复核')),
                        ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pending', to='ledger.suspenseitem', verbose_name='待查事项')),
                        ('maker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='经办')),
                        ('payable', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pending', to='ledger.payable', verbose_name='应付款')),
                        ('due', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pending', to='ledger.matchdue', verbose_name='配套')),
                        ('evidence', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pending', to='ledger.matchevidence', verbose_name='凭证')),
                        ('recovery', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pending', to='ledger.recovery', verbose_name='追缴')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state', gongjiang.office.ledger.models.pending_state.Decision['WAITING'])), fields=('key',), name='a_matter_waits_once'), models.CheckConstraint(condition=models.Q(('maker', models.F('checker')), _negated=True), name='a_pending_act_takes_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('checker__isnull', True), ('state', gongjiang.office.ledger.models.pending_state.Decision['WAITING'])), models.Q(models.Q(('state', gongjiang.office.ledger.models.pending_state.Decision['WAITING']), _negated=True), ('checker__isnull', False), ('decided_at__isnull', False)), _connector='OR'), name='a_decided_act_has_a_checker')],
                    },
                ),
                migrations.CreateModel(
                    name='MatchDue',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('amount', models.BigIntegerField(verbose_name='应配套（分）')),
                        ('clause', models.CharField(max_length=20, verbose_name='条款')),
                        ('document', models.CharField(max_length=80, verbose_name='依据文号')),
                        ('decided_on', models.DateField(verbose_name='审定日期')),
                        ('due_on', models.DateField(verbose_name='配套期限')),
                        ('opened_at', models.DateTimeField(verbose_name='时间')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='cases.case', verbose_name='办件')),
                        ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='registry.organisation', verbose_name='审定时单位')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='registry.person', verbose_name='人员')),
                    ],
                    options={
                        'ordering': ['due_on', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('case', 'clause'), name='one_match_per_case_and_clause'), models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='match_is_something'), models.CheckConstraint(condition=models.Q(('due_on__gt', models.F('decided_on'))), name='a_match_has_time')],
                    },
                ),
                migrations.CreateModel(
                    name='MatchEvidence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('payer', models.CharField(max_length=120, verbose_name='付款户名')),
                        ('payee', models.CharField(max_length=60, verbose_name='收款户名')),
                        ('amount', models.BigIntegerField(verbose_name='金额（分）')),
                        ('paid_on', models.DateField(verbose_name='付款日期')),
                        ('serial', models.CharField(max_length=60, verbose_name='银行流水')),
                        ('sha256', models.CharField(max_length=64, verbose_name='回单摘要')),
                        ('stored', models.CharField(max_length=40, verbose_name='存放')),
                        ('name', models.CharField(max_length=120, verbose_name='文件名')),
                        ('media_type', models.CharField(max_length=40, verbose_name='类型')),
                        ('made_at', models.DateTimeField(verbose_name='提交时间')),
                        ('state', models.CharField(choices=[('waiting', '待复核'), ('confirmed', '已复核'), ('declined', '未通过')], default=gongjiang.office.ledger.models.pending_state.Decision['WAITING'], max_length=10, verbose_name='状态')),
                        ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='复核时间')),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='未通过理由')),
                        ('checker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='复核')),
                        ('due', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='ledger.matchdue', verbose_name='配套')),
                        ('maker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='经办')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state', gongjiang.office.ledger.models.pending_state.Decision['DECLINED']), _negated=True), fields=('payer', 'serial'), name='a_payers_slip_serves_once'), models.UniqueConstraint(condition=models.Q(('state', gongjiang.office.ledger.models.pending_state.Decision['DECLINED']), _negated=True), fields=('sha256',), name='a_receipt_serves_once'), models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='evidence_is_of_a_sum'), models.CheckConstraint(condition=models.Q(('maker', models.F('checker')), _negated=True), name='evidence_takes_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('checker__isnull', True), ('state', gongjiang.office.ledger.models.pending_state.Decision['WAITING'])), models.Q(models.Q(('state', gongjiang.office.ledger.models.pending_state.Decision['WAITING']), _negated=True), ('checker__isnull', False), ('decided_at__isnull', False)), _connector='OR'), name='decided_evidence_has_a_checker')],
                    },
                ),
                migrations.CreateModel(
                    name='MatchExemption',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('basis', models.CharField(max_length=300, verbose_name='依据')),
                        ('document', models.CharField(max_length=80, verbose_name='文号')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('checker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='复核')),
                        ('due', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='exemption', to='ledger.matchdue', verbose_name='配套')),
                        ('maker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='经办')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('maker', models.F('checker')), _negated=True), name='an_exemption_takes_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('basis', ''), _negated=True), models.Q(('document', ''), _negated=True)), name='an_exemption_has_its_basis')],
                    },
                ),
                migrations.CreateModel(
                    name='MonthClose',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fund', models.CharField(choices=[('employment', '市就业补助资金'), ('talent', '人才专项资金')], max_length=20, verbose_name='资金来源')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='预算年度')),
                        ('line', models.CharField(max_length=20, verbose_name='项目')),
                        ('month', models.DateField(help_text='its first day', verbose_name='月份')),
                        ('until', models.DateField(help_text='its last day', verbose_name='截至')),
                        ('transfers', models.PositiveIntegerField(verbose_name='累计笔数')),
                        ('sha256', models.CharField(max_length=64, verbose_name='余额摘要')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('checker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='复核')),
                        ('maker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='经办')),
                    ],
                    options={
                        'ordering': ['fund', 'year', 'line', 'month'],
                        'constraints': [models.UniqueConstraint(fields=('fund', 'year', 'line', 'month'), name='a_month_is_closed_once'), models.CheckConstraint(condition=models.Q(('maker', models.F('checker')), _negated=True), name='a_close_takes_two_people'), models.CheckConstraint(condition=models.Q(('until__gt', models.F('month')), ('on__gt', models.F('until'))), name='a_month_is_closed_when_over')],
                    },
                ),
                migrations.CreateModel(
                    name='ClosedBalance',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('debit_posted', models.BigIntegerField(default=0, verbose_name='已记借方')),
                        ('credit_posted', models.BigIntegerField(default=0, verbose_name='已记贷方')),
                        ('debit_pending', models.BigIntegerField(default=0, verbose_name='在途借方')),
                        ('credit_pending', models.BigIntegerField(default=0, verbose_name='在途贷方')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='closed', to='ledger.account', verbose_name='账户')),
                        ('close', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='balances', to='ledger.monthclose', verbose_name='月结')),
                    ],
                    options={
                        'ordering': ['close', 'account'],
                        'constraints': [models.UniqueConstraint(fields=('close', 'account'), name='one_closed_balance_per_account')],
                    },
                ),
                migrations.CreateModel(
                    name='Sample',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('fund', models.CharField(blank=True, choices=[('employment', '市就业补助资金'), ('talent', '人才专项资金')], max_length=20, verbose_name='资金来源')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='预算年度')),
                        ('line', models.CharField(blank=True, max_length=20, verbose_name='项目')),
                        ('population', models.BinaryField(help_text='a payment a line: its reference, its fen', verbose_name='总体')),
                        ('sha256', models.CharField(max_length=64, verbose_name='总体摘要')),
                        ('size', models.PositiveIntegerField(verbose_name='总体笔数')),
                        ('count', models.PositiveIntegerField(verbose_name='抽取笔数')),
                        ('source', models.CharField(help_text='named before its value is known', max_length=200, verbose_name='随机源')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('frozen_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='固定人')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('count__gt', 0), ('count__lte', models.F('size'))), name='a_sample_fits_its_population')],
                    },
                ),
                migrations.CreateModel(
                    name='SampleDraw',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('seed', models.CharField(max_length=200, verbose_name='随机值')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='抽取人')),
                        ('sample', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='drawn', to='ledger.sample', verbose_name='抽查')),
                    ],
                ),
                migrations.CreateModel(
                    name='SampleItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('place', models.PositiveIntegerField(verbose_name='次序')),
                        ('payable', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sampled', to='ledger.payable', verbose_name='应付款')),
                        ('sample', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='ledger.sample', verbose_name='抽查')),
                    ],
                    options={
                        'ordering': ['sample', 'place'],
                        'constraints': [models.UniqueConstraint(fields=('sample', 'place'), name='one_item_per_place'), models.UniqueConstraint(fields=('sample', 'payable'), name='a_payment_is_drawn_once')],
                    },
                ),
                migrations.CreateModel(
                    name='SampleFinding',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('verdict', models.CharField(choices=[('fine', '相符'), ('problem', '有问题')], max_length=8, verbose_name='结论')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='检查人')),
                        ('item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='finding', to='ledger.sampleitem', verbose_name='抽中款项')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('verdict', gongjiang.office.ledger.models.sample.Verdict['FINE']), models.Q(('note', ''), _negated=True), _connector='OR'), name='a_problem_is_described')],
                    },
                ),
                migrations.CreateModel(
                    name='Recovery',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('amount', models.BigIntegerField(verbose_name='应追回（分）')),
                        ('ground', models.CharField(max_length=120, verbose_name='事由')),
                        ('document', models.CharField(max_length=80, verbose_name='决定文号')),
                        ('payable', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recoveries', to='ledger.payable', verbose_name='应付款')),
                        ('transfer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='recovery', to='ledger.transfer', verbose_name='立账分录')),
                        ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recoveries', to='ledger.sampleitem', verbose_name='抽查')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='recovery_is_something')],
                    },
                ),
                migrations.CreateModel(
                    name='Instalment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.PositiveSmallIntegerField(verbose_name='计划')),
                        ('seq', models.PositiveSmallIntegerField(verbose_name='期次')),
                        ('due_on', models.DateField(verbose_name='应还日期')),
                        ('amount', models.BigIntegerField(verbose_name='金额（分）')),
                        ('recovery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='instalments', to='ledger.recovery', verbose_name='追缴')),
                    ],
                    options={
                        'ordering': ['recovery', 'plan', 'seq'],
                        'constraints': [models.UniqueConstraint(fields=('recovery', 'plan', 'seq'), name='one_instalment_per_place'), models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='instalment_is_something')],
                    },
                ),
                migrations.CreateModel(
                    name='Repayment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('serial', models.CharField(max_length=60, unique=True, verbose_name='银行流水')),
                        ('received_on', models.DateField(verbose_name='到账日期')),
                        ('recovery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='repayments', to='ledger.recovery', verbose_name='追缴')),
                        ('transfer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='repayment', to='ledger.transfer', verbose_name='分录')),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='WriteOff',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('document', models.CharField(max_length=80, verbose_name='核销文号')),
                        ('reason', models.CharField(max_length=200, verbose_name='理由')),
                        ('recovery', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='written_off', to='ledger.recovery', verbose_name='追缴')),
                        ('transfer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='write_off', to='ledger.transfer', verbose_name='分录')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('document', ''), _negated=True), name='a_write_off_names_its_document')],
                    },
                ),
            ],
        ),
    ]
