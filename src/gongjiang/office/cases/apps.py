"""Names the application for Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "gongjiang.office.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"
