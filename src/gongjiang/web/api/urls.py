"""Addresses of the API, and of the page that tells about it."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from gongjiang.web.api.house import api, lost
from gongjiang.web.api.telling import about

DOCS = RedirectView.as_view(pattern_name="api_docs")

urlpatterns = [
    path("", about, name="api_docs"),
    path("v1/", DOCS),
    path("v1/docs/", DOCS),
    path("v1/", api.urls),
    re_path(r"^(?P<rest>.*)$", lost),
]
