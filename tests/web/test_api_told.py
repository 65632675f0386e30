"""The page about the API tells every operation of the document, in both languages, and is easily found."""

import pytest
from django.test import Client
from django.urls import reverse

from gongjiang.web.api.house import api
from gongjiang.web.api.summaries import IN_CHINESE
from gongjiang.web.api.telling import operations

pytestmark = pytest.mark.django_db


def test_every_operation_of_the_document_is_told() -> None:
    paths = api.get_openapi_schema()["paths"]

    told = {(one.method, one.path) for one in operations()}

    assert told == {(method.upper(), path) for path, methods in paths.items() for method in methods}
    assert {one.said.en for one in operations()} == set(IN_CHINESE)
    assert {one.scope for one in operations()} == {"public", "read:cases", "act:cases", "read:money", "any"}


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "接口说明"), ("en", "Ask the rules")])
def test_the_page_is_public_and_linked_from_every_page(language: str, said: str) -> None:
    client = Client(headers={"accept-language": language})

    page = client.get("/api/")

    assert page.status_code == 200
    assert said in page.content.decode()
    assert reverse("api:openapi-json") in page.content.decode()
    assert 'href="/api/"' in client.get(reverse("portal:home")).content.decode()
    assert {client.get(f"/api/v1/{part}")["Location"] for part in ("", "docs/")} == {"/api/"}
    assert client.get("/api/v1/nothing/").status_code == 404
