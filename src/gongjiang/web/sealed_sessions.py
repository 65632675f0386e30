"""Sessions at rest are sealed: while a second factor is being set up its secret waits in one. One that
cannot be written because the database is away says that, and not that another request ended it.
"""

import base64
from typing import Any

from cryptography.exceptions import InvalidTag
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError

from gongjiang.office.registry.ring import KeyUnknown
from gongjiang.office.registry.seal import seal, unseal

PLACE = "session"


class SessionStore(db.SessionStore):
    def encode(self, session_dict: dict[str, Any]) -> str:
        return base64.b64encode(seal(super().encode(session_dict), PLACE)).decode()

    def decode(self, session_data: str | bytes) -> dict[str, Any]:
        """One that cannot be opened, altered or of a key that was given up, is an empty one."""
        try:
            return super().decode(unseal(base64.b64decode(session_data), PLACE))
        except (InvalidTag, KeyUnknown, ValueError):
            return {}

    def save(self, must_create: bool = False) -> None:
        try:
            super().save(must_create)
        except UpdateError as lost:
            if isinstance(lost.__context__, OperationalError):
                raise lost.__context__ from None
            raise
