"""Names the application for Django."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "gongjiang.office.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
