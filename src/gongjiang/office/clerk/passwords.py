"""首次口令: what the house makes is told once, opens nothing but its own change, and soon runs out."""

import secrets
from datetime import timedelta

from gongjiang.office.clerk.moment import Moment
from gongjiang.office.registry.models import User

TERM = timedelta(days=14)


def first_password(user: User, now: Moment) -> str:
    """128 bits by chance, for this account, which is not saved here; kept nowhere but in who is told."""
    password = secrets.token_urlsafe(16)
    user.set_password(password)
    user.first_password_until = now.at + TERM
    return password
