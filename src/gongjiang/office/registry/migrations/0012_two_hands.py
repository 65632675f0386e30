"""What one person of the office prepares and another decides."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import gongjiang.office.registry.models.reference
from gongjiang.office.journal.guarding import lay
from gongjiang.office.registry.guards import proposals


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0011_retirement"),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposal",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("revoke", "撤销称号"),
                            ("ruling", "签发口径"),
                            ("parameter", "调整参数"),
                            ("posting", "授予岗位"),
                        ],
                        max_length=12,
                        verbose_name="事项",
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        help_text="one at a time waits for one matter", max_length=160, verbose_name="对象"
                    ),
                ),
                ("facts", models.JSONField(default=dict, verbose_name="内容")),
                ("prepared_at", models.DateTimeField(verbose_name="经办时间")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="审定时间")),
                ("granted", models.BooleanField(null=True, verbose_name="同意")),
                ("alone", models.BooleanField(default=False, verbose_name="单人办理")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审定账号",
                    ),
                ),
                (
                    "decided_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.person",
                        verbose_name="审定人",
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办账号",
                    ),
                ),
                (
                    "prepared_person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.person",
                        verbose_name="经办人",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_by", None)),
                        fields=("kind", "key"),
                        name="one_proposal_waits_for_a_matter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            models.Q(("alone", True), ("kind", "posting")),
                            models.Q(
                                models.Q(("decided_by", models.F("prepared_by")), _negated=True),
                                models.Q(("decided_person", models.F("prepared_person")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_proposal_takes_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("alone", False),
                                ("decided_at", None),
                                ("decided_by", None),
                                ("decided_person", None),
                                ("granted", None),
                            ),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("decided_person__isnull", False),
                                ("granted__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_proposal_is_decided_whole",
                    ),
                ],
            },
        ),
        migrations.RunPython(lambda apps, editor: lay(editor.connection, proposals)),
    ]
