"""The app of services given to the public."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    name = "gongjiang.office.services"
    label = "services"
    default_auto_field = "django.db.models.BigAutoField"
