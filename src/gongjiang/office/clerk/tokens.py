"""Tokens: made by a person for themself, never for more than their own roles allow, and revoked by them."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.words import Words
from gongjiang.office.clerk.authority import account
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Token

READ_CASES, ACT_CASES, READ_MONEY = "read:cases", "act:cases", "read:money"
SCOPES = {
    READ_CASES: Words("查看本人可见的办件", "read the cases I may see"),
    ACT_CASES: Words("以本人身份办理", "act on cases as myself"),
    READ_MONEY: Words("查看资金情况", "read where the money stands"),
}
MOST, LONGEST, FRESH = 10, 365, timedelta(minutes=1)
AHEAD = timedelta(minutes=5)


def scopes_for(actor: Actor) -> list[str]:
    """What this person's own roles allow today."""
    known = actor.person is not None or bool(actor.posts)
    return [*((READ_CASES, ACT_CASES) if known else ()), *((READ_MONEY,) if may(actor, "money.see") else ())]


@transaction.atomic
def make_token(name: str, scopes: Sequence[str], days: int, actor: Actor, now: Moment) -> tuple[Token, str]:
    """The token, and its secret, which is told this once."""
    by = account(actor)
    if not scopes or not set(scopes) <= set(scopes_for(actor)):
        raise refuse("请选择本人岗位允许的权限范围", "Choose scopes that your own roles allow")
    if not 1 <= days <= LONGEST:
        raise refuse(f"有效期为 1 至 {LONGEST} 天", f"A token is valid for 1 to {LONGEST} days")
    live = Token.objects.filter(user=by, revoked_at=None, expires_on__gte=now.day).count()
    if live >= MOST:
        raise refuse(f"有效令牌已有 {MOST} 个，请先吊销不用的", f"There are {MOST} tokens: revoke one first")
    secret = f"gj_{secrets.token_urlsafe(32)}"
    made = Token.objects.create(
        user_id=by, name=name.strip(), scopes=sorted(set(scopes)), secret_sha256=hashed(secret),
        made_at=now.at, expires_on=now.day + timedelta(days=days),
    )  # fmt: skip
    told = {"scopes": made.scopes, "until": made.expires_on, "by": by}
    record("token.make", made.ref, told, now.at)
    return made, secret


@transaction.atomic
def revoke_token(ref: str, actor: Actor, now: Moment) -> Token:
    by = account(actor)
    held = Token.objects.select_for_update().filter(ref=ref, user=by, revoked_at=None).first()
    if held is None:
        raise refuse("没有这个有效令牌", "There is no such token of yours")
    held.revoked_at = now.at
    held.save(update_fields=["revoked_at"])
    record("token.revoke", held.ref, {"by": by}, now.at)
    return held


def bearer(secret: str, now: Moment) -> Token | None:
    """The live token of this secret; that it was used is noted to the minute. A clock put back revives none:
    what was used later than now opens nothing until then.
    """
    live = Token.objects.filter(revoked_at=None, expires_on__gte=now.day, user__is_active=True)
    held = live.select_related("user").filter(secret_sha256=hashed(secret)).first()
    if held is not None and held.used_at is not None and held.used_at - now.at > AHEAD:
        return None
    if held is not None and stale(held.used_at, now.at):
        Token.objects.filter(pk=held.pk).update(used_at=now.at)
    return held


def stale(used: datetime | None, at: datetime) -> bool:
    return used is None or at - used > FRESH


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
