"""Addresses of the finance pages."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def home(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


app_name = "finance"
urlpatterns = [path("", home, name="home")]
