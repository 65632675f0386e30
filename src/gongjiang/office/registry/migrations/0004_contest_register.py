"""The one row of a contest's edition becomes an edition; room is made for contests, trades and entries."""

import django.db.models.deletion
from django.db import migrations, models

from gongjiang.law.terms import Recommender
from gongjiang.office.registry.models.reference import new_reference

PROTECT = django.db.models.deletion.PROTECT


def fields(**more):
    ref = models.CharField(max_length=22, unique=True, default=new_reference, verbose_name="编号")
    key = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")
    return [("id", key), ("ref", ref), *more.items()]


def link(to, name, said, **more):
    return models.ForeignKey(
        on_delete=PROTECT, to=f"registry.{to}", related_name=name, verbose_name=said, **more
    )


class Migration(migrations.Migration):
    dependencies = [("registry", "0003_outside_registers")]
    operations = [
        migrations.RemoveConstraint("contest", "one_edition_once"),
        migrations.RemoveConstraint("result", "one_result_per_event"),
        migrations.RenameModel("Contest", "Edition"),
        migrations.RenameField("edition", "name", "contest_name"),
        migrations.RenameField("edition", "edition", "name"),
        migrations.CreateModel("Contest", fields(
            name=models.CharField(max_length=120, unique=True, verbose_name="名称"),
            organiser=models.CharField(blank=True, max_length=120, verbose_name="主办单位"),
        ), options={"ordering": ["name"]}),
        migrations.AddField("edition", "contest", link("contest", "editions", "竞赛", null=True)),
        migrations.AddField("edition", "ref", models.CharField(max_length=22, null=True, verbose_name="编号")),
        migrations.AddField("edition", "entries_close_on",
                            models.DateField(blank=True, null=True, verbose_name="报名截止")),
        migrations.CreateModel("Trade", fields(
            name=models.CharField(blank=True, max_length=60, verbose_name="赛项"),
            team_size=models.PositiveSmallIntegerField(default=1, verbose_name="每队人数"),
            edition=link("edition", "trades", "届次"),
        ), options={"ordering": ["name"]}),
        migrations.CreateModel("Entry", fields(
            team=models.CharField(blank=True, max_length=60, verbose_name="队名"),
            delegation=models.CharField(blank=True, max_length=80, verbose_name="代表队"),
            recommended_by=models.CharField(choices=Recommender.choices(), max_length=20, verbose_name="选派渠道"),
            entered_on=models.DateField(blank=True, null=True, verbose_name="报名日期"),
            withdrawn_on=models.DateField(blank=True, null=True, verbose_name="退赛日期"),
            withdrawn_because=models.CharField(blank=True, max_length=200, verbose_name="退赛原因"),
            body=link("nominatingbody", "+", "推荐单位", blank=True, null=True),
            trade=link("trade", "entries", "赛项"),
        )),
        migrations.CreateModel("Competitor", [
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("withdrawn", models.BooleanField(default=False, verbose_name="已退赛")),
            ("employer", link("organisation", "+", "工作单位", blank=True, null=True)),
            ("entry", link("entry", "competitors", "参赛")),
            ("person", link("person", "contest_entries", "选手")),
            ("trade", link("trade", "+", "赛项")),
        ]),
        migrations.AddField("result", "ref", models.CharField(max_length=22, null=True, verbose_name="编号")),
        migrations.AddField("result", "entry", models.OneToOneField(
            on_delete=PROTECT, to="registry.entry", related_name="result", verbose_name="参赛", null=True)),
        migrations.AddField("result", "published_on",
                            models.DateField(blank=True, null=True, verbose_name="发布日期")),
    ]  # fmt: skip
