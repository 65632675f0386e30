"""What stands between signing in and the house: a password of one's own, and for staff a second factor; the
demo, with made-up people, asks for neither.
"""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongjiang.web.visitor import now

OPEN = ("/account/", "/static/", "/i18n/")


class OwnPassword:
    """A password that the house made opens its own change, and after its term not even that."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        until = None if settings.DEMO else getattr(request.user, "first_password_until", None)
        if until is None or request.path.startswith("/static/"):
            return self.get_response(request)
        if until < now().at:
            logout(request)
            messages.error(request, _("一次性密码已过期，请到安全管理员处当面重置"))
            return redirect("account_login")
        if request.path.startswith(OPEN):
            return self.get_response(request)
        messages.info(request, _("请先把一次性密码改为您自己的密码"))
        return redirect("account_change_password")


class SecondFactor:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._must_enrol(request):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _must_enrol(self, request: HttpRequest) -> bool:
        if settings.DEMO or not request.user.is_authenticated or request.path.startswith(OPEN):
            return False
        if not request.user.postings.exists():
            return False
        return not is_mfa_enabled(request.user)
