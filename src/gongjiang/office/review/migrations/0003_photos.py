"""Photos of an inspection have their place, and are only added."""

import django.db.models.deletion
import gongjiang.office.registry.models.reference
from django.conf import settings
from django.db import migrations, models

from gongjiang.office.journal.laying import LayGuards
from gongjiang.office.review.guards import photos


class Migration(migrations.Migration):

    dependencies = [
        ('review', '0002_first_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                ('caption', models.CharField(max_length=120, verbose_name='说明')),
                ('name', models.CharField(max_length=160, verbose_name='文件名')),
                ('media_type', models.CharField(max_length=80, verbose_name='类型')),
                ('size', models.PositiveIntegerField(verbose_name='字节')),
                ('sha256', models.CharField(max_length=64, verbose_name='摘要')),
                ('stored', models.CharField(max_length=80, verbose_name='存放')),
                ('at', models.DateTimeField(verbose_name='时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='拍摄人')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='photos', to='review.visit', verbose_name='考察')),
            ],
        ),
        LayGuards(photos),
    ]
