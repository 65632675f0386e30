"""The demo's clock in tests: the web is told which day it is, and the day moves on as an office's does."""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from gongjiang.web.visitor import CLOCK


def set_day(day: date) -> None:
    (Path(settings.HOME) / CLOCK).write_text(str((day - timezone.localdate()).days))
