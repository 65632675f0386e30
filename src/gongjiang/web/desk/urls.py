"""Addresses of the desk."""

from django.urls import path

from gongjiang.web.desk import accounts, bulk, cases, deciding, evidence, export, filing, importing, letters, objections
from gongjiang.web.desk import plan, report, rounds, todo, visits

app_name = "desk"
urlpatterns = [
    path("", todo.todo, name="todo"),
    path("cases/", cases.cases, name="cases"),
    path("cases/export/", export.export, name="export"),
    path("case/<str:ref>/", cases.case, name="case"),
    path("case/<str:ref>/step/<str:name>/", cases.step, name="step"),
    path("case/<str:ref>/evidence/", evidence.upload, name="upload"),
    path("case/<str:ref>/revoke/", deciding.revoke, name="revoke"),
    path("evidence/<str:ref>/", evidence.evidence, name="evidence"),
    path("rounds/", rounds.index, name="rounds"),
    path("rounds/new/", rounds.new, name="round_new"),
    path("round/<str:ref>/", rounds.round, name="round"),
    path("round/<str:ref>/act/<str:name>/", rounds.act, name="act"),
    path("round/<str:ref>/bulk/<str:name>/", bulk.bulk, name="bulk"),
    path("scheme/<slug:slug>/bulk/<str:name>/", bulk.of_scheme, name="bulk_scheme"),
    path("round/<str:ref>/file/", filing.file, name="file"),
    path("round/<str:ref>/import/", importing.upload, name="import"),
    path("round/<str:ref>/import/check/", importing.checked, name="import_check"),
    path("round/<str:ref>/import/confirm/", importing.confirm, name="import_confirm"),
    path("round/<str:ref>/import/errors/", importing.errors, name="import_errors"),
    path("round/<str:ref>/visits/", visits.visits, name="visits"),
    path("round/<str:ref>/resolve/", deciding.resolve, name="resolve"),
    path("round/<str:ref>/list/<str:stage>/", deciding.ranking, name="ranking"),
    path("round/<str:ref>/draw/<int:attempt>/", deciding.bundle, name="bundle"),
    path("round/<str:ref>/report/", report.report, name="report"),
    path("visit/<str:ref>/", visits.visit, name="visit"),
    path("concern/<int:pk>/clear/", visits.clear, name="clear_concern"),
    path("objections/", objections.objections, name="objections"),
    path("objection/<str:ref>/", objections.objection, name="objection"),
    path("letters/", letters.letters, name="letters"),
    path("settings/", plan.settings, name="settings"),
    path("account/", accounts.account, name="account"),
]
