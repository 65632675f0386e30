"""So many an hour from one address: nobody is flooded out, and no number is guessed by trying.

An hour is one of the clock: every count begins anew when it is full. Of requests that come at the very same
moment some may be counted once on PostgreSQL, at most as many as there are threads.
"""

import time
from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse

HOUR = 3600
OWN = 64
"""Bits of an address of the newer kind that are one household's: the rest are its own to choose."""


def now() -> float:
    return time.time()


def within(request: HttpRequest, what: str, hourly: int) -> bool:
    """Count one more; False once there were more than `hourly`. Behind proxies the address is the visitor's,
    as far as `GONGJIANG_PROXIES` says how many of them to trust.
    """
    return counted(f"{what}:{machine(request)}", hourly)


def machine(request: HttpRequest) -> str:
    told = str(get_adapter().get_client_ip(request))
    try:
        held = ip_address(told)
    except ValueError:
        return told
    return str(ip_network((held, OWN), strict=False)) if isinstance(held, IPv6Address) else told


def counted(key: str, hourly: int) -> bool:
    return tally(key, hourly, now()) <= hourly


def tally(key: str, hourly: int, at: float) -> int:
    """How many there were in this hour with this one. Past the limit it is `hourly` + 1 the first time and
    `hourly` + 2 from then on, when nothing is written any more: a flood costs one look.
    """
    name = f"{key}:{int(at // HOUR)}"
    if (held := int(cache.get(name, 0))) > hourly:
        return hourly + 2
    with transaction.atomic():
        held = int(cache.get(name, 0))
        cache.set(name, held + 1, 2 * HOUR)
    return held + 1


def left(at: float) -> int:
    """Seconds until the count begins anew."""
    return HOUR - int(at % HOUR)


def told_when(answer: HttpResponse) -> HttpResponse:
    """With the time to come again, for programmes."""
    answer["Retry-After"] = str(left(now()))
    answer["Cache-Control"] = "no-store"
    return answer
