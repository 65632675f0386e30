"""So many an hour from one address: nobody is flooded out, and no number is guessed by trying."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

HOUR = 3600


def within(request: HttpRequest, what: str, hourly: int) -> bool:
    """Count one more; False once there were more than `hourly`. Behind proxies the address is the visitor's,
    as far as `GONGJIANG_PROXIES` says how many of them to trust.
    """
    return counted(f"{what}:{get_adapter().get_client_ip(request)}", hourly)


def counted(key: str, hourly: int) -> bool:
    cache.add(key, 0, HOUR)
    try:
        return int(cache.incr(key)) <= hourly
    except ValueError:
        return True
