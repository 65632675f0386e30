"""What every page knows: the visitor's doors, the language, and whether this is the demo."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.post.models import Letter
from gongjiang.web.visitor import actor, today


def large(request: HttpRequest) -> bool:
    return request.COOKIES.get(settings.ELDER_COOKIE) == "1"


def house(request: HttpRequest) -> dict[str, Any]:
    known: dict[str, Any] = {"demo": settings.DEMO, "elder": large(request)}
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return known
    me = actor(request)
    known["today"] = today()
    if me.person is not None:
        known["unread"] = Letter.objects.filter(person=me.person, state="sent", read_at=None).count()
    return known | {"doors": doors(me)}


def doors(me: Actor) -> dict[str, bool]:
    """Which entries the navigation has."""
    return {
        "cases": bool(me.posts) or me.person is not None,
        "apply": not me.posts or may(me, "zero.declare") or Role.EMPLOYER in me.roles,
        "rounds": may(me, "round.see"),
        "claims": may(me, "roster.see"),
        "money": may(me, "money.see"),
        "insight": may(me, "insight.see"),
        "duty": may(me, "duty.see"),
        "audit": may(me, "journal.verify"),
        "panel": Role.EXPERT in me.roles,
        "letters": may(me, "letter.send"),
        "post": me.person is not None,
        "objections": may(me, "objection.read"),
        "stories": may(me, "story.take_down"),
        "accounts": may(me, "account.make"),
        "registers": may(me, "register.keep"),
        "settings": may(me, "term.enter") or may(me, "ruling.sign"),
    }
