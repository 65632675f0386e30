"""Names the application for Django."""

from django.apps import AppConfig


class HonoursConfig(AppConfig):
    name = "gongjiang.office.honours"
    label = "honours"
    default_auto_field = "django.db.models.BigAutoField"
