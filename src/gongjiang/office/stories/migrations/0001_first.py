"""Every table of this room as it stood when the house was first handed over."""

import django.db.models.deletion
import gongjiang.law.stories
import gongjiang.office.journal.together
import gongjiang.office.registry.models.reference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('stories', '0001_initial'), ('stories', '0002_guards')]

    initial = True

    dependencies = [
        ('cases', '0001_first'),
        ('registry', '0001_first'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='Story',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('title', models.CharField(max_length=120, verbose_name='标题')),
                        ('title_en', models.CharField(blank=True, max_length=160, verbose_name='英文标题')),
                        ('text', models.TextField(verbose_name='正文')),
                        ('text_en', models.TextField(blank=True, verbose_name='英文正文')),
                        ('medium', models.CharField(choices=[('web', '网络'), ('video', '视频'), ('print', '报刊')], max_length=6, verbose_name='媒体')),
                        ('link', models.URLField(blank=True, max_length=300, verbose_name='链接')),
                        ('captions', models.TextField(blank=True, verbose_name='字幕文本')),
                        ('embargo', models.DateField(blank=True, null=True, verbose_name='不早于')),
                        ('state', models.CharField(choices=[('draft', '草稿，待本人同意'), ('consented', '本人已同意，待发布'), ('published', '已发布'), ('withdrawn', '本人已撤回同意'), ('down', '已撤下')], default=gongjiang.law.stories.StoryState['DRAFT'], max_length=10, verbose_name='状态')),
                        ('sha256', models.CharField(max_length=64, verbose_name='内容摘要')),
                        ('drafted_on', models.DateField(verbose_name='起草日期')),
                        ('consented_on', models.DateField(null=True, verbose_name='同意日期')),
                        ('published_on', models.DateField(null=True, verbose_name='发布日期')),
                        ('down_on', models.DateField(null=True, verbose_name='撤下日期')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='撤下说明')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stories', to='cases.case', verbose_name='获评办件')),
                        ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='起草人')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stories', to='registry.person', verbose_name='人物')),
                        ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='发布人')),
                    ],
                    options={
                        'ordering': ['-published_on', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', gongjiang.law.stories.StoryState['PUBLISHED']), _negated=True), ('consented_on__isnull', False), _connector='OR'), name='nothing_is_published_without_consent'), models.CheckConstraint(condition=models.Q(('drafted_by', models.F('published_by')), _negated=True), name='another_hand_publishes_a_story')],
                    },
                ),
            ],
        ),
    ]
