"""What waits for a second person of the office: shown whole to who decides, with what follows from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.words import Words
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.proposing import withdraw
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.registry.models import Proposal, Proposed
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, now

Said = Sequence[tuple[Words, Any]]
Deciding = Callable[[Proposal, bool, Actor, Moment], object]
SHOWN = 15
LONGEST = 22
DECIDES = {
    Proposed.REVOKE: "honour.revoke",
    Proposed.RULING: "ruling.sign",
    Proposed.PARAMETER: "ruling.sign",
    Proposed.POSTING: "account.make",
    Proposed.TERM: "term.enter",
    Proposed.VERSION: "ruling.sign",
}
"""Which act of the policy decides on which proposals."""
PAGES: dict[Proposed, Callable[[Proposal], str]] = {
    Proposed.REVOKE: lambda held: reverse("desk:revoke", args=(held.key,)),
    Proposed.RULING: lambda held: reverse("desk:settings"),
    Proposed.PARAMETER: lambda held: reverse("desk:plan_life"),
    Proposed.POSTING: lambda held: reverse("desk:appointments"),
    Proposed.TERM: lambda held: reverse("desk:settings"),
    Proposed.VERSION: lambda held: reverse("desk:plan_life"),
}


@dataclass(frozen=True)
class Shown:
    """A proposal in words, and whether this visitor decides on it."""

    held: Proposal
    said: Said
    decides: bool
    alone: bool = False
    """Whether they would do it alone, there being nobody else."""
    mine: bool = False
    """Whether they prepared it, and may withdraw it."""

    @property
    def kind(self) -> Words:
        return Proposed(self.held.kind).said

    @property
    def page(self) -> str:
        return PAGES[Proposed(self.held.kind)](self.held)


def waiting(
    kinds: Sequence[Proposed],
    me: Actor,
    said: Callable[[Mapping[str, Any]], Said],
    alone: bool = False,
    **of: Any,
) -> list[Shown]:
    """Those of a page that wait, the oldest first. Whoever is alone with them decides on their own too."""
    found = Proposal.objects.filter(kind__in=kinds, decided_by=None, **of).order_by("pk")
    return [
        Shown(held, said(held.facts), decides(me, held, alone), own, own)
        for held in found.select_related("prepared_by")
        for own in (me.person is not None and held.prepared_person_id == me.person,)
    ]


def decides(me: Actor, held: Proposal, alone: bool = False) -> bool:
    """Another person than prepared it, and nobody about themself."""
    other = alone or me.person != held.prepared_person_id
    return may(me, DECIDES[Proposed(held.kind)]) and other and not about(me, held)


def about(me: Actor, held: Proposal) -> bool:
    return me.person is not None and held.facts.get("person") == me.person


def mine(me: Actor) -> list[Shown]:
    """What this visitor is waited for with: one question, and none of who decides on nothing."""
    kinds = [kind for kind, act in DECIDES.items() if may(me, act)]
    if not kinds or me.person is None:
        return []
    found = Proposal.objects.filter(kind__in=kinds, decided_by=None).exclude(prepared_person=me.person)
    return [Shown(held, (), decides=True) for held in found.order_by("pk")[:SHOWN] if not about(me, held)]


def decided(request: HttpRequest, decide: Deciding) -> bool:
    """The decision that was sent, or that it is withdrawn, carried out; or the refusal told."""
    try:
        held = named(request.POST.get("proposal", ""))
        if request.POST.get("withdrawn") == "yes":
            withdraw(held, actor(request), now())
            said = _("已撤回，可重新提请")
        else:
            granted = chosen(request.POST.get("granted", ""))
            decide(held, granted, actor(request), now())
            said = _("已审定") if granted else _("已退回经办")
    except Refused as no:
        refused(request, no.said)
        return False
    messages.success(request, said)
    return True


def named(ref: str) -> Proposal:
    found = Proposal.objects.filter(ref=ref).first() if "\0" not in ref and len(ref) <= LONGEST else None
    if found is None:
        raise refuse("没有这项申请", "There is no such proposal")
    return found


def chosen(text: str) -> bool:
    if text not in ("yes", "no"):
        raise refuse("请选择同意或退回", "Say whether you grant it or send it back")
    return text == "yes"
