"""Accounts and the plan's day of issue take two people; what was done at the console is kept beside them.

SQLite remakes the table of proposals, and its guards are laid again.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

import gongjiang.office.registry.models.reference
from gongjiang.office.journal.laying import LayGuards
from gongjiang.office.registry.guards import console_acts, proposals

TWO_PEOPLE = models.CheckConstraint(
    condition=Q(
        ("decided_by", None),
        Q(("alone", True), ("kind__in", ("posting", "term"))),
        Q(
            Q(("decided_by", F("prepared_by")), _negated=True),
            Q(("decided_person", F("prepared_person")), _negated=True),
        ),
        _connector="OR",
    ),
    name="a_proposal_takes_two_people",
)
KNOWN_WHOLE = models.CheckConstraint(
    condition=Q(
        Q(("known_at", None), ("known_by", None), ("known_person", None)),
        Q(("known_at__isnull", False), ("known_by__isnull", False), ("known_person__isnull", False)),
        _connector="OR",
    ),
    name="a_console_act_is_known_whole",
)


def held(to, words, **more):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to, verbose_name=words, **more
    )


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0002_first_guards"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="proposal", name="a_proposal_takes_two_people"),
        migrations.AlterField(
            model_name="proposal",
            name="kind",
            field=models.CharField(
                choices=[
                    ("revoke", "撤销称号"),
                    ("ruling", "签发口径"),
                    ("parameter", "调整参数"),
                    ("posting", "账号与岗位"),
                    ("term", "录入印发日期"),
                    ("version", "录入接续版本"),
                ],
                max_length=12,
                verbose_name="事项",
            ),
        ),
        migrations.AddConstraint(model_name="proposal", constraint=TWO_PEOPLE),
        LayGuards(proposals),
        migrations.CreateModel(
            name="ConsoleAct",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ref",
                    models.CharField(
                        default=gongjiang.office.registry.models.reference.new_reference,
                        max_length=22,
                        unique=True,
                        verbose_name="编号",
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("account", "开立账号"),
                            ("posting", "授予岗位"),
                            ("end", "终止岗位"),
                            ("reset", "重置账号"),
                        ],
                        max_length=12,
                        verbose_name="事项",
                    ),
                ),
                ("role", models.CharField(blank=True, max_length=20, verbose_name="角色")),
                ("os_user", models.CharField(max_length=80, verbose_name="操作系统用户")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("known_at", models.DateTimeField(blank=True, null=True, verbose_name="知悉时间")),
                ("known_by", held(settings.AUTH_USER_MODEL, "知悉账号", blank=True, null=True)),
                ("known_person", held("registry.person", "知悉人", blank=True, null=True)),
                ("user", held(settings.AUTH_USER_MODEL, "账号")),
            ],
            options={"ordering": ["-pk"], "constraints": [KNOWN_WHOLE]},
        ),
        LayGuards(console_acts),
    ]
