"""Names the application for Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "gongjiang.web"
    label = "web"
