"""What is stopped at the door: texts that no database holds, and too many tries from one address."""

import pytest
from django.test import Client
from django.urls import reverse

from gongjiang.config.hourly import HOURLY

pytestmark = [pytest.mark.both, pytest.mark.django_db]
ASK = reverse("portal:verify") + "?number="


@pytest.mark.parametrize("address", ["/notice/%00/", "/verify/%00/"])
def test_an_address_with_a_nul_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_nul_is_left_out_of_what_was_typed(client: Client) -> None:
    asked = client.get(reverse("portal:verify"), {"number": "GJ\0-1"})

    assert asked.status_code == 200
    assert asked.context["asked"] == "GJ-1"


def test_one_visitor_behind_the_proxy_does_not_use_up_the_tries_of_another(client: Client, settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for _ in range(HOURLY["verify"]):
        client.get(ASK + "1", headers={"x-forwarded-for": "198.51.100.1"})

    refused = client.get(ASK + "1", headers={"x-forwarded-for": "203.0.113.9, 198.51.100.1"})
    taken = client.get(ASK + "1", headers={"x-forwarded-for": "198.51.100.2"})

    assert (refused.status_code, taken.status_code) == (429, 200)
