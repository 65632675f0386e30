"""Filters and tags of the house: words in the reader's language, money, days, masks, marks."""

from datetime import date
from typing import Any

from django import template
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gongjiang.law.identity import mask_id
from gongjiang.law.money import shown
from gongjiang.law.policy import may as allows
from gongjiang.law.session_kinds import SessionKind
from gongjiang.law.stages import ScoreStage
from gongjiang.law.terms import Department, HonourLevel, Role, SkillLevel, State
from gongjiang.law.words import Words
from gongjiang.office.registry.models import Posting, User
from gongjiang.plans import scheme as scheme_of
from gongjiang.web.visitor import actor

register = template.Library()
LEVELS = {level.zh: level for level in SkillLevel}


def english() -> bool:
    return (get_language() or "").startswith("en")


@register.filter
def say(value: Any) -> str:
    """Bilingual words, or anything that has them, in the language of the page."""
    words = value if isinstance(value, Words) else value.said
    return words.en[:1].upper() + words.en[1:] if english() else words.zh


@register.filter
def either(zh: str, en: str) -> str:
    """A stored pair: the English where the page is English and there is one."""
    return en if english() and en else zh


@register.filter
def told(value: Any) -> str:
    """Words in the language of the page, a day as ISO, anything else as text."""
    if isinstance(value, Words):
        return say(value)
    return value.isoformat() if isinstance(value, date) else str(value)


@register.filter
def state(value: str) -> str:
    return say(State(value))


@register.filter
def stage(value: str) -> str:
    return say(ScoreStage(value))


@register.filter
def session_kind(value: str) -> str:
    return say(SessionKind(value))


@register.simple_tag
def seats(all_told: int, taken: int) -> int:
    """Seats that are left."""
    return max(0, all_told - taken)


@register.filter
def honour_level(value: str) -> str:
    return say(HonourLevel(value))


@register.filter
def skill_level(printed: str) -> str:
    """A level as a notice prints it, in the language of the page."""
    return say(LEVELS[printed]) if printed in LEVELS else printed


@register.filter
def department(value: str) -> str:
    return say(Department(value))


@register.filter
def owner(held: Any) -> str:
    """Who answers for a target, a notice or a year: a body or a department."""
    return either(held.body.name, held.body.name_en) if held.body else department(held.department)


@register.filter
def scheme_name(slug: str) -> str:
    return say(scheme_of(slug))


@register.filter
def yuan(fen: int) -> str:
    return shown(int(fen))


@register.filter
def hundredths(value: int) -> str:
    """A score kept in hundredths of a point."""
    return f"{value // 100}.{value % 100:02d}"


@register.filter
def yesno_or(value: Any) -> Any:
    """A setting as it is read: yes or no in words, anything else as it is."""
    return value if not isinstance(value, bool) else _("是") if value else _("否")


@register.filter
def minute(value: str) -> str:
    """A minute that was kept as text, as days and times are written on pages."""
    return value.replace("T", " ")


@register.filter
def masked(number: str) -> str:
    return mask_id(number) if number else ""


@register.filter
def mark(verdict: str) -> str:
    """The class of a verdict's mark; its word stands beside it, never colour alone."""
    return {"pass": "pass", "fail": "fail", "open": "open", "blocked": "open"}.get(str(verdict), "open")


@register.filter
def outcome(value: str) -> str:
    """The class of an outcome's mark."""
    return {"eligible": "pass", "not_eligible": "fail"}.get(str(value), "open")


@register.filter
def at(mapping: Any, key: Any) -> Any:
    return mapping.get(key) if hasattr(mapping, "get") else None


@register.simple_tag
def days_left(until: date, today: date, left: int | None = None) -> str:
    """Working days left, or how long it is overdue."""
    if until < today:
        return _("已超期")
    if left is None:
        return until.isoformat()
    return ngettext("剩 %(days)s 个工作日", "剩 %(days)s 个工作日", left) % {"days": left}


@register.simple_tag(takes_context=True)
def query(context: dict[str, Any], **changes: Any) -> SafeString:
    """The page's own query with some values changed: for sorting and turning pages."""
    held = context["request"].GET.copy()
    for name, value in changes.items():
        held.pop(name, None) if value is None else held.__setitem__(name, str(value))
    return SafeString("?" + held.urlencode()) if held else SafeString("?")


@register.simple_tag(takes_context=True)
def may(context: dict[str, Any], act: str) -> bool:
    """Whether the policy table names this visitor for the act: no link leads to a closed door."""
    return allows(actor(context["request"]), act)


@register.simple_tag(takes_context=True)
def ticked(context: dict[str, Any], name: str, value: str) -> str:
    """Ticked at first; when the page comes back, as it was sent."""
    request = context["request"]
    return "checked" if request.method != "POST" or value in request.POST.getlist(name) else ""


@register.simple_tag(takes_context=True)
def chosen(context: dict[str, Any], name: str, value: str) -> str:
    """Not ticked at first; when the page comes back, as it was sent."""
    request = context["request"]
    return "checked" if request.method == "POST" and value in request.POST.getlist(name) else ""


@register.simple_tag
def demo_cards() -> list[dict[str, Any]]:
    """The demo's accounts by role, a few of each: everybody there is made up."""
    if not settings.DEMO:
        return []
    people = User.objects.filter(username__in=("nominee", "craftsman"))
    groups: dict[str, list[User]] = {}
    for posting in Posting.objects.select_related("user").order_by("pk"):
        held = groups.setdefault(posting.role, [])
        if len(held) < 4:
            held.append(posting.user)
    own = [{"said": Role.NOMINEE.said, "users": list(people)}] if people else []
    return own + [{"said": Role(role).said, "users": users} for role, users in groups.items()]
