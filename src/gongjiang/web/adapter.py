"""Nobody signs up: accounts are made by the security administrator. Second factors are kept sealed. Who came
in, and who did not, is told in the log: by the number of the account, never by what was typed.
"""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from gongjiang.office.registry.second_factors import opened, sealed_for
from gongjiang.web.known_machine import known, remember

CAME, LEFT, WRONG, MANY, CODE = "came in", "left", "wrong password", "too many tries", "wrong code"
CHANGED, ENDED = "another password", "other sessions ended"
door = logging.getLogger("gongjiang.door")


def tell(what: str, account: Any = None, by: tuple[str, ...] = ()) -> None:
    door.info("", extra={"event": {"door": what, "account": account, "by": list(by)}})


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        remember(request, user.get_username())
        tell(CAME, user.pk, tuple(str(one["method"]) for one in get_authentication_records(request, user)))

    def logout(self, request: HttpRequest) -> None:
        tell(LEFT, request.user.pk)
        super().logout(request)

    def set_password(self, user: Any, password: str) -> None:
        """From now on it is the owner's own."""
        user.first_password_until = None
        super().set_password(user, password)
        tell(CHANGED, user.pk)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse(settings.LOGIN_REDIRECT_URL)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Before any password is looked at: so many wrong ones, from a machine that is known by itself."""
        word = known(request, credentials.get("username", ""))
        if not word:
            super().pre_authenticate(request, **credentials)
            return
        usage = ratelimit.consume(request, app="allauth.account", action="known_failed", key=word)
        self._login_failed_rl_usage = usage
        if not self._login_failed_rl_usage:
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        tell(WRONG)

    def validation_error(self, code: str, *more: Any) -> Any:
        if code == "too_many_login_attempts":
            tell(MANY)
        return super().validation_error(code, *more)


class SealedFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """A factor is set up by its own account, signed in: for that account its secret is sealed."""

    def encrypt(self, text: str) -> str:
        return sealed_for(context.request.user.pk, text)

    def decrypt(self, encrypted_text: str) -> str:
        return opened(encrypted_text)

    def validation_error(self, code: str, *more: Any) -> Any:
        if code == "incorrect_code":
            tell(CODE, context.request.user.pk)
        return super().validation_error(code, *more)


class OtherDoors(DefaultUserSessionsAdapter):  # type: ignore[misc]
    def end_sessions(self, sessions: Any) -> None:
        super().end_sessions(sessions)
        tell(ENDED, context.request.user.pk)
