"""How a case of a scheme begins, and where: who takes the first step, which rounds take nominations now."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy

from gongjiang.law.beginning import entries, may_apply
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.cases.models import Round
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.web.portal.home import Open, left

FOLLOWS = gettext_lazy("授予称号后自动立案，不必申请。")
NOMINATED = gettext_lazy("本人不直接申报：批次受理期内，由推荐单位推荐，本人确认同意。")
BY_OFFICE = gettext_lazy("由市局经办发起。")
OWN = {
    Role.NOMINEE: gettext_lazy("本人登录后在“申报”中办理。"),
    Role.EMPLOYER: gettext_lazy("由单位经办登录后在“申报”中办理。"),
}
IN_ROUND = gettext_lazy("只在批次受理期内办理。")


@dataclass(frozen=True)
class WayIn:
    """`address` leads to the form for who may fill it in, and to the sign-in for who is not signed in."""

    said: tuple[Promise, ...]
    running: tuple[Open, ...]
    coming: tuple[Round, ...]
    rounds: bool
    address: str
    signed_in: bool
    by_nomination: bool


def way_in(held: Scheme, me: Actor, signed_in: bool, day: date) -> WayIn:
    rounds = list(Round.objects.filter(scheme=held.slug, closes_on__gte=day, ended_on=None))
    official = calendar()
    running = tuple(Open(one, left(official, one)) for one in rounds if one.opens_on <= day)
    coming = tuple(one for one in rounds if one.opens_on > day)
    open_now = bool(running) or not held.in_rounds
    address, named = door(held, me, signed_in, open_now), not entries(held)
    return WayIn(words(held), running, coming, held.in_rounds, address, signed_in, named)


def words(held: Scheme) -> tuple[Promise, ...]:
    if held.opens_on is not None:
        return (FOLLOWS,)
    roles = {step.by for step in entries(held)}
    own = tuple(said for role, said in OWN.items() if role in roles)
    if not roles:
        return (NOMINATED,) if held.in_rounds else ()
    return (*(own or (BY_OFFICE,)), *((IN_ROUND,) if held.in_rounds else ()))


def door(held: Scheme, me: Actor, signed_in: bool, open_now: bool) -> str:
    """Where to begin; nothing where this person cannot, or nobody can now."""
    if held.opens_on is not None or not open_now:
        return ""
    begun = reverse("desk:apply", args=[held.slug]) if entries(held) else reverse("desk:applying")
    if not signed_in:
        return f"{reverse('account_login')}?{urlencode({'next': begun})}"
    if not entries(held):
        return begun if Role.NOMINATOR in me.roles else ""
    return begun if may_apply(held, me) else ""
