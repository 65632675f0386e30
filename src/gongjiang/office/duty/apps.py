"""Names the application for Django."""

from django.apps import AppConfig


class DutyConfig(AppConfig):
    name = "gongjiang.office.duty"
    label = "duty"
    default_auto_field = "django.db.models.BigAutoField"
