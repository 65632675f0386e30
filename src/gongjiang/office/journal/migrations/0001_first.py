"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import gongjiang.office.journal.together
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('journal', '0001_initial'), ('journal', '0002_the_tree'), ('journal', '0003_guards')]

    initial = True

    dependencies = [
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='Head',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('size', models.BigIntegerField(default=0, verbose_name='条数')),
                        ('chain', models.CharField(default='0000000000000000000000000000000000000000000000000000000000000000', max_length=64, verbose_name='链值')),
                        ('peaks', models.TextField(default='', help_text='roots of the whole subtrees, largest first', verbose_name='峰值')),
                    ],
                ),
                migrations.CreateModel(
                    name='Leaf',
                    fields=[
                        ('seq', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='序号')),
                        ('kind', models.CharField(max_length=40, verbose_name='事项')),
                        ('ref', models.CharField(max_length=60, verbose_name='对象')),
                        ('body', models.TextField(verbose_name='内容')),
                        ('leaf_hash', models.CharField(max_length=64, verbose_name='叶值')),
                        ('chain', models.CharField(max_length=64, verbose_name='链值')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('commitment', models.CharField(max_length=64, verbose_name='承诺值')),
                    ],
                    options={
                        'ordering': ['seq'],
                    },
                ),
                migrations.CreateModel(
                    name='Checkpoint',
                    fields=[
                        ('size', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='条数')),
                        ('root', models.CharField(max_length=64, verbose_name='根值')),
                        ('note', models.TextField(verbose_name='签名')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                    ],
                    options={
                        'ordering': ['size'],
                    },
                ),
                migrations.CreateModel(
                    name='Salt',
                    fields=[
                        ('leaf', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name='salt', serialize=False, to='journal.leaf')),
                        ('value', models.CharField(max_length=64, verbose_name='盐')),
                    ],
                ),
                migrations.CreateModel(
                    name='Erasure',
                    fields=[
                        ('leaf', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='erasure', serialize=False, to='journal.leaf')),
                        ('told', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='journal.leaf', verbose_name='注销记录')),
                    ],
                ),
                migrations.CreateModel(
                    name='Witnessed',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('holder', models.CharField(max_length=120, verbose_name='见证单位')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('checkpoint', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='witnesses', to='journal.checkpoint')),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
            ],
        ),
    ]
