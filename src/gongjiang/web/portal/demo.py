"""The demo's own doors: sign in by a card, move the clock on. In a real installation they do not exist."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from gongjiang.office.registry.models import User
from gongjiang.web.visitor import move_clock

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    user = get_object_or_404(User, username=request.POST.get("username", ""), is_active=True)
    login(request, user, backend=BACKEND)
    return redirect(settings.LOGIN_REDIRECT_URL)


@require_POST
def clock(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO or not request.user.is_authenticated:
        raise Http404
    move_clock(1)
    return redirect("desk:todo")
