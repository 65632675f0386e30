"""Who has changed the password that the house made: what comes afterwards need not go through it again."""

from gongjiang.office.registry.models import User


def own_password(username: str) -> None:
    assert User.objects.filter(username=username).update(first_password_until=None) == 1
