"""One's own account: how one signs in, where one is signed in, and what the house knows and tells."""

from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongjiang.law.policy import may
from gongjiang.web.visitor import actor


@require_GET
@login_required
def oneself(request: HttpRequest) -> HttpResponse:
    me, here = actor(request), request.session.session_key
    shown = {
        "face": "self",
        "own_password": request.user.has_usable_password(),  # type: ignore[union-attr]
        "factor": is_mfa_enabled(request.user),
        "elsewhere": UserSession.objects.filter(user=me.user).exclude(session_key=here).count(),
        "person": me.person is not None,
        "disclosures": may(me, "disclosure.see"),
    }
    return render(request, "desk/oneself.html", shown)
