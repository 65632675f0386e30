"""The ports that letters leave by. A carrier either takes a message or says in what way it did not."""

import json
import os
import smtplib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from gongjiang.office.post.models.telling import Channel


class Later(Exception):
    """It was not taken, and may be offered again."""


class Never(Exception):
    """It was refused for good."""


class Unknown(Exception):
    """The line broke in between: it may have been taken, or not."""


class Carrier(Protocol):
    def carry(self, to: str, subject: str, body: str, key: str) -> None:
        """Raises Later, Never or Unknown. The key is the same whenever the same message is offered."""


class Mail:
    """By SMTP, as Django speaks it."""

    def carry(self, to: str, subject: str, body: str, key: str) -> None:
        line = EmailBackend(timeout=settings.EMAIL_TIMEOUT, fail_silently=False)
        try:
            line.open()
        except (OSError, smtplib.SMTPException) as away:
            raise Later(_said(away)) from away
        headers = {"Message-ID": f"<{key}@{settings.MAIL_HOST}>", "Auto-Submitted": "auto-generated"}
        try:
            line.send_messages([EmailMessage(subject, body, settings.MAIL_FROM, [to], headers=headers)])
        except smtplib.SMTPException as no:
            raise _kind(no)(_said(no)) from no
        except OSError as broken:
            raise Unknown(_said(broken)) from broken
        finally:
            with suppress(OSError, smtplib.SMTPException):
                line.close()


def _kind(no: smtplib.SMTPException) -> type[Exception]:
    """A code of four hundred is not yet, of five hundred is no; without a code nobody knows."""
    if isinstance(no, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in no.recipients.values()]
    elif isinstance(no, smtplib.SMTPResponseException):
        codes = [no.smtp_code]
    else:
        return Never if isinstance(no, smtplib.SMTPNotSupportedError) else Unknown
    return Later if all(400 <= code < 500 for code in codes) else Never


class TextFile:
    """短信: a file for each message, for whatever gateway the site has. Nothing here speaks to a provider."""

    def carry(self, to: str, subject: str, body: str, key: str) -> None:
        folder = Path(settings.SMS_FOLDER)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        told = json.dumps({"to": to, "text": f"{subject}。{body}" if body else subject}, ensure_ascii=False)
        unfinished = folder / f".{key}"
        try:
            with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                file.write(told)
            unfinished.rename(folder / f"{key}.json")
        except OSError as full:
            raise Later(_said(full)) from full


def _said(fault: BaseException) -> str:
    """The server's code and kind of fault; never its text, which may repeat the address."""
    code = getattr(fault, "smtp_code", "") or getattr(fault, "errno", "") or ""
    return f"{type(fault).__name__} {code}".strip()[:200]


def carriers() -> Mapping[str, Carrier]:
    """Those that this installation has switched on."""
    found: dict[str, Any] = {}
    if settings.EMAIL_HOST:
        found[Channel.EMAIL.value] = Mail()
    if settings.SMS_FOLDER:
        found[Channel.SMS.value] = TextFile()
    return found


def open_channels() -> frozenset[str]:
    return frozenset(carriers())
