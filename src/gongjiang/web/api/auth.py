"""Who calls: a person's token, its scopes, and how often it may call."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.errors import AuthorizationError, Throttled
from ninja.security import HttpBearer
from ninja.throttling import BaseThrottle

from gongjiang.office.clerk.tokens import bearer
from gongjiang.office.registry.models import Token
from gongjiang.web.limits import HOUR, counted, within
from gongjiang.web.visitor import now


class Bearer(HttpBearer):
    """The caller becomes the token's owner, with the roles that the owner has today."""

    def __init__(self, scope: str = "") -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        held = bearer(token, now())
        if held is None:
            if not within(request, "api-unknown", settings.API_HOURLY):
                raise Throttled(wait=HOUR)
            return None
        request.user = held.user
        if self.scope and self.scope not in held.scopes:
            raise AuthorizationError
        return held


class Hourly(BaseThrottle):
    """By token; by address where there is none."""

    def allow_request(self, request: HttpRequest) -> bool:
        held: Any = getattr(request, "auth", None)
        if isinstance(held, Token):
            return counted(f"api:{held.ref}", settings.API_HOURLY)
        return within(request, "api", settings.API_HOURLY)

    def wait(self) -> float:
        return HOUR
