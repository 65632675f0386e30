"""How the house is: one word for everybody, the particulars and figures for who keeps it."""

import hmac
import shutil
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gongjiang.office.journal.durable import weakened
from gongjiang.office.journal.models import Head, Leaf
from gongjiang.office.journal.pace import seconds_behind
from gongjiang.office.registry.ring import INDEX, KeyUnknown, ring
from gongjiang.web.measuring import told
from gongjiang.web.visitor import now

ENOUGH = 200 * 1024 * 1024
"""Bytes that must be free on the disk."""
LAST_BACKUP = "last-backup"
TEXT = "text/plain; charset=utf-8"
LOOPBACK = ("127.0.0.1", "::1")
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type=TEXT)


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether it can serve; a backup that is old is told, and keeps nobody out."""
    found = {name: sound(check) for name, check in CHECKS.items()}
    status = 200 if all(found.values()) else 503
    if not keeper(request):
        return HttpResponse("ok\n" if status == 200 else "not ok\n", content_type=TEXT, status=status)
    told = {"clock_stepped_seconds": stepped(), "backup_age_seconds": backup_age(), "weakened": turned_down()}
    return JsonResponse({"ready": status == 200, **found, **told}, status=status)


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    if not keeper(request):
        raise Http404
    lines = [*told(), *figures()]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8")


def keeper(request: HttpRequest) -> bool:
    """By the token; where there is none, from this very machine, and only where no proxy stands before."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.WATCH_TOKEN:
        return hmac.compare_digest(given.encode(), settings.WATCH_TOKEN.encode())
    proxied = settings.SECURE_SSL_REDIRECT or settings.ALLAUTH_TRUSTED_PROXY_COUNT
    forwarded = any(name in request.META for name in FORWARDED)
    return not proxied and not forwarded and request.META.get("REMOTE_ADDR") in LOOPBACK


def sound(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (DatabaseError, OSError, KeyUnknown, ValueError):
        return False


def database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def disk() -> bool:
    return shutil.disk_usage(settings.HOME).free >= ENOUGH


def turned_down() -> list[str]:
    """What no longer waits for the disk; everything, where the database cannot be asked."""
    try:
        return weakened()
    except DatabaseError:
        return ["unknown"]


def keys() -> bool:
    held, index = ring(), ring(kind=INDEX)
    return bool(held.key(held.current) and index.key(index.current))


def clock() -> bool:
    """Not behind the record: while it is, nothing is written."""
    return seconds_behind(now().at) <= settings.CLOCK_TOLERANCE


def stepped() -> int:
    """By how many seconds the clock was put on (or back) since this process began, against the machine's own
    count, which goes on while it sleeps. A step may be right: it is told, and keeps nobody out.
    """
    return round(time.time() - BEGAN[0] - (running() - BEGAN[1]))


def running() -> float:
    """Seconds since the machine was started."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


BEGAN = (time.time(), running())


def journal() -> bool:
    """The head is at the last leaf."""
    head = Head.objects.filter(pk=1).first()
    return (head.size if head else 0) == (Leaf.objects.aggregate(last=Max("seq"))["last"] or 0)


CHECKS = {"database": database, "disk": disk, "keys": keys, "clock": clock, "journal": journal}


def backup_age() -> int | None:
    path = settings.HOME / LAST_BACKUP
    return int(time.time() - path.stat().st_mtime) if path.exists() else None


def figures() -> list[str]:
    """Counts of the house: of nobody in particular."""
    held: dict[str, Any] = {
        "gongjiang_ready": int(all(sound(check) for check in CHECKS.values())),
        "gongjiang_journal_leaves": Head.objects.filter(pk=1).values_list("size", flat=True).first() or 0,
        "gongjiang_disk_free_bytes": shutil.disk_usage(settings.HOME).free,
        "gongjiang_durable": int(not turned_down()),
        "gongjiang_clock_stepped_seconds": stepped(),
        "gongjiang_backup_age_seconds": backup_age(),
    }
    known = [(name, value) for name, value in held.items() if value is not None]
    return [line for name, value in known for line in (f"# TYPE {name} gauge", f"{name} {value}")]
