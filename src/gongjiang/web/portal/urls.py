"""Addresses of the portal."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


def soon(request: HttpRequest, **_: object) -> HttpResponse:
    return render(request, "base.html")


app_name = "portal"
urlpatterns = [path(f"{n}/" if n != "home" else "", soon, name=n) for n in ("home","schemes","notices","roster","verify","elder","clock")] + [path("notice/<str:ref>/", soon, name="notice")]
