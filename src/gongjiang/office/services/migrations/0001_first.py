"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import gongjiang.office.journal.together
import gongjiang.office.registry.models.reference
import gongjiang.office.services.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('services', '0001_initial')]

    initial = True

    dependencies = [
        ('cases', '0001_first'),
        ('registry', '0001_first'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='Session',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('kind', models.CharField(choices=[('training', '公益培训'), ('practice', '实训'), ('assessment', '鉴定（评价）'), ('lecture', '讲堂')], max_length=12, verbose_name='服务')),
                        ('title', models.CharField(max_length=120, verbose_name='名称')),
                        ('occupation', models.CharField(blank=True, max_length=60, verbose_name='职业（工种）')),
                        ('place', models.CharField(max_length=120, verbose_name='地点')),
                        ('on', models.DateField(verbose_name='日期')),
                        ('starts', models.TimeField(verbose_name='开始')),
                        ('seats', models.PositiveSmallIntegerField(verbose_name='座位')),
                        ('code', models.CharField(default=gongjiang.office.services.models.door_code, max_length=16, verbose_name='签到码')),
                        ('state', models.CharField(choices=[('open', '可预约'), ('held', '已举办'), ('called_off', '已取消')], default='open', max_length=12, verbose_name='状态')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='安排人')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='cases.case', verbose_name='办件')),
                    ],
                    options={
                        'ordering': ['on', 'starts', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('seats__gt', 0)), name='a_session_has_seats')],
                    },
                ),
                migrations.CreateModel(
                    name='Booking',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('people', models.PositiveSmallIntegerField(default=1, verbose_name='人数')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('cancelled_on', models.DateField(blank=True, null=True, verbose_name='取消日期')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='registry.organisation', verbose_name='单位')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='registry.person', verbose_name='预约人')),
                        ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='services.session', verbose_name='场次')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('cancelled_on', None)), fields=('session', 'person'), name='a_person_books_a_session_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Attendance',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='签到时间')),
                        ('stars', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='评价')),
                        ('words', models.CharField(blank=True, max_length=400, verbose_name='意见')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='registry.person', verbose_name='学员')),
                        ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='services.session', verbose_name='场次')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='who_came_counts_once'), models.CheckConstraint(condition=models.Q(('stars', None), ('stars__range', (1, 5)), _connector='OR'), name='one_to_five_stars')],
                    },
                ),
            ],
        ),
    ]
