"""Names the application for Django."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "gongjiang.office.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
