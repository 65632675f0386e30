"""Names the application for Django."""

from django.apps import AppConfig


class WhatIfConfig(AppConfig):
    name = "gongjiang.office.whatif"
    label = "whatif"
    default_auto_field = "django.db.models.BigAutoField"
