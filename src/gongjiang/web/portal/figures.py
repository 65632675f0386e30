"""Figures for everybody: how far measures reach, how employers keep matches; small numbers hidden."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongjiang.web.public_figures import coverage, match_rate
from gongjiang.web.visitor import today


@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    day = today()
    shown = {"face": "figures", "coverage": coverage(day.year), "rate": match_rate(day), "day": day}
    return render(request, "portal/figures.html", shown)
