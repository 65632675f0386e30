"""Names the application for Django."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "gongjiang.office.journal"
    label = "journal"
    default_auto_field = "django.db.models.BigAutoField"
