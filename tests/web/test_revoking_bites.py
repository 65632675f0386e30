"""What is taken away is gone at the next request: sessions, tokens and links that live on open nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import seating
from gongjiang.office.registry.models import Expert, Posting, User
from gongjiang.office.review.models import Inspector, Panel, Seat
from gongjiang.web.visitor import now, today
from tests.web.access import DOORS, login
from tests.web.objects import where
from tests.web.senders import Sender, bearer, signed_in

V1 = "/api/v1"


def user_of(alive, who: str) -> User:
    return User.objects.get(username=login(alive, who))


def dismissed(alive, who: str) -> None:
    """The post ended yesterday; the session goes on."""
    Posting.objects.filter(user=user_of(alive, who)).update(until=today() - timedelta(days=1))


def opened(sender: Sender, urls: list[str]) -> list[str]:
    return [url for url in urls if sender.status("GET", url) not in (302, 404)]


def open_to(alive, who: str, beside: str = "another") -> list[str]:
    """What somebody may look at for the sake of a post: not what everybody may who has signed in."""
    held = [door for door in DOORS if "GET" in door.methods and who in door.open_to(alive, "GET")]
    return [where(alive, door) for door in held if beside not in door.allowed(alive)]


@pytest.mark.parametrize("who", ["supervisor", "inspector1", "expert", "body", "employer"])
def test_a_post_that_has_ended_opens_nothing_any_more(alive, who):
    sender, urls = signed_in(alive, login(alive, who)), open_to(alive, who)
    assert opened(sender, urls) == urls != []

    dismissed(alive, who)

    assert opened(sender, urls) == []


def test_an_account_that_is_disabled_is_out_at_once(alive):
    sender, token = signed_in(alive, "officer"), bearer(alive, "officer")
    urls = [reverse("desk:todo"), reverse("desk:evidence", args=(alive.refs["paper"],))]
    assert opened(sender, urls) == urls
    assert token.status("GET", f"{V1}/me") == 200

    User.objects.filter(username="officer").update(is_active=False)

    assert opened(sender, urls) == []
    assert token.status("GET", f"{V1}/me") == 401


def test_another_password_ends_the_sessions_of_the_old_one(alive):
    sender = signed_in(alive, "officer")
    assert sender.status("GET", reverse("desk:todo")) == 200

    user = user_of(alive, "officer")
    user.set_password("another-password-of-mine")
    user.save()

    assert sender.status("GET", reverse("desk:todo")) == 302


def test_a_token_has_no_role_that_its_owner_has_lost(alive):
    token, ref = bearer(alive, "body"), alive.refs["nominated"]
    assert token.status("GET", f"{V1}/cases/{ref}") == 200

    dismissed(alive, "body")

    assert token.status("GET", f"{V1}/cases/{ref}") == 404


def desk_of(alive) -> list[str]:
    seat, case = alive.refs["seat"], alive.refs["marked"]
    return [
        reverse("panel:score", args=(seat, case)),
        reverse("panel:evidence", args=(seat, alive.refs["shown"])),
    ]


def test_who_steps_aside_has_lost_the_file_and_its_documents(alive):
    sender, seat = signed_in(alive, login(alive, "expert")), Seat.objects.get(ref=alive.refs["seat"])
    assert opened(sender, desk_of(alive)) == desk_of(alive)

    case = Case.objects.get(ref=alive.refs["marked"])
    seating.recuse(seat, case, "师徒", alive.town.actor("supervisor", today()), now())

    assert opened(sender, desk_of(alive)) == []


def test_who_is_replaced_has_lost_every_file(alive):
    sender, seat = signed_in(alive, login(alive, "expert")), Seat.objects.get(ref=alive.refs["seat"])

    seating.replace(seat, "生病", alive.town.actor("supervisor", today()), now())

    assert opened(sender, desk_of(alive)) == []
    assert sender.status("POST", desk_of(alive)[0]) == 404


def test_who_has_not_declared_their_interests_yet_opens_no_document(alive):
    seat = Seat.objects.get(ref=alive.refs["seat"])
    sender = signed_in(alive, login(alive, "expert"))

    Seat.objects.filter(pk=seat.pk).update(state="invited")

    assert opened(sender, desk_of(alive)) == []


def test_a_panel_that_has_closed_shows_its_files_no_more(alive):
    sender, seat = signed_in(alive, login(alive, "expert")), Seat.objects.get(ref=alive.refs["seat"])

    Panel.objects.filter(pk=seat.panel_id).update(state="closed", closed_at=now().at)

    assert opened(sender, desk_of(alive)) == []


def test_a_round_that_has_ended_shows_its_files_no_more(alive):
    sender, seat = signed_in(alive, login(alive, "expert")), Seat.objects.get(ref=alive.refs["seat"])

    type(seat.panel.round).objects.filter(pk=seat.panel.round_id).update(ended_on=today())

    assert opened(sender, desk_of(alive)) == []


def test_an_expert_who_has_left_the_register_is_not_on_the_panel_any_more(alive):
    sender, seat = signed_in(alive, login(alive, "expert")), Seat.objects.get(ref=alive.refs["seat"])

    Expert.objects.filter(pk=seat.expert_id).update(until=today() - timedelta(days=1))
    dismissed(alive, "expert")

    assert opened(sender, [reverse("panel:seat", args=(seat.ref,)), *desk_of(alive)]) == []


def test_an_inspector_who_is_taken_off_a_visit_sees_it_no_more(alive):
    sender = signed_in(alive, "inspector1")
    urls = [
        reverse("desk:visit", args=(alive.refs["visit"],)),
        reverse("desk:case", args=(alive.refs["visited"],)),
    ]
    assert opened(sender, urls) == urls

    Inspector.objects.filter(user__username="inspector1").delete()

    assert opened(sender, urls) == []


def test_the_clerk_of_a_unit_who_leaves_it_sees_its_case_no_more(alive):
    sender, url = signed_in(alive, "employer"), reverse("desk:case", args=(alive.refs["nominated"],))
    assert sender.status("GET", url) == 200

    other = Posting.objects.filter(user__username="other-employer").get().organisation
    Posting.objects.filter(user__username="employer").update(organisation=other)

    assert sender.status("GET", url) == 404
