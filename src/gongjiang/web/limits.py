"""So many an hour from one address: nobody is flooded out, and no number is guessed by trying."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

HOUR = 3600


def within(request: HttpRequest, what: str, hourly: int) -> bool:
    """Count one more; False once there were more than `hourly`. Behind proxies the address is the visitor's,
    as far as `GONGJIANG_PROXIES` says how many of them to trust.
    """
    key = f"{what}:{get_adapter().get_client_ip(request)}"
    cache.add(key, 0, HOUR)
    return int(cache.incr(key)) <= hourly
