"""Addresses of the insight pages."""

from django.urls import path

from gongjiang.web.insight import audit, board, funnel, what_if

app_name = "insight"
urlpatterns = [
    path("", board.board, name="board"),
    path("round/<str:ref>/", funnel.funnel, name="funnel"),
    path("what-if/", what_if.what_if, name="what_if"),
    path("what-if/compare/", what_if.compare, name="compare"),
    path("what-if/<str:ref>/", what_if.kept, name="kept"),
    path("audit/", audit.audit, name="audit"),
]
