"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import gongjiang.office.journal.together
import gongjiang.office.registry.models.reference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('post', '0001_initial'), ('post', '0002_sending'), ('post', '0003_guards')]

    initial = True

    dependencies = [
        ('cases', '0001_first'),
        ('registry', '0001_first'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='Letter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('subject', models.CharField(max_length=120, verbose_name='标题')),
                        ('subject_en', models.CharField(max_length=160, verbose_name='英文标题')),
                        ('body', models.TextField(verbose_name='正文')),
                        ('body_en', models.TextField(verbose_name='英文正文')),
                        ('state', models.CharField(choices=[('waiting', '待发'), ('sent', '已发'), ('held', '不发')], default='waiting', max_length=8, verbose_name='状态')),
                        ('written_at', models.DateTimeField(verbose_name='写成时间')),
                        ('sent_at', models.DateTimeField(null=True, verbose_name='发出时间')),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='cases.case', verbose_name='办件')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='registry.person', verbose_name='收件人')),
                        ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='发出人')),
                        ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='阅读时间')),
                        ('template', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='post.template', verbose_name='模板')),
                    ],
                    options={
                        'ordering': ['-written_at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Address',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('kind', models.CharField(choices=[('page', '仅网页'), ('email', '电子邮件'), ('sms', '短信')], max_length=5, verbose_name='方式')),
                        ('sealed', models.BinaryField(verbose_name='地址（加密）')),
                        ('code_sealed', models.BinaryField(verbose_name='确认码（加密）')),
                        ('code_until', models.DateTimeField(verbose_name='确认码有效期')),
                        ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='已试次数')),
                        ('added_at', models.DateTimeField(verbose_name='登记时间')),
                        ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='确认时间')),
                        ('bounced_at', models.DateTimeField(blank=True, null=True, verbose_name='退信时间')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addresses', to='registry.person', verbose_name='人员')),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Preference',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('channel', models.CharField(choices=[('page', '仅网页'), ('email', '电子邮件'), ('sms', '短信')], default='page', max_length=5, verbose_name='告知方式')),
                        ('language', models.CharField(choices=[('zh', '中文'), ('en', 'English')], default='zh', max_length=2, verbose_name='语言')),
                        ('digest', models.BooleanField(default=False, verbose_name='待办汇总邮件')),
                        ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='preference', to='registry.person', verbose_name='人员')),
                    ],
                ),
                migrations.CreateModel(
                    name='Reworded',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('subject', models.CharField(max_length=120, verbose_name='标题')),
                        ('subject_en', models.CharField(max_length=160, verbose_name='英文标题')),
                        ('body', models.TextField(verbose_name='正文')),
                        ('body_en', models.TextField(verbose_name='英文正文')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='修改人')),
                        ('letter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reworded', to='post.letter', verbose_name='信函')),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Template',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('occasion', models.CharField(max_length=60, verbose_name='事由')),
                        ('version', models.PositiveIntegerField(verbose_name='版本')),
                        ('subject', models.CharField(max_length=120, verbose_name='标题')),
                        ('subject_en', models.CharField(max_length=160, verbose_name='英文标题')),
                        ('body', models.TextField(verbose_name='正文')),
                        ('body_en', models.TextField(verbose_name='英文正文')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='修改人')),
                    ],
                    options={
                        'ordering': ['occasion', '-version'],
                        'constraints': [models.UniqueConstraint(fields=('occasion', 'version'), name='one_text_per_version')],
                    },
                ),
                migrations.CreateModel(
                    name='Sending',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('digest_on', models.DateField(blank=True, null=True, verbose_name='汇总日期')),
                        ('subject', models.CharField(blank=True, max_length=160, verbose_name='标题')),
                        ('body', models.TextField(blank=True, help_text="of a digest; a letter's own text is the letter's", verbose_name='正文')),
                        ('state', models.CharField(choices=[('queued', '待送'), ('claimed', '正在送'), ('sent', '已送达服务器'), ('failed', '未能送出'), ('uncertain', '是否送出不明'), ('bounced', '已退回')], default='queued', max_length=9, verbose_name='状态')),
                        ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='已送次数')),
                        ('due_at', models.DateTimeField(verbose_name='应送时间')),
                        ('claimed_at', models.DateTimeField(blank=True, null=True, verbose_name='开始送')),
                        ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='送毕')),
                        ('fault', models.CharField(blank=True, max_length=200, verbose_name='原因')),
                        ('address', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sendings', to='post.address', verbose_name='地址')),
                        ('letter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sendings', to='post.letter', verbose_name='信函')),
                        ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='处理人')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'indexes': [models.Index(fields=['state', 'due_at'], name='what_is_to_be_sent')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('letter__isnull', False)), fields=('letter',), name='a_letter_is_sent_once'), models.UniqueConstraint(condition=models.Q(('digest_on__isnull', False)), fields=('address', 'digest_on'), name='one_digest_a_day')],
                    },
                ),
            ],
        ),
    ]
