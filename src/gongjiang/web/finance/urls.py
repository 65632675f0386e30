"""Addresses of the finance pages."""

from django.urls import path

from gongjiang.web.finance import (
    acts,
    approval,
    batches,
    budget,
    closings,
    exports,
    home,
    matches,
    payables,
    pending,
    recoveries,
    samples,
    suspense,
)

app_name = "finance"
urlpatterns = [
    path("", home.home, name="home"),
    path("line/<str:fund>/<int:year>/<str:line>/", home.line, name="line"),
    path("appropriate/", budget.appropriate, name="appropriate"),
    path("uses/", budget.uses, name="uses"),
    path("pending/", pending.index, name="pending"),
    path("pending/<str:ref>/", pending.one, name="pending_one"),
    path("payables/", payables.index, name="payables"),
    path("payables/export/", payables.export, name="payables_export"),
    path("payable/<str:ref>/", payables.one, name="payable"),
    path("batches/", batches.index, name="batches"),
    path("batch/<int:pk>/", batches.one, name="batch"),
    path("batch/<int:pk>/file/", acts.file, name="file"),
    path("batch/<int:pk>/act/<str:name>/", acts.act, name="act"),
    path("suspense/", suspense.index, name="suspense"),
    path("suspense/<int:pk>/", suspense.one, name="item"),
    path("batch/<int:pk>/sheet/", approval.sheet, name="sheet"),
    path("payable/<str:ref>/recover/", recoveries.recover, name="recover"),
    path("recoveries/", recoveries.index, name="recoveries"),
    path("recovery/<str:ref>/", recoveries.one, name="recovery"),
    path("closings/", closings.index, name="closings"),
    path("closing/<int:pk>/", closings.one, name="closing"),
    path("matches/", matches.index, name="matches"),
    path("match/<str:ref>/", matches.one, name="match"),
    path("receipt/<str:ref>/", matches.receipt, name="receipt"),
    path("samples/", samples.index, name="samples"),
    path("sample/<str:ref>/", samples.one, name="sample"),
    path("sample/<str:ref>/population/", samples.population, name="population"),
    path("exports/", exports.index, name="exports"),
    path("export/<str:name>/<int:year>/", exports.download, name="export"),
]
