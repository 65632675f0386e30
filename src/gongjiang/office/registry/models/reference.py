"""A random public reference: says nothing about order, number or neighbours."""

import secrets


def new_reference() -> str:
    """128 random bits as 22 URL-safe characters."""
    return secrets.token_urlsafe(16)
