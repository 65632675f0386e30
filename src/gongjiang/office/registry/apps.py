"""Names the application for Django."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "gongjiang.office.registry"
    label = "registry"
    default_auto_field = "django.db.models.BigAutoField"
