"""Addresses of the panel."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


def soon(request: HttpRequest, **_: object) -> HttpResponse:
    return render(request, "base.html")


app_name = "panel"
urlpatterns = [path("", soon, name="home"), path("seat/<str:ref>/", soon, name="seat"), path("marks/<str:ref>/<str:group>/", soon, name="marks")]
