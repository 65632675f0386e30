"""Who types wrong passwords for somebody else's account does not keep them from it."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from gongjiang.web.known_machine import KEPT, known, signer
from tests.web.test_sessions import PASSWORD, guess, hashed, house, inside, officer, worker

__all__ = ["hashed", "house", "officer", "worker"]


def left(client: Client) -> Client:
    """Signed out, in the same browser."""
    client.post(reverse("account_logout"))
    assert not inside(client)
    return client


def tried(client: Client, name: str = "zhang", password: str = PASSWORD, **more: str) -> bool:
    client.post(reverse("account_login"), {"login": name, "password": password}, **more)
    return inside(client)


def flooded(name: str) -> None:
    """From everywhere else."""
    for n in range(30):
        guess(name, REMOTE_ADDR=f"10.0.0.{n}")


def test_who_has_been_in_from_a_browser_comes_in_again_whatever_others_type(officer: Client) -> None:
    flooded("zhang")

    assert tried(left(officer))


def test_from_a_browser_that_is_not_known_nobody_does(officer: Client) -> None:
    flooded("zhang")

    assert not tried(Client())


def test_a_known_browser_guesses_no_more_than_any(officer: Client, hashed: list[str]) -> None:
    left(officer)
    before = len(hashed)
    for n in range(40):
        tried(officer, password=f"guess-{n}", REMOTE_ADDR=f"10.0.0.{n}")

    assert 1 <= len(hashed) - before <= 10
    assert not tried(officer)


def test_being_known_for_one_account_is_worth_nothing_for_another(officer: Client, worker: Client) -> None:
    flooded("zhang")
    left(worker)

    assert not tried(worker)


@pytest.mark.parametrize("word", ["", "made-up", "made:up:word"])
def test_a_word_that_is_not_ours_is_none(officer: Client, word: str) -> None:
    left(officer)
    officer.cookies[settings.KNOWN_COOKIE] = word
    flooded("zhang")

    assert not tried(officer)


def test_it_tells_no_account_and_is_not_for_ever(officer: Client, rf, monkeypatch) -> None:
    word = officer.cookies[settings.KNOWN_COOKIE].value
    request = rf.get("/")
    request.COOKIES[settings.KNOWN_COOKIE] = word
    assert "zhang" not in word
    assert known(request, "Zhang") == signer("zhang").unsign(word)

    monkeypatch.setattr("gongjiang.web.known_machine.KEPT", -timedelta(seconds=1))
    assert (timedelta(0) < KEPT, known(request, "zhang")) == (True, "")


def test_signing_in_again_keeps_the_word_by_which_guesses_are_counted(officer: Client) -> None:
    first = signer("zhang").unsign(officer.cookies[settings.KNOWN_COOKIE].value)
    cache.clear()
    assert tried(left(officer))

    assert signer("zhang").unsign(officer.cookies[settings.KNOWN_COOKIE].value) == first
