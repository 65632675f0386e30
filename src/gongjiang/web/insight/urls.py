"""Addresses of the insight pages."""

from django.urls import path

from gongjiang.web.insight import (
    audit,
    board,
    board_sheet,
    duty,
    funnel,
    orders,
    signs,
    target,
    targets,
    what_if,
    years,
)

app_name = "insight"
urlpatterns = [
    path("", board.board, name="board"),
    path("board.xlsx", board_sheet.export, name="board_sheet"),
    path("round/<str:ref>/", funnel.funnel, name="funnel"),
    path("round/<str:ref>/signs/", signs.signs, name="signs"),
    path("what-if/", what_if.what_if, name="what_if"),
    path("what-if/compare/", what_if.compare, name="compare"),
    path("what-if/<str:ref>/", what_if.kept, name="kept"),
    path("duty/", duty.matrix, name="duty"),
    path("targets/", targets.index, name="targets"),
    path("targets/year/<int:year>/<str:owner>/", years.finish, name="finish"),
    path("targets/export/<int:year>/", years.export, name="scores"),
    path("target/<str:ref>/", target.one, name="target"),
    path("target/<str:ref>/cases/", target.behind, name="target_cases"),
    path("orders/", orders.index, name="orders"),
    path("order/<str:ref>/", orders.one, name="order"),
    path("audit/", audit.audit, name="audit"),
]
