"""What costs more than a page, told by its address: how often it may be asked is `settings.HOURLY`."""

from collections.abc import Callable

from django.http import HttpRequest

READ = ("GET", "HEAD")
EXPORTS = frozenset({
    "desk:export", "desk:import_errors", "desk:results_errors", "desk:roster_errors", "desk:roster_notice",
    "desk:roster_summary", "desk:roster_template", "desk:import_template",
    "desk:report", "desk:certificate", "desk:credential", "desk:own_data",
    "desk:bundle",
    "finance:payables_export", "finance:file", "finance:sheet", "finance:population", "finance:export",
    "insight:board_sheet", "insight:scores", "portal:draw",
})  # fmt: skip
"""Workbooks, papers and records that are made for whoever asks."""
DOCUMENTS = frozenset({
    "desk:evidence", "desk:photo", "panel:evidence", "finance:receipt", "portal:status_list", "portal:replay",
    "portal:issuer", "portal:seals", "portal:did",
})  # fmt: skip
"""What lies there ready: given out as it is, unsealed or signed."""
SIMULATED = frozenset({"insight:what_if", "insight:compare", "insight:kept"})
OWN_COUNT = frozenset({"portal:object", "portal:verify", "portal:verified", "portal:credential"})
"""They count for themselves, and say so in their own page."""


def searched(request: HttpRequest) -> bool:
    return request.method in READ and bool(request.GET.get("q", "").strip())


def sent_in(request: HttpRequest) -> bool:
    """By what the request says of itself: before a byte of it is looked at."""
    return request.method == "POST" and str(request.content_type).startswith("multipart/")


def kind(request: HttpRequest, name: str) -> str:
    """Which of the limits it is under; none for a plain page."""
    if name in OWN_COUNT:
        return ""
    known: dict[str, Callable[[], bool]] = {
        "upload": lambda: sent_in(request),
        "export": lambda: name in EXPORTS,
        "document": lambda: name in DOCUMENTS,
        "simulate": lambda: name in SIMULATED,
        "recount": lambda: name == "insight:audit" and request.method == "POST",
        "questions": lambda: name == "portal:entitled" and request.method == "POST",
        "search": lambda: searched(request),
    }
    return next((told for told, holds in known.items() if holds()), "")
