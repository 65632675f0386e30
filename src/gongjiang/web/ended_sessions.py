"""Sessions that are over are not kept, nor from where somebody was signed in."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef


def sweep(at: datetime) -> int:
    """How many had ended; nothing is written where none had."""
    over = Session.objects.filter(expire_date__lt=at)
    gone = over.delete()[0] if over.exists() else 0
    lost = UserSession.objects.filter(~Exists(Session.objects.filter(session_key=OuterRef("session_key"))))
    if lost.exists():
        lost.delete()
    return gone
