"""Addresses of the API."""

from django.urls import path, re_path

from gongjiang.web.api.house import api, lost

urlpatterns = [path("v1/", api.urls), re_path(r"^(?P<rest>.*)$", lost)]
