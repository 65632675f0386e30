"""Addresses of the finance pages."""

from django.urls import path

from gongjiang.web.finance import acts, batches, budget, home, payables, pending, suspense

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
]
