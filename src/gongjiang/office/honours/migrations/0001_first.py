"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import gongjiang.office.honours.models
import gongjiang.office.journal.together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('honours', '0001_initial'), ('honours', '0002_certificate_file'), ('honours', '0003_guards'), ('honours', '0004_issuing_keys')]

    initial = True

    dependencies = [
        ('cases', '0001_first'),
        ('registry', '0001_first'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='Honour',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(max_length=40, verbose_name='称号')),
                        ('clause', models.CharField(max_length=12, verbose_name='条款')),
                        ('conferred_on', models.DateField(verbose_name='授予日期')),
                        ('revoked_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                        ('ground', models.CharField(blank=True, choices=[('fraud', '弄虚作假取得'), ('misconduct', '违法违纪'), ('annulled', '所依据的成绩或荣誉被取消')], max_length=12, verbose_name='撤销事由')),
                        ('revoked_by', models.CharField(blank=True, max_length=80, verbose_name='撤销文号')),
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='honour', to='cases.case', verbose_name='办件')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='honours', to='registry.person', verbose_name='人员')),
                        ('resolution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='honours', to='honours.resolution', verbose_name='审定文件')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_on', None)), fields=('person', 'title'), name='a_title_is_held_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Certificate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(max_length=30, unique=True, verbose_name='证书编号')),
                        ('code', models.CharField(default=gongjiang.office.honours.models.check_code, max_length=22, unique=True, verbose_name='查验码')),
                        ('name', models.CharField(max_length=60, verbose_name='姓名')),
                        ('issued_on', models.DateField(verbose_name='颁发日期')),
                        ('sha256', models.CharField(blank=True, max_length=64, verbose_name='文件摘要')),
                        ('honour', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='certificate', to='honours.honour', verbose_name='称号')),
                    ],
                ),
                migrations.CreateModel(
                    name='Resolution',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('scheme', models.CharField(max_length=40, verbose_name='事项')),
                        ('document', models.CharField(max_length=80, unique=True, verbose_name='文号')),
                        ('on', models.DateField(verbose_name='审定日期')),
                        ('signer', models.CharField(max_length=60, verbose_name='签发人')),
                        ('meeting', models.CharField(blank=True, max_length=80, verbose_name='会议')),
                        ('list_sha256', models.CharField(max_length=64, verbose_name='名单摘要')),
                        ('equal', models.BooleanField(verbose_name='与公示名单一致')),
                        ('entered_at', models.DateTimeField(verbose_name='登记时间')),
                        ('cases', models.ManyToManyField(related_name='resolutions', to='cases.case', verbose_name='名单')),
                        ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='登记人')),
                        ('round', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='resolutions', to='cases.round', verbose_name='批次')),
                    ],
                ),
                migrations.CreateModel(
                    name='CertificateFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('data', models.BinaryField(verbose_name='文件')),
                        ('certificate', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='file', to='honours.certificate', verbose_name='证书')),
                    ],
                ),
                migrations.CreateModel(
                    name='IssuingKey',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(max_length=60, verbose_name='公钥')),
                        ('certificate', models.TextField(verbose_name='签发证书')),
                        ('since', models.DateTimeField(verbose_name='启用时间')),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
            ],
        ),
    ]
