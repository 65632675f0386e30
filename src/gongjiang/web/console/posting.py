"""The worker's round of the post: digests on the morning of a working day, then one message at a time."""

import time

from django.utils import timezone

from gongjiang.office.clerk.digests import due_on, write_digests
from gongjiang.office.clerk.sending import send_one
from gongjiang.office.post.carriers import open_channels
from gongjiang.web.digest import digest
from gongjiang.web.visitor import now

EVERY = 600.0
"""Seconds between two looks whether digests are due."""
looked = {"digests": -EVERY}


def post_one() -> bool:
    """Whether there was a message to send."""
    if not open_channels():
        return False
    if time.monotonic() - looked["digests"] >= EVERY:
        looked["digests"] = time.monotonic()
        at = now()
        if due_on(at, timezone.localtime(at.at).hour):
            write_digests(digest, at)
    return send_one(now().at)
