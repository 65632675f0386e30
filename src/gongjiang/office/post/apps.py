"""Names the application for Django."""

from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "gongjiang.office.post"
    label = "post"
    default_auto_field = "django.db.models.BigAutoField"
