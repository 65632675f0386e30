"""Addresses of the insight pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


def soon(request: HttpRequest, **_: object) -> HttpResponse:
    return render(request, "base.html")


app_name = "insight"
urlpatterns = [path("", soon, name="board")]
