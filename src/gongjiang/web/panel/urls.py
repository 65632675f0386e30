"""Addresses of the panel."""

from django.urls import path

from gongjiang.web.panel import marks, scoring, seats

app_name = "panel"
urlpatterns = [
    path("", seats.home, name="home"),
    path("seat/<str:ref>/", seats.seat, name="seat"),
    path("seat/<str:ref>/answer/", seats.answer, name="answer"),
    path("seat/<str:ref>/seal/", seats.seal, name="seal"),
    path("seat/<str:ref>/file/<str:case>/", scoring.score, name="score"),
    path("seat/<str:ref>/file/<str:case>/recuse/", scoring.recuse, name="recuse"),
    path("seat/<str:ref>/evidence/<str:file>/", scoring.evidence, name="evidence"),
    path("replace/<str:ref>/", marks.replace, name="replace"),
    path("marks/<str:ref>/<str:group>/", marks.marks, name="marks"),
]
