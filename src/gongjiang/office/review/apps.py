"""Names the application for Django."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "gongjiang.office.review"
    label = "review"
    default_auto_field = "django.db.models.BigAutoField"
