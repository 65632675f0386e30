"""Nobody signs up: accounts are made by the security administrator. Second factors are kept sealed."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from gongjiang.office.registry.second_factors import opened, sealed_for


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SealedFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """A factor is set up by its own account, signed in: for that account its secret is sealed."""

    def encrypt(self, text: str) -> str:
        return sealed_for(context.request.user.pk, text)

    def decrypt(self, encrypted_text: str) -> str:
        return opened(encrypted_text)
