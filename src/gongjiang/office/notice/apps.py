"""Names the application for Django."""

from django.apps import AppConfig


class NoticeConfig(AppConfig):
    name = "gongjiang.office.notice"
    label = "notice"
    default_auto_field = "django.db.models.BigAutoField"
