"""Addresses of the insight pages."""

from django.urls import path

from gongjiang.web.insight import audit, board, funnel

app_name = "insight"
urlpatterns = [
    path("", board.board, name="board"),
    path("round/<str:ref>/", funnel.funnel, name="funnel"),
    path("audit/", audit.audit, name="audit"),
]
