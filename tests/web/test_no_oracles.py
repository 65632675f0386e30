"""No oracles: whether a hidden thing exists changes neither the answer nor the work that the answer takes."""

from difflib import unified_diff
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongjiang.office.cases.models import Case
from gongjiang.office.registry.models import Token
from gongjiang.web.visitor import now
from tests.web.access import login
from tests.web.crawl import counted, iri, settled
from tests.web.office import PDF
from tests.web.senders import Sender, bearer, signed_in

V1 = "/api/v1"
Told = tuple[int, int, bytes]


def told(sender: Sender, method: str, url: str, sent: str = "") -> Told:
    """The status, how many statements it took, and the answer."""
    cache.clear()
    with counted() as many:
        answer = sender.answer(method, iri(url), sent)
    return answer.status_code, many[0], settled(answer)


def differ(one: Told, other: Told, words: tuple[str, str]) -> str:
    """How two answers differ, but for the word that was asked for and that the answer repeats."""
    assert len(words[0].encode()) == len(words[1].encode())
    first, second = without(one[2], words[0]), without(other[2], words[1])
    lines = unified_diff(first.decode().splitlines(), second.decode().splitlines(), n=0)
    return "\n".join(lines) if one[:2] == other[:2] else f"{one[:2]} {other[:2]}"


def without(body: bytes, word: str) -> bytes:
    for spelt in (word, quote(word), quote(quote(word))):
        body = body.replace(spelt.encode(), b"?")
    return body


def test_signing_in_does_not_tell_who_has_an_account(alive, settings):
    settings.DEMO = False
    user = alive.town.cast.users["officer"]
    user.set_password("the-right-password-1")
    user.save()
    url, names = reverse("account_login"), ("officer", "nosuchx")

    sent = [f"login={name}&password=wrong-password-1" for name in names]
    known, unknown = (told(Sender(), "POST", url, one) for one in sent)

    assert differ(known, unknown, names) == ""
    assert told(Sender(), "POST", url, "login=officer&password=the-right-password-1")[0] == 302


@pytest.mark.parametrize("who", ["nominee", "employer", "other-body", "maker", "expert"])
def test_a_search_does_not_tell_who_has_a_case_that_is_not_one_s_own(alive, who):
    hidden = Case.objects.get(ref=alive.refs["marked"])
    sender, url = signed_in(alive, login(alive, who)), reverse("desk:cases")
    for there, absent in (
        (hidden.person.name, "夏侯无无"[: len(hidden.person.name)]),
        (hidden.number, "9" * len(hidden.number)),
    ):
        known, unknown = (told(sender, "GET", f"{url}?q={word}") for word in (there, absent))

        assert differ(known, unknown, (there, absent)) == ""


def test_a_search_tells_who_may_see_the_case(alive):
    hidden = Case.objects.get(ref=alive.refs["marked"])
    sender, url, words = signed_in(alive, "officer"), reverse("desk:cases"), (hidden.number, "9" * 11)

    known, unknown = (told(sender, "GET", f"{url}?q={word}") for word in words)

    assert differ(known, unknown, words) != ""


def test_checking_tells_of_numbers_that_were_issued_and_of_nothing_else(alive):
    """A case's number, a person's or an expert's are as unknown as one that never was."""
    hidden, url = Case.objects.get(ref=alive.refs["marked"]), reverse("portal:verify")
    for number in (hidden.number, hidden.person.id_number, login(alive, "expert").removeprefix("expert-")):
        words = number, "Z" * len(number)

        there, absent = (told(Sender(), "GET", f"{url}?number={word}") for word in words)

        assert differ(there, absent, words) == ""


def test_a_token_that_was_revoked_is_as_unknown_as_one_that_never_was(alive):
    gone = bearer(alive, "officer")
    Token.objects.update(revoked_at=now().at)

    assert told(gone, "GET", f"{V1}/me") == told(Sender(authorization="Bearer gj_never"), "GET", f"{V1}/me")


@pytest.mark.parametrize(
    ("name", "key"),
    [("received", "notice"), ("notice", "round"), ("story", "story"), ("contest", "contest")],
)
def test_a_public_address_answers_for_a_hidden_thing_as_for_none(alive, name, key):
    urls = [reverse(f"portal:{name}", args=(ref,)) for ref in (alive.refs[key], "A" * 22)]

    there, absent = (told(Sender(), "GET", url) for url in urls)

    assert there[0] == absent[0] == 404
    assert there == absent


def test_an_upload_does_not_tell_whether_somebody_else_has_the_same_file(alive):
    """The bytes of another case's paper, and bytes that nobody has."""
    sender, url = alive.town.client("nominee"), reverse("desk:upload", args=(alive.refs["nominated"],))
    answers = []
    for body in (PDF, PDF + b"\n"):
        with counted() as many:
            answer = sender.post(url, {"kind": "letter", "file": SimpleUploadedFile("a.pdf", body)})
        answers.append((answer.status_code, answer.headers.get("Location"), many[0]))

    assert answers[0] == answers[1]


def test_a_lost_password_tells_nothing(alive):
    url = reverse("account_reset_password")

    asked = [told(Sender(), "POST", url, f"email={name}") for name in ("officer@x.cn", "nobody@x.cn")]

    assert asked[0] == asked[1]
